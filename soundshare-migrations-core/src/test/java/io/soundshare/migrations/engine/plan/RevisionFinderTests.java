package io.soundshare.migrations.engine.plan;

import java.util.List;

import io.soundshare.migrations.RevisionSamples;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RevisionFinderTests {

	@Test
	void prefersTheWholeIdToPrefixes() {
		assertThat(finder("1", "10", "100").find("1").id()).isEqualTo("1");
		assertThat(finder("1", "10", "100").find("10").id()).isEqualTo("10");
	}

	@Test
	void takesPrefixThatFitsOne() {
		assertThat(finder("ab12", "ac34").find("ab").id()).isEqualTo("ab12");
	}

	@Test
	void listsTheCandidatesOfAnAmbiguousPrefix() {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> finder("ab12", "ab34", "x").find("ab"))
			.withMessageContaining("fits 2 revisions")
			.withMessageContaining("changelog.sql::ab12::anna")
			.withMessageContaining("changelog.sql::ab34::anna")
			.satisfies((failure) -> assertThat(failure.candidates()).hasSize(2));
	}

	@Test
	void suggestsTheNearestToAnUnknownOne() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> finder("add-index", "add-table", "zzz").find("ad-index"))
			.withMessageContaining("There is no revision 'ad-index'")
			.withMessageContaining("add-index")
			.satisfies((failure) -> assertThat(failure.candidates().get(0).id()).isEqualTo("add-index"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "00", "--1", "-", "+-12" })
	void guessesNoIdForWhatIsMeantAsANumber(String text) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> finder("1", "2", "3").find(text))
			.withMessageContaining("There is no revision '" + text + "'")
			.withMessageContaining("+N to go up or -N to go down")
			.satisfies((failure) -> assertThat(failure.candidates()).isEmpty());
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> finder("1", "2", "3").find("4"))
			.satisfies((failure) -> assertThat(failure.candidates()).hasSize(3));
		assertThat(finder("20261125195057").find("2026").id()).isEqualTo("20261125195057");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> finder("20261125195057").find("20261125195058"))
			.satisfies((failure) -> assertThat(failure.candidates()).hasSize(1));
	}

	@Test
	void suggestsNothingThatIsFar() {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> finder("abc", "def").find("xyz"))
			.satisfies((failure) -> assertThat(failure.candidates()).isEmpty());
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> finder().find("xyz"));
	}

	@Test
	void findsDuplicateIdByItsKeyOnly() {
		Revision first = RevisionSamples.revision("a.sql::1::anna", "1", "a.sql", null, null, null, true,
				RevisionState.PENDING);
		Revision second = RevisionSamples.revision("b.sql::1::anna", "1", "b.sql", null, null, null, true,
				RevisionState.PENDING);
		RevisionFinder finder = new RevisionFinder(List.of(first, second));
		assertThat(finder.find("b.sql::1::anna")).isSameAs(second);
		assertThat(finder.find("a.sql")).isSameAs(first);
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> finder.find("1"))
			.withMessageContaining("a.sql::1::anna")
			.withMessageContaining("b.sql::1::anna");
	}

	private static RevisionFinder finder(String... ids) {
		return new RevisionFinder(RevisionSamples.revisions(0, ids).changelog());
	}

}
