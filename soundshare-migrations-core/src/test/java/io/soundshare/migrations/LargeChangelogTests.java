package io.soundshare.migrations;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Five thousand change sets: nothing may take the square of the time.
 */
class LargeChangelogTests {

	private static final int SIZE = 5000;

	@TempDir
	Path folder;

	private Migrations migrations;

	@BeforeEach
	void stampMost() {
		SQLiteConfig config = new SQLiteConfig();
		config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
		SQLiteDataSource dataSource = new SQLiteDataSource(config);
		dataSource.setUrl("jdbc:sqlite:" + this.folder.resolve("large.db"));
		TestChangelog changelog = new TestChangelog(this.folder).sql("c.sql", IntStream.rangeClosed(1, SIZE)
			.mapToObj((number) -> "--changeset anna:r" + number + "\nSELECT " + number + ";\n--rollback SELECT 0;\n")
			.toArray(String[]::new));
		this.migrations = Migrations.builder(dataSource, "c.sql").resources(changelog.resources()).build();
	}

	@Test
	void staysQuick() {
		within(60, () -> DatabaseContract.stamp(this.migrations, "r4990"));
		within(6, () -> assertThat(this.migrations.status().pending()).hasSize(10));
		within(6, () -> assertThat(DatabaseContract.upgrade(this.migrations, "head").steps()).hasSize(10));
		within(6, () -> assertThat(DatabaseContract.upgrade(this.migrations, "head").steps()).isEmpty());
		within(6, () -> assertThat(DatabaseContract.downgrade(this.migrations, "-1").steps()).hasSize(1));
		within(6, () -> assertThat(this.migrations.show("r4999").revision().isApplied()).isTrue());
		within(6, () -> assertThat(this.migrations.script(Operation.DOWNGRADE, Target.BASE).plan().steps())
			.hasSize(4999));
	}

	/** Processor time: the machine may be busy with something else. */
	private static void within(int seconds, Runnable work) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long start = threads.getCurrentThreadCpuTime();
		work.run();
		assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(seconds));
	}

}
