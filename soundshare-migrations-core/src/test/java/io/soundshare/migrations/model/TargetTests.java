package io.soundshare.migrations.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TargetTests {

	@Test
	void knowsTheWords() {
		assertThat(new Target("head")).isEqualTo(Target.HEAD);
		assertThat(new Target(" base ")).isEqualTo(Target.BASE);
		assertThat(new Target("deployment").isDeployment()).isTrue();
		assertThat(new Target("tag:1.0").tag()).isEqualTo("1.0");
	}

	@Test
	void readsSteps() {
		assertThat(new Target("+12").steps()).isEqualTo(12);
		assertThat(new Target("-1").steps()).isEqualTo(-1);
		assertThat(new Target("+999999999").isSteps()).isTrue();
	}

	@Test
	void readsRevisionWithOffset() {
		Target target = new Target("add-index-2+3");
		assertThat(target.hasOffset()).isTrue();
		assertThat(target.offsetRevision()).isEqualTo("add-index-2");
		assertThat(target.offsetSteps()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "\t", "tag:", "tag:  " })
	void refusesNothing(String text) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> new Target(text))
			.withMessageContaining("missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "10", "one", "a+b", "db/a.sql::1::anna" })
	void takesTheRestForRevisions(String text) {
		Target target = new Target(text);
		assertThat(target.isSteps()).isFalse();
		assertThat(target.isTag()).isFalse();
		assertThat(target.hasOffset()).isFalse();
	}

}
