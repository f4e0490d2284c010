package io.soundshare.migrations.boot.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.TestDatabase;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody looks on while another process migrates.
 */
class WatchCommandTests {

	@TempDir
	private Path directory;

	@Test
	void tellsEachRevisionUntilTheMigrationHasEnded() throws Exception {
		CountDownLatch holding = new CountDownLatch(1);
		CountDownLatch seen = new CountDownLatch(1);
		CompletableFuture<Void> other = CompletableFuture
			.runAsync(() -> migrations().upgrade(Target.HEAD, (progress) -> {
				if (progress.number() == 2) {
					holding.countDown();
					await(seen);
				}
			}));
		assertThat(holding.await(1, TimeUnit.MINUTES)).isTrue();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		CommandOutput output = new WatchCommand(migrations(), new PrintStream(out, true, StandardCharsets.UTF_8) {

			@Override
			public void println(String line) {
				super.println(line);
				seen.countDown();
			}

		}).run();
		other.get(1, TimeUnit.MINUTES);
		assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Lock: held by ")
			.containsSubsequence("up  22bb", "up  33cc");
		assertThat(output.text()).isEqualTo("Done. Current: 33cc (head)");
	}

	private Migrations migrations() {
		return Migrations
			.builder(new TestDatabase("jdbc:sqlite:" + this.directory.resolve("app.db")).dataSource(),
					"command/changelog.yaml")
			.build();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
