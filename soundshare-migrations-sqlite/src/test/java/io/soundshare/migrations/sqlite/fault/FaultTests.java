package io.soundshare.migrations.sqlite.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import liquibase.Contexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process is killed while it rebuilds tables: whenever that is, the database opens, is
 * between two change sets, and the next start does the rest. 20 rounds, or as many as
 * {@code -Dsqlite.fault.rounds} says.
 */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTests {

	private static final int ROUNDS = Integer.getInteger("sqlite.fault.rounds", 20);

	private static final long SEED = Long.getLong("seed", 20261122L);

	private static final int ROWS = Integer.getInteger("sqlite.fault.rows", 20_000);

	@TempDir
	private static Path directory;

	/** The database as it looks after none, one, two... of the change sets. */
	private final List<String> boundaries = new ArrayList<>();

	/** The time the rebuilds take, from the line READY on. */
	private long duration;

	@BeforeAll
	void prepare() throws Exception {
		try (Connection connection = open("template.db"); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE artists (id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
			statement.execute("CREATE TABLE songs (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT COLLATE NOCASE,"
					+ " artist_id INTEGER, plays INTEGER, CHECK (plays >= 0 OR plays IS NULL))");
			statement.execute("CREATE TABLE likes (song_id INTEGER REFERENCES songs ON DELETE CASCADE)");
			statement.execute("CREATE INDEX songs_plays ON songs (plays DESC) WHERE plays > 5");
			statement
				.execute("CREATE TRIGGER songs_ad AFTER DELETE ON songs BEGIN UPDATE artists SET name = name; END");
			statement.execute("CREATE VIEW played AS SELECT title FROM songs WHERE plays > 0");
			statement.execute("INSERT INTO artists WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g"
					+ " WHERE n < 100) SELECT n, 'artist ' || n FROM g");
			statement.execute("INSERT INTO songs (title, artist_id, plays) WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL"
					+ " SELECT n + 1 FROM g WHERE n < " + ROWS + ") SELECT 'title ' || n, 1 + n % 100, n % 11 FROM g");
			statement.execute("INSERT INTO likes SELECT id FROM songs WHERE id % 3 = 0");
		}
		for (int i = 0; i <= RebuildingProcess.CHANGE_SETS; i++) {
			Files.copy(directory.resolve("template.db"), directory.resolve("boundary.db"));
			try (Connection connection = open("boundary.db")) {
				RebuildingProcess.liquibase(connection, i).update(new Contexts());
				this.boundaries.add(state(connection));
			}
			Files.delete(directory.resolve("boundary.db"));
		}
		assertThat(this.boundaries).doesNotHaveDuplicates();
		this.duration = run("first.db", -1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DELETE", "WAL" })
	void isBetweenChangeSetsWheneverItIsKilledAndGoesOn(String journal) throws Exception {
		Random random = new Random(SEED);
		int killed = 0;
		int beforeHistory = 0;
		for (int round = 0; round < ROUNDS / 2; round++) {
			String file = journal + round + ".db";
			Files.copy(directory.resolve("template.db"), directory.resolve(file));
			try (Connection connection = open(file); Statement statement = connection.createStatement()) {
				statement.execute("PRAGMA journal_mode = " + journal);
			}
			long delay = (long) (random.nextDouble() * this.duration);
			killed += (run(file, delay) < 0) ? 1 : 0;
			try (Connection connection = open(file)) {
				String what = "seed %d, round %d, killed after %d ms".formatted(SEED, round, delay);
				assertThat(strings(connection, "PRAGMA integrity_check")).as(what).containsExactly("ok");
				assertThat(strings(connection, "PRAGMA foreign_key_check")).as(what).isEmpty();
				int done = this.boundaries.indexOf(state(connection));
				assertThat(done).as(what + ": between two change sets").isNotNegative();
				int recorded = recorded(connection);
				assertThat(done - recorded).as(what + ": recorded").isBetween(0, 1);
				if (done > recorded) {
					// Liquibase commits a change set before its history row.
					beforeHistory++;
					continue;
				}
				RebuildingProcess.liquibase(connection, 0).forceReleaseLocks();
				RebuildingProcess.liquibase(connection, RebuildingProcess.CHANGE_SETS).update(new Contexts());
				assertThat(this.boundaries.indexOf(state(connection))).as(what + ": the next start")
					.isEqualTo(RebuildingProcess.CHANGE_SETS);
			}
		}
		System.out.printf("%s journal: %d rounds, %d killed before the end, %d of them between a change set and its"
				+ " history row%n", journal, ROUNDS / 2, killed, beforeHistory);
		assertThat(killed).as("killed before the end").isPositive();
	}

	/**
	 * Runs the process, and kills it so many milliseconds after it began to rebuild.
	 * @return how long it took from then on in milliseconds, or -1 if it was killed
	 */
	private long run(String file, long killAfter) throws Exception {
		Path database = directory.resolve(file);
		if (Files.notExists(database)) {
			Files.copy(directory.resolve("template.db"), database);
		}
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
				RebuildingProcess.class.getName(), "jdbc:sqlite:" + database + "?foreign_keys=true")
			.redirectError(directory.resolve("stderr.txt").toFile())
			.start();
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			awaitLine(output, "READY");
			long start = System.nanoTime();
			if (killAfter >= 0 && !process.waitFor(killAfter, TimeUnit.MILLISECONDS)) {
				process.destroyForcibly().waitFor();
				return -1;
			}
			awaitLine(output, "DONE");
			return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		}
	}

	private void awaitLine(BufferedReader output, String wanted) throws IOException {
		String line = output.readLine();
		while (line != null && !line.equals(wanted)) {
			line = output.readLine();
		}
		assertThat(line).as(() -> {
			try {
				return Files.readString(directory.resolve("stderr.txt"));
			}
			catch (IOException ex) {
				return ex.toString();
			}
		}).isEqualTo(wanted);
	}

	private int recorded(Connection connection) throws SQLException {
		return strings(connection, "SELECT id FROM DATABASECHANGELOG").size();
	}

	/** All of the schema, and of each table all rows. */
	private static String state(Connection connection) throws SQLException {
		StringBuilder state = new StringBuilder();
		state.append(strings(connection, "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'DATABASECHANGE%'"
				+ " AND sql IS NOT NULL ORDER BY type, name"));
		for (String table : List.of("artists", "songs", "likes")) {
			int hash = 1;
			try (Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery("SELECT rowid, * FROM " + table + " ORDER BY rowid")) {
				int columns = rows.getMetaData().getColumnCount();
				while (rows.next()) {
					for (int i = 1; i <= columns; i++) {
						Object value = rows.getObject(i);
						hash = 31 * hash + ((value != null) ? value.hashCode() : 0);
					}
				}
			}
			state.append(table).append(hash);
		}
		return state.append(strings(connection, "SELECT name || seq FROM sqlite_sequence")).toString();
	}

	private static List<String> strings(Connection connection, String query) throws SQLException {
		List<String> strings = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				strings.add(rows.getString(1));
			}
		}
		return strings;
	}

	private Connection open(String file) throws SQLException {
		return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(file) + "?foreign_keys=true");
	}

}
