package io.soundshare.migrations.model;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TargetTests {

	@Test
	void knowsTheWords() {
		assertThat(Target.parse("head")).isEqualTo(Target.HEAD);
		assertThat(Target.parse(" base ")).isEqualTo(Target.BASE);
		assertThat(Target.parse("deployment")).isEqualTo(Target.DEPLOYMENT);
		assertThat(Target.parse("tag:1.0")).isEqualTo(Target.tag("1.0"));
	}

	@ParameterizedTest
	@CsvSource({ "at:2026-11-22T10:00, 2026-11-22T10:00:00Z", "at:2026-11-22 10:00:30, 2026-11-22T10:00:30Z",
			"at:2026-11-22T10:00+01:00, 2026-11-22T09:00:00Z", "at:2026-11-22T10:00Z, 2026-11-22T10:00:00Z",
			"at:2026-11-22, 2026-11-22T00:00:00Z" })
	void readsTimesInUtcUnlessTheySayOtherwise(String text, String time) {
		assertThat(Target.parse(text)).isEqualTo(Target.at(Instant.parse(time))).hasToString("at:" + time);
	}

	@ParameterizedTest
	@ValueSource(strings = { "at:", "at:yesterday", "at:2026-13-01", "at:10:00", "at:2026-11-22T25:00" })
	void refusesWhatIsNoTime(String text) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> Target.parse(text))
			.withMessageContaining("is no time")
			.withMessageContaining("at:2026-11-22T10:00");
	}

	@Test
	void readsPlacesInTheHistory() {
		assertThat(Target.parse("deployment:6041691180")).isEqualTo(Target.deployment("6041691180"));
		assertThat(Target.parse("only:a31b")).isEqualTo(Target.only("a31b")).hasToString("only:a31b");
		assertThat(Target.parse("known")).isEqualTo(Target.KNOWN);
	}

	@Test
	void readsSteps() {
		assertThat(Target.parse("+12")).isEqualTo(Target.forward(12));
		assertThat(Target.parse("-1")).isEqualTo(Target.back(1)).hasToString("-1");
		assertThat(Target.parse("+999999999")).isEqualTo(Target.forward(999_999_999));
		assertThat(Target.parse("+0")).isEqualTo(Target.forward(0)).isNotEqualTo(Target.back(0));
		assertThatIllegalArgumentException().isThrownBy(() -> Target.back(-1));
	}

	@Test
	void readsRevisionWithOffset() {
		assertThat(Target.parse("add-index-2+3")).isEqualTo(new Target.Named("add-index-2+3", "add-index-2", 3));
		assertThat(Target.revision("add-index-2+3")).isEqualTo(new Target.Named("add-index-2+3", "add-index-2+3", 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "\t", "tag:", "tag:  ", "deployment:", "only: " })
	void refusesNothing(String text) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> Target.parse(text))
			.withMessageContaining("missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "10", "one", "a+b", "db/a.sql::1::anna" })
	void takesTheRestForRevisions(String text) {
		assertThat(Target.parse(text)).isEqualTo(Target.revision(text)).hasToString(text);
	}

}
