package io.soundshare.migrations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.TransactionMode;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many instances that start at once on one database: one migrates, the others wait and go
 * on, and if the one is killed another takes its place. Every second round the leader is.
 */
abstract class ConcurrencyContractTests {

	private static final int ROUNDS = Integer.getInteger("concurrency.rounds", 5);

	private static final int STOCK_ROUNDS = Integer.getInteger("concurrency.stock.rounds", 0);

	private static final int CHANGE_SETS = 12;

	private static final Pattern LEADER = Pattern.compile("pid (\\d+) at (\\d+) of");

	private final Random random = new Random(20261122L);

	@TempDir
	Path folder;

	/** An empty database. */
	abstract TestDatabase open();

	abstract String url(TestDatabase database);

	int rounds() {
		return ROUNDS;
	}

	int processes() {
		return 8;
	}

	boolean killsTheLeader() {
		return true;
	}

	@Test
	void startsAllAndRunsEachChangeSetOnce() throws Exception {
		TestChangelog changelog = changelog();
		List<Long> millis = new ArrayList<>();
		int killed = 0;
		int rounds = rounds();
		for (int round = 0; round < rounds; round++) {
			TestDatabase database = open();
			String what = "round " + round;
			List<Process> processes = start(database, "upgrade");
			long start = System.nanoTime();
			begin(processes);
			long victim = (round % 2 != 0 && killsTheLeader())
					? killLeader(database, changelog, 1 + this.random.nextInt(CHANGE_SETS)) : 0;
			killed += (victim != 0) ? 1 : 0;
			int steps = 0;
			for (Process process : processes) {
				String output = output(process);
				if (process.pid() != victim) {
					assertThat(process.waitFor()).as(() -> what + ": " + errors()).isZero();
					steps += Integer.parseInt(output.replaceAll("(?s).*DONE (\\d+) steps.*", "$1"));
				}
			}
			millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
			assertThat(database.applied()).as(what).hasSize(CHANGE_SETS).doesNotHaveDuplicates();
			assertThat(database.schema().stream().filter((line) -> line.contains("t_n"))).as(what).isNotEmpty();
			Migrations after = changelog.migrations(database, "changelog.sql").build();
			assertThat(after.status().state()).as(what).isEqualTo(SchemaState.UP_TO_DATE);
			assertThat(after.lock()).as(what).isEqualTo(LockStatus.FREE);
			assertThat(after.journal()).as(what)
				.hasSize(CHANGE_SETS)
				.allMatch((entry) -> entry.outcome() == JournalEntry.Outcome.DONE);
			assertThat(steps).as(what).isLessThanOrEqualTo(CHANGE_SETS);
		}
		assertThat(killed > 0).isEqualTo(killsTheLeader());
		System.out.printf(
				"%s: %d rounds of %d processes, the leader killed in %d: no process failed, each of %d change"
						+ " sets ran once; %d to %d ms a round%n",
				getClass().getSimpleName(), rounds, processes(), killed, CHANGE_SETS,
				millis.stream().min(Long::compare).orElse(0L), millis.stream().max(Long::compare).orElse(0L));
	}

	@Test
	@EnabledIfSystemProperty(named = "concurrency.stock.rounds", matches = "[1-9].*")
	void showsWhatStockLiquibaseDoes() throws Exception {
		changelog();
		int failed = 0;
		int roundsFailed = 0;
		List<Long> millis = new ArrayList<>();
		for (int round = 0; round < STOCK_ROUNDS; round++) {
			TestDatabase database = open();
			List<Process> processes = start(database, "stock-upgrade");
			long start = System.nanoTime();
			begin(processes);
			int before = failed;
			for (Process process : processes) {
				output(process);
				failed += (process.waitFor() != 0) ? 1 : 0;
			}
			roundsFailed += (failed != before) ? 1 : 0;
			millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
		}
		System.out.printf(
				"%s: stock Liquibase, %d rounds of %d processes, nobody killed: %d of %d processes failed, in"
						+ " %d rounds; %d to %d ms a round%n",
				getClass().getSimpleName(), STOCK_ROUNDS, processes(), failed, STOCK_ROUNDS * processes(), roundsFailed,
				millis.stream().min(Long::compare).orElse(0L), millis.stream().max(Long::compare).orElse(0L));
	}

	private TestChangelog changelog() {
		return new TestChangelog(this.folder.resolve("changelog")).sql("changelog.sql",
				IntStream.rangeClosed(1, CHANGE_SETS)
					.mapToObj((number) -> TestChangelog.table("n" + number))
					.toArray(String[]::new));
	}

	private List<Process> start(TestDatabase database, String operation) throws IOException {
		List<Process> processes = new ArrayList<>();
		for (int i = 0; i < processes(); i++) {
			processes.add(MigratingProcess.start(url(database), this.folder.resolve("changelog/changelog.sql"),
					operation, TransactionMode.CHANGE_SET, 0, this.folder.resolve("errors.txt")));
		}
		return processes;
	}

	private static void begin(List<Process> processes) throws IOException {
		for (Process process : processes) {
			assertThat(process.getInputStream().read()).isEqualTo('R');
		}
		for (Process process : processes) {
			try (OutputStream input = process.getOutputStream()) {
				input.write('\n');
			}
		}
	}

	/** Kills whoever holds the lock when it is at a step, and returns who that was. */
	private long killLeader(TestDatabase database, TestChangelog changelog, int step) {
		Migrations migrations = changelog.migrations(database, "changelog.sql").build();
		long[] victim = new long[1];
		Awaitility.await()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(2))
			.atMost(Duration.ofMinutes(2))
			.until(() -> {
				Matcher leader = LEADER.matcher(String.valueOf(holder(migrations)));
				if (leader.find() && Integer.parseInt(leader.group(2)) >= step) {
					victim[0] = Long.parseLong(leader.group(1));
					ProcessHandle.of(victim[0]).ifPresent(ProcessHandle::destroyForcibly);
					return true;
				}
				return isUpToDate(migrations);
			});
		return victim[0];
	}

	/** While somebody writes, SQLite may not let anybody look. */
	private static @Nullable String holder(Migrations migrations) {
		try {
			return migrations.lock().by();
		}
		catch (DatabaseAccessException ex) {
			return ex.url();
		}
	}

	private static boolean isUpToDate(Migrations migrations) {
		try {
			return migrations.status().state() == SchemaState.UP_TO_DATE;
		}
		catch (DatabaseAccessException ex) {
			return false;
		}
	}

	private static String output(Process process) throws IOException {
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private String errors() {
		try {
			return Files.readString(this.folder.resolve("errors.txt"));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
