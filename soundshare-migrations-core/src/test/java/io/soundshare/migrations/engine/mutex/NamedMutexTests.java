package io.soundshare.migrations.engine.mutex;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamedMutexTests {

	@Test
	void makesNamesThatFit() {
		assertThat(NamedMutex.name("songs", "DATABASECHANGELOGLOCK")).isEqualTo("SONGS.DATABASECHANGELOGLOCK");
		assertThat(NamedMutex.name("a".repeat(63), "DATABASECHANGELOGLOCK")).isEqualTo("A".repeat(63) + ".");
	}

}
