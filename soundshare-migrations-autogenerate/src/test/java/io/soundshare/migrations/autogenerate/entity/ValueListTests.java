package io.soundshare.migrations.autogenerate.entity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ValueListTests {

	@Test
	void sortsTheValues() {
		assertThat(ValueList.sorted("state in ('B','A,C','A')")).isEqualTo("state in ('A','A,C','B')");
		assertThat(ValueList.sorted("kind in (10,9,-1) or kind is null"))
			.isEqualTo("kind in (-1,9,10) or kind is null");
	}

	@Test
	void leavesOtherChecks() {
		for (String check : new String[] { "a > 1", "state in ('B', 'A')", "a in (select 1)", "length(a) in (2,1)" }) {
			assertThat(ValueList.sorted(check)).isEqualTo(check);
		}
	}

}
