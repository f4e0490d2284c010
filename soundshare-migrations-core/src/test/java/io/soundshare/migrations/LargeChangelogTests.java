package io.soundshare.migrations;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Five thousand change sets: nothing may take the square of the time that a fifth of them
 * takes.
 */
@Tag("slow")
class LargeChangelogTests {

	private static final int SIZE = 5000;

	private static final int FACTOR = 5;

	@TempDir
	Path folder;

	@Test
	void takesNoMoreThanItsShareOfTime() {
		Map<String, Duration> small = run(SIZE / FACTOR);
		Map<String, Duration> large = run(SIZE);
		assertThat(large).allSatisfy((step, took) -> assertThat(took).as(step)
			.isLessThan(small.get(step).multipliedBy(FACTOR * 3).plusMillis(500)));
	}

	private Map<String, Duration> run(int size) {
		Map<String, Duration> took = new LinkedHashMap<>();
		Migrations migrations = migrations(size);
		String last = "r" + (size - 1);
		measure(took, "stamp", () -> DatabaseContract.stamp(migrations, "r" + (size - 10)));
		measure(took, "status", () -> assertThat(migrations.status().pending()).hasSize(10));
		measure(took, "upgrade", () -> assertThat(DatabaseContract.upgrade(migrations, "head").steps()).hasSize(10));
		measure(took, "nothing to do",
				() -> assertThat(DatabaseContract.upgrade(migrations, "head").steps()).isEmpty());
		measure(took, "downgrade", () -> assertThat(DatabaseContract.downgrade(migrations, "-1").steps()).hasSize(1));
		measure(took, "show", () -> assertThat(migrations.show(last).revision().isApplied()).isTrue());
		measure(took, "script",
				() -> assertThat(migrations.script(Operation.DOWNGRADE, Target.BASE).plan().steps()).hasSize(size - 1));
		return took;
	}

	private Migrations migrations(int size) {
		SQLiteConfig config = new SQLiteConfig();
		config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
		SQLiteDataSource dataSource = new SQLiteDataSource(config);
		dataSource.setUrl("jdbc:sqlite:" + this.folder.resolve(size + ".db"));
		TestChangelog changelog = new TestChangelog(this.folder).sql(size + ".sql", IntStream.rangeClosed(1, size)
			.mapToObj((number) -> "--changeset anna:r" + number + "\nSELECT " + number + ";\n--rollback SELECT 0;\n")
			.toArray(String[]::new));
		return Migrations.builder(dataSource, size + ".sql").resources(changelog.resources()).build();
	}

	/** Processor time: the machine may be busy with something else. */
	private static void measure(Map<String, Duration> took, String step, Runnable work) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long start = threads.getCurrentThreadCpuTime();
		work.run();
		took.put(step, Duration.ofNanos(threads.getCurrentThreadCpuTime() - start));
	}

}
