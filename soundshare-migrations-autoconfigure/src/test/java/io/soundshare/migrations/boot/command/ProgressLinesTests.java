package io.soundshare.migrations.boot.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.soundshare.migrations.model.CopyProgress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressLinesTests {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.printed, true, StandardCharsets.UTF_8);

	private static CopyProgress progress(CopyProgress.Kind kind, long bytes, boolean done) {
		return new CopyProgress(kind, "songs.db", bytes, 5_000_000, Duration.ofMillis(7), done);
	}

	@Test
	void tellsHowFarACopyIsInOneLine() {
		try (ProgressLines lines = new ProgressLines(this.out, new OpenLine(this.out, false))) {
			lines.copying(progress(CopyProgress.Kind.BACKUP, 100, false));
			lines.copying(progress(CopyProgress.Kind.BACKUP, 2_400_000, false));
			lines.copying(progress(CopyProgress.Kind.BACKUP, 2_450_000, false));
			lines.copying(progress(CopyProgress.Kind.BACKUP, 4_500_000, false));
			lines.copying(progress(CopyProgress.Kind.BACKUP, 5_000_000, true));
			lines.copying(progress(CopyProgress.Kind.RESTORATION, 0, false));
			lines.copying(progress(CopyProgress.Kind.RESTORATION, 5_000_000, true));
			lines.copying(progress(CopyProgress.Kind.VERIFICATION, 0, false));
		}
		assertThat(this.printed.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
				copy  songs.db  5.0 MB  40 %  90 %  (7 ms)
				restore  songs.db  5.0 MB  (7 ms)
				verify  songs.db  5.0 MB
				""");
	}

}
