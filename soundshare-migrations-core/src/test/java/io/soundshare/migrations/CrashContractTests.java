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

import javax.sql.DataSource;

import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.TransactionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The death of a process, whenever it comes: it leaves what was committed together, or
 * nothing of it, and the next start completes what it did, by itself and at once. Nothing
 * is applied twice, nothing is missing.
 * <p>
 * Every call (of a server every third, and all with {@code -Plong}) is tried by one that
 * plays dead: it does not touch its connection any more, which is cut as the operating
 * system would. Some, and all with {@code -Plong}, by a process that is killed.
 */
public abstract class CrashContractTests {

	/** The number of processes killed for each operation; all calls if 0. */
	static final int KILLS = Integer.getInteger("crash.kills", 5);

	private static final String NOTHING = "nothing.sql";

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

	/** The changelog of who undoes. */
	private String downgrading = root();

	/** How far apart the calls are at which somebody dies. */
	int step() {
		return 1;
	}

	/** An empty database. */
	abstract TestDatabase open();

	abstract String url(TestDatabase database);

	/** Return the data source that those who die get their connections from. */
	DataSource dying(TestDatabase database) {
		return database.dataSource();
	}

	/** Cut the connection of somebody who is dead. */
	abstract void cut(Connection connection) throws Exception;

	abstract void verifyIntegrity(TestDatabase database);

	/** Write the change sets one, two and three. */
	protected TestChangelog write(TestChangelog changelog) {
		return changelog.sql(root(), CHANGE_SETS);
	}

	protected String root() {
		return "changelog.sql";
	}

	@BeforeEach
	void write() {
		this.changelog = write(new TestChangelog(this.folder.resolve("changelog")));
	}

	@ParameterizedTest
	@EnumSource
	void completesAnUpgradeThatDiedAtAnyCall(TransactionMode mode) {
		dieAtEachCall(Operation.UPGRADE, mode);
	}

	@ParameterizedTest
	@EnumSource
	void completesADowngradeThatDiedAtAnyCall(TransactionMode mode) {
		dieAtEachCall(Operation.DOWNGRADE, mode);
	}

	/** By a build that knows none of the revisions. */
	@ParameterizedTest
	@EnumSource
	void completesADowngradeFromTheRecordThatDiedAtAnyCall(TransactionMode mode) {
		this.changelog.sql(NOTHING);
		this.downgrading = NOTHING;
		dieAtEachCall(Operation.DOWNGRADE, mode);
	}

	@ParameterizedTest
	@MethodSource("killed")
	void completesAnUpgradeThatWasKilled(TransactionMode mode) throws Exception {
		killAtSomeCalls(Operation.UPGRADE, mode);
	}

	@ParameterizedTest
	@MethodSource("killed")
	void completesADowngradeThatWasKilled(TransactionMode mode) throws Exception {
		killAtSomeCalls(Operation.DOWNGRADE, mode);
	}

	static List<TransactionMode> killed() {
		return (KILLS != 0) ? List.of(TransactionMode.CHANGE_SET) : List.of(TransactionMode.values());
	}

	private void dieAtEachCall(Operation operation, TransactionMode mode) {
		List<List<String>> stages = stages(operation, mode);
		int first = first(operation, mode);
		int stage = 0;
		int calls = Integer.MAX_VALUE;
		for (int n = first; n <= calls; n = (n < calls) ? Math.min(n + step(), calls) : n + 1) {
			String what = "died at call " + n;
			TestDatabase database = prepared(operation);
			CrashingDataSource dying = new CrashingDataSource(dying(database), n, this::cut);
			calls = die(operation, mode, dying);
			List<String> left = everything(database);
			if (!left.equals(stages.get(stage))) {
				assertThat(left).as(what).isEqualTo(stages.get(++stage));
				assertThat(dying.names().subList(Math.max(0, n - 1 - step()), n - 1)).as(what).contains("commit");
			}
			completes(operation, mode, database, stages, what);
		}
		assertThat(stage).isEqualTo(stages.size() - 1);
		System.out.println("%s: died at calls %d to %d of %s, %s, step %d".formatted(getClass().getSimpleName(), first,
				calls, operation, mode, step()));
		assertThat(calls - first).isGreaterThan(30);
	}

	/**
	 * Return the first call to die at: what comes before the transaction is the same,
	 * however long that is.
	 */
	private int first(Operation operation, TransactionMode mode) {
		if (KILLS == 0 || mode == TransactionMode.CHANGE_SET) {
			return 1;
		}
		CrashingDataSource dataSource = new CrashingDataSource(dying(prepared(operation)), 0, this::cut);
		die(operation, mode, dataSource);
		return dataSource.names().indexOf("setSavepoint");
	}

	private void killAtSomeCalls(Operation operation, TransactionMode mode) throws Exception {
		List<List<String>> stages = stages(operation, mode);
		int calls = run(operation, mode, prepared(operation), 0);
		int killed = 0;
		for (int n = 1; n <= calls; n += (KILLS != 0) ? Math.max(1, calls / KILLS) : 1) {
			TestDatabase database = prepared(operation);
			assertThat(run(operation, mode, database, n)).isZero();
			String what = "killed at call " + n;
			assertThat(everything(database)).as(what).isIn(stages);
			completes(operation, mode, database, stages, what);
			killed++;
		}
		System.out.println("%s: killed %d processes, at %d of %d calls of %s, %s".formatted(getClass().getSimpleName(),
				killed, killed, calls, operation, mode));
	}

	private TestDatabase prepared(Operation operation) {
		TestDatabase database = open();
		if (operation == Operation.DOWNGRADE) {
			run(Operation.UPGRADE, migrations(Operation.UPGRADE, database, TransactionMode.CHANGE_SET), "head");
		}
		return database;
	}

	/** Return what there is before, between and after what is committed together. */
	private List<List<String>> stages(Operation operation, TransactionMode mode) {
		TestDatabase database = prepared(operation);
		List<List<String>> stages = new ArrayList<>(List.of(everything(database)));
		for (int i = 0; i < CHANGE_SETS.length; i++) {
			run(operation, migrations(operation, database, TransactionMode.CHANGE_SET),
					(operation == Operation.UPGRADE) ? "+1" : "-1");
			stages.add(everything(database));
		}
		assertThat(stages).doesNotHaveDuplicates();
		return (mode == TransactionMode.CHANGE_SET) ? stages : List.of(stages.get(0), stages.get(CHANGE_SETS.length));
	}

	/** The schema, the rows, the history, the oldest first, and the journal. */
	private List<String> everything(TestDatabase database) {
		List<String> everything = new ArrayList<>(database.schema());
		for (String table : List.of("songs", "likes")) {
			if (everything.stream().anyMatch((line) -> line.contains(table))) {
				everything.addAll(database.rows("SELECT * FROM " + table + " ORDER BY 1"));
			}
		}
		Migrations migrations = migrations(Operation.UPGRADE, database, TransactionMode.CHANGE_SET);
		migrations.status().history().forEach((revision) -> everything.add("history " + revision.name()));
		migrations.journal()
			.forEach((entry) -> everything
				.add("journal " + entry.action() + " " + entry.revision() + " " + entry.outcome()));
		return everything;
	}

	/** Return how many calls there were; more than there can be if it died. */
	private int die(Operation operation, TransactionMode mode, CrashingDataSource dataSource) {
		try {
			run(operation, this.changelog.migrations(dataSource, root(operation)).transaction(mode).build(),
					whole(operation));
			return dataSource.names().size();
		}
		catch (CrashingDataSource.Dead ex) {
			return Integer.MAX_VALUE;
		}
	}

	/** Return how many calls there were; 0 if it was killed. */
	private int run(Operation operation, TransactionMode mode, TestDatabase database, int n) throws Exception {
		Path errors = this.folder.resolve("errors.txt");
		Process process = MigratingProcess.start(url(database), this.changelog.folder().resolve(root()),
				operation.toString(), mode, n, errors);
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

	private void completes(Operation operation, TransactionMode mode, TestDatabase database, List<List<String>> stages,
			String what) {
		Migrations next = migrations(operation, database, mode);
		run(operation, next, whole(operation));
		assertThat(everything(database)).as(what).isEqualTo(stages.get(stages.size() - 1));
		assertThat(next.lock()).as(what).isEqualTo(LockStatus.FREE);
		verifyIntegrity(database);
	}

	private String root(Operation operation) {
		return (operation == Operation.DOWNGRADE) ? this.downgrading : root();
	}

	private static String whole(Operation operation) {
		return (operation == Operation.UPGRADE) ? "head" : "base";
	}

	private static void run(Operation operation, Migrations migrations, String target) {
		if (operation == Operation.UPGRADE) {
			migrations.upgrade(Target.parse(target), ProgressListener.SILENT);
		}
		else {
			migrations.downgrade(Target.parse(target), ProgressListener.SILENT);
		}
	}

	/** The server may need a moment to notice that somebody is dead. */
	private Migrations migrations(Operation operation, TestDatabase database, TransactionMode mode) {
		return this.changelog.migrations(database, root(operation))
			.transaction(mode)
			.lockWait(Duration.ofMinutes(1))
			.build();
	}

}
