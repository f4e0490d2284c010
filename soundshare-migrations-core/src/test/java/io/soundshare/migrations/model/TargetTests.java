package io.soundshare.migrations.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
	@ValueSource(strings = { "", "  ", "\t", "tag:", "tag:  " })
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
