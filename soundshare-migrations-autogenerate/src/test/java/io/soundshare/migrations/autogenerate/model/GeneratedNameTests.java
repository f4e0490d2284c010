package io.soundshare.migrations.autogenerate.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratedNameTests {

	private static final ObjectName SONGS = new ObjectName("music", "Songs");

	@Test
	void saysWhatItIsAndOfWhat() {
		assertThat(GeneratedName.primaryKey(SONGS)).isEqualTo("pk_songs");
		assertThat(GeneratedName.foreignKey(SONGS, List.of("album_id", "Disc"))).isEqualTo("fk_songs_album_id_disc");
		assertThat(GeneratedName.unique(SONGS, List.of("title"))).isEqualTo("uq_songs_title");
		assertThat(GeneratedName.index(SONGS, List.of("title"))).isEqualTo("ix_songs_title");
		assertThat(GeneratedName.check(SONGS, "1")).isEqualTo("ck_songs_1");
	}

	@Test
	void needsNoQuotes() {
		assertThat(GeneratedName.unique(ObjectName.of("my songs"), List.of("a-b"))).isEqualTo("uq_my_songs_a_b");
	}

	@Test
	void hasAtMost63BytesAndStaysTheSame() {
		ObjectName table = ObjectName.of("t".repeat(60));
		assertThat(GeneratedName.unique(table, List.of("first"))).isEqualTo("uq_" + "t".repeat(51) + "_0e87d36e");
		assertThat(GeneratedName.unique(table, List.of("other"))).hasSize(63)
			.isNotEqualTo(GeneratedName.unique(table, List.of("first")));
		assertThat(GeneratedName.unique(ObjectName.of("ä".repeat(40)), List.of("a")).getBytes(StandardCharsets.UTF_8))
			.hasSizeLessThanOrEqualTo(63);
	}

	@Test
	void canBeAnother() {
		assertThat(GeneratedName.another("uq_a_b_c", "a b_c")).startsWith("uq_a_b_c_")
			.isNotEqualTo(GeneratedName.another("uq_a_b_c", "a_b c"));
	}

}
