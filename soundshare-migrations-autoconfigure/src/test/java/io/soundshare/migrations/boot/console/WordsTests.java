package io.soundshare.migrations.boot.console;

import java.time.Instant;

import io.soundshare.migrations.model.LockStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@ParameterizedTest
	@CsvSource({ "0, 0 ms", "999, 999 ms", "1500, 1.5 s", "59999, 60.0 s", "60000, 1 min 0 s", "3723000, 62 min 3 s" })
	void saysDurations(long millis, String text) {
		assertThat(Words.duration(millis)).isEqualTo(text);
	}

	@Test
	void saysNothingOfAnUnknownDuration() {
		assertThat(Words.duration(null)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0, 0 bytes", "1023, 1023 bytes", "1024, 1.0 KB", "285212, 278.5 KB", "5368709120, 5.0 GB" })
	void saysSizes(long bytes, String text) {
		assertThat(Words.size(bytes)).isEqualTo(text);
	}

	@Test
	void countsOneAndMany() {
		assertThat(Words.count(1, "row")).isEqualTo("1 row");
		assertThat(Words.count(0, "row")).isEqualTo("0 rows");
	}

	@Test
	void saysWhoHoldsTheLock() {
		assertThat(Words.of(LockStatus.FREE)).isEqualTo("free");
		assertThat(Words.of(new LockStatus(true, "anna", Instant.parse("2026-12-01T03:00:00Z"))))
			.isEqualTo("held by anna since 2026-12-01 03:00:00");
		assertThat(Words.of(new LockStatus(true, null, null))).isEqualTo("held by somebody");
	}

}
