package io.soundshare.migrations.benchmarks.backup;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The benchmark of backups still runs; what it measures is for a quiet machine.
 */
class BackupBenchmarkTests {

	private final PrintStream console = System.out;

	@BeforeEach
	void small() {
		System.setProperty("bench.megabytes", "1");
		System.setProperty("bench.rounds", "1");
	}

	@AfterEach
	void asItWas() {
		System.setOut(this.console);
		System.clearProperty("bench.megabytes");
		System.clearProperty("bench.rounds");
	}

	@Test
	void printsALineForEachJournal() throws Exception {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		BackupBenchmark.main(new String[0]);
		assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("1 MB, 1 rounds")
			.containsPattern("\\| delete \\| \\d+ \\| \\d+ \\|")
			.containsPattern("\\| wal \\| \\d+ \\| \\d+ \\|");
	}

}
