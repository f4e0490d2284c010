package io.soundshare.migrations.engine.mutex;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JvmMutexTests {

	@Test
	void locksADatabaseInMemoryInThisProcess() {
		JvmMutex mine = new JvmMutex("jdbc:sqlite::memory:");
		assertThat(mine.tryTake("me")).isTrue();
		assertThat(new JvmMutex("jdbc:sqlite::memory:").tryTake("other")).isFalse();
		assertThat(new JvmMutex("jdbc:sqlite::memory:").holder()).isEqualTo("me");
		mine.release();
		assertThat(mine.holder()).isNull();
	}

}
