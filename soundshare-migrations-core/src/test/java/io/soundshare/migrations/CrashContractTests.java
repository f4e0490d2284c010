package io.soundshare.migrations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.JournalEntry.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whenever a process dies, the next start completes what it did, by itself and at once:
 * nothing is applied twice, nothing is missing.
 * <p>
 * Every call is tried by one that plays dead: it does not touch its connection any more,
 * which is cut as the operating system would. Some, and all with {@code -Plong}, by a
 * process that is killed.
 */
abstract class CrashContractTests {

	/** How many processes are killed for each operation; all calls if 0. */
	private static final int KILLS = Integer.getInteger("crash.kills", 5);

	private static final String[] CHANGE_SETS = { """
			--changeset anna:one
			CREATE TABLE songs (id INT PRIMARY KEY, title VARCHAR(100));
			INSERT INTO songs VALUES (1, 'Blue');
			INSERT INTO songs VALUES (2, 'Red');
			--rollback DROP TABLE songs;
			""", """
			--changeset anna:two
			CREATE TABLE likes (song_id INT NOT NULL REFERENCES songs (id));
			INSERT INTO likes SELECT id FROM songs;
			CREATE INDEX likes_song ON likes (song_id);
			--rollback DROP INDEX likes_song;
			--rollback DROP TABLE likes;
			""", """
			--changeset ben:three
			ALTER TABLE songs ADD COLUMN plays INT;
			UPDATE songs SET plays = id;
			INSERT INTO songs VALUES (3, 'Green', 0);
			--rollback DELETE FROM songs WHERE id = 3;
			--rollback ALTER TABLE songs DROP COLUMN plays;
			""" };

	@TempDir
	Path folder;

	private TestChangelog changelog;

	private List<String> upgraded;

	/** An empty database. */
	abstract TestDatabase open();

	abstract String url(TestDatabase database);

	/** Cut the connection of somebody who is dead. */
	abstract void cut(Connection connection) throws Exception;

	abstract void verifyIntegrity(TestDatabase database);

	/** Write the change sets one, two and three. */
	TestChangelog write(TestChangelog changelog) {
		return changelog.sql(root(), CHANGE_SETS);
	}

	String root() {
		return "changelog.sql";
	}

	/** Everything there is in the database. */
	List<String> state(TestDatabase database) {
		List<String> state = new ArrayList<>(database.schema());
		for (String table : List.of("songs", "likes")) {
			if (state.stream().anyMatch((line) -> line.contains(table))) {
				state.addAll(database.rows("SELECT * FROM " + table + " ORDER BY 1"));
			}
		}
		return state;
	}

	@BeforeEach
	void upgrade() {
		this.changelog = write(new TestChangelog(this.folder.resolve("changelog")));
		TestDatabase database = open();
		migrations(database).upgrade(Target.HEAD, ProgressListener.SILENT);
		this.upgraded = state(database);
	}

	@Test
	void completesAnUpgradeThatDiedAtAnyCall() throws Exception {
		int calls = Integer.MAX_VALUE;
		for (int n = 1; n <= calls; n++) {
			TestDatabase database = open();
			calls = die(database, n, (migrations) -> migrations.upgrade(Target.HEAD, ProgressListener.SILENT));
			completesUpgrade(database, "died at call " + n);
		}
		System.out.println(getClass().getSimpleName() + ": died at each of " + calls + " calls of an upgrade");
		assertThat(calls).isGreaterThan(30);
	}

	@Test
	void completesADowngradeThatDiedAtAnyCall() throws Exception {
		int calls = Integer.MAX_VALUE;
		for (int n = 1; n <= calls; n++) {
			TestDatabase database = open();
			migrations(database).upgrade(Target.HEAD, ProgressListener.SILENT);
			calls = die(database, n, (migrations) -> migrations.downgrade(Target.BASE, ProgressListener.SILENT));
			completesDowngrade(database, "died at call " + n);
		}
		System.out.println(getClass().getSimpleName() + ": died at each of " + calls + " calls of a downgrade");
		assertThat(calls).isGreaterThan(30);
	}

	@Test
	void completesAnUpgradeThatWasKilled() throws Exception {
		TestDatabase counted = open();
		int calls = run(counted, "upgrade", 0);
		assertThat(state(counted)).isEqualTo(this.upgraded);
		int killed = 0;
		for (int n = 1; n <= calls; n += step(calls)) {
			TestDatabase database = open();
			assertThat(run(database, "upgrade", n)).isZero();
			completesUpgrade(database, "killed at call " + n);
			killed++;
		}
		System.out.println(getClass().getSimpleName() + ": killed " + killed + " processes that upgraded, at " + killed
				+ " of " + calls + " calls");
	}

	@Test
	void completesADowngradeThatWasKilled() throws Exception {
		TestDatabase counted = open();
		migrations(counted).upgrade(Target.HEAD, ProgressListener.SILENT);
		int calls = run(counted, "downgrade", 0);
		int killed = 0;
		for (int n = 1; n <= calls; n += step(calls)) {
			TestDatabase database = open();
			migrations(database).upgrade(Target.HEAD, ProgressListener.SILENT);
			assertThat(run(database, "downgrade", n)).isZero();
			completesDowngrade(database, "killed at call " + n);
			killed++;
		}
		System.out.println(getClass().getSimpleName() + ": killed " + killed + " processes that downgraded, at "
				+ killed + " of " + calls + " calls");
	}

	private static int step(int calls) {
		return (KILLS != 0) ? Math.max(1, calls / KILLS) : 1;
	}

	/** How many calls there were; more than there can be if it died. */
	private int die(TestDatabase database, int n, Operation operation) {
		CrashingDataSource dataSource = new CrashingDataSource(database.dataSource(), n, (connection) -> {
			cut(connection);
			throw new CrashingDataSource.Dead();
		});
		try {
			operation.run(this.changelog.migrations(dataSource, root()).build());
			return dataSource.calls();
		}
		catch (CrashingDataSource.Dead | MigrationException ex) {
			// What a finally block throws takes the place of the other.
			assertThat(dataSource.calls()).as(ex::toString).isGreaterThanOrEqualTo(n);
			return Integer.MAX_VALUE;
		}
	}

	/** How many calls there were; 0 if it was killed. */
	private int run(TestDatabase database, String operation, int n) throws Exception {
		Path errors = this.folder.resolve("errors.txt");
		Process process = MigratingProcess.start(url(database), this.changelog.folder().resolve(root()), operation, n,
				errors);
		try (OutputStream input = process.getOutputStream()) {
			input.write('\n');
		}
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int code = process.waitFor();
		assertThat(code).as(() -> read(errors)).isEqualTo((n != 0) ? 137 : 0);
		return (n != 0) ? 0 : Integer.parseInt(output.replaceAll("(?s).*steps, (\\d+) calls.*", "$1"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private void completesUpgrade(TestDatabase database, String what) {
		Migrations next = migrations(database);
		next.upgrade(Target.HEAD, ProgressListener.SILENT);
		assertThat(state(database)).as(what).isEqualTo(this.upgraded);
		assertThat(database.applied()).as(what).containsExactly("one", "two", "three");
		assertThat(done(next, Step.Action.APPLY)).as(what).containsExactly("one", "two", "three");
		assertThat(next.lock()).as(what).isEqualTo(LockStatus.FREE);
		assertThat(next.status().state()).as(what).isEqualTo(SchemaState.UP_TO_DATE);
		verifyIntegrity(database);
	}

	private void completesDowngrade(TestDatabase database, String what) {
		Migrations next = migrations(database);
		next.downgrade(Target.BASE, ProgressListener.SILENT);
		assertThat(database.schema()).as(what).isEmpty();
		assertThat(database.applied()).as(what).isEmpty();
		assertThat(done(next, Step.Action.REVERT)).as(what).containsExactly("three", "two", "one");
		assertThat(next.lock()).as(what).isEqualTo(LockStatus.FREE);
		verifyIntegrity(database);
	}

	/** What the journal says was done, the oldest first. */
	private static List<String> done(Migrations migrations, Step.Action action) {
		List<String> done = new ArrayList<>();
		for (JournalEntry entry : migrations.journal()) {
			assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
			if (entry.action() == action) {
				done.add(0, entry.revision());
			}
		}
		return done;
	}

	/** The server may need a moment to notice that somebody is dead. */
	private Migrations migrations(TestDatabase database) {
		return this.changelog.migrations(database, root()).lockWait(Duration.ofMinutes(1)).build();
	}

	/**
	 * What somebody dies in.
	 */
	@FunctionalInterface
	private interface Operation {

		void run(Migrations migrations);

	}

}
