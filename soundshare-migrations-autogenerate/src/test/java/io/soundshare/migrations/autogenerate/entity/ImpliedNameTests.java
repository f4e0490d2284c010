package io.soundshare.migrations.autogenerate.entity;

import java.util.List;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.NamingHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImpliedNameTests {

	@Test
	void knowsWhatHibernateHashes() {
		for (int number = 0; number < 2000; number++) {
			String name = NamingHelper.INSTANCE.generateHashedConstraintName("UK",
					Identifier.toIdentifier("table" + number), List.of(Identifier.toIdentifier("column")));
			assertThat(ImpliedName.is(name)).as(name).isTrue();
			assertThat(ImpliedName.is("\"" + name + "\"")).as(name).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "fk_book_author", "FK_BOOK", "uk_song_title_and_album_id_2", "idxsongtitle",
			"FKplaylistentriesofusers", "ukAlbumTitle2", "uniquetitleofthealbum2024", "ck_1" })
	void leavesChosenNames(String name) {
		assertThat(ImpliedName.is(name)).isFalse();
	}

	@Test
	void takesNoNameForImplied() {
		assertThat(ImpliedName.is(null)).isTrue();
		assertThat(ImpliedName.is(" ")).isTrue();
	}

}
