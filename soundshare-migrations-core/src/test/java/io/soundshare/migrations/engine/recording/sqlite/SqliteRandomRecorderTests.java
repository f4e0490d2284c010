package io.soundshare.migrations.engine.recording.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.soundshare.migrations.engine.recording.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever change sets do, they are undone without a trace.
 */
class SqliteRandomRecorderTests {

	private static final int ROUNDS = Integer.getInteger("rounds", 100);

	private static final long SEED = Long.getLong("seed", 20261130);

	@TempDir
	private Path directory;

	@Test
	void undoesRandomChangeSets() throws SQLException {
		int undone = 0;
		List<String> obstacles = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			undone += round(SEED + i, obstacles);
		}
		assertThat(undone).isGreaterThan(ROUNDS);
		assertThat(obstacles).isEmpty();
	}

	private int round(long seed, List<String> obstacles) throws SQLException {
		Random random = new Random(seed);
		List<String> story = new ArrayList<>();
		Path file = this.directory.resolve(seed + ".db");
		try (RecordedDatabase database = new RecordedDatabase(file, (random.nextInt(3) == 0) ? "?foreign_keys=on" : "",
				RecordedDatabase.POLICY)) {
			RandomStatements statements = new RandomStatements(random, database.connection());
			for (int i = 0; i < 15; i++) {
				for (String sql : statements.next()) {
					if (isPossible(database.connection(), sql)) {
						database.with(sql);
						story.add(sql);
					}
				}
			}
			List<List<String>> contents = new ArrayList<>();
			List<Recording> recordings = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				contents.add(database.content());
				story.add("--- change set " + (i + 1));
				Recording recording = changeSet(database, statements, 1 + random.nextInt(6), story);
				recordings.add(recording);
				if (recording.obstacle() != null) {
					obstacles.add(seed + ": " + recording.obstacle());
					return 0;
				}
			}
			for (int i = recordings.size() - 1; i >= 0; i--) {
				story.add("--- undo " + (i + 1));
				recordings.get(i).entries().forEach((entry) -> story.add(entry.sql()));
				database.undo(recordings.get(i));
				assertThat(database.content()).isEqualTo(contents.get(i));
			}
			return recordings.size();
		}
		catch (SQLException | AssertionError | RuntimeException ex) {
			throw new AssertionError("-Dseed=" + seed + "\n" + String.join(";\n", story) + "\n" + ex.getMessage(), ex);
		}
	}

	private static Recording changeSet(RecordedDatabase database, RandomStatements statements, int count,
			List<String> story) throws SQLException {
		database.begin();
		for (int i = 0; i < count; i++) {
			for (String sql : statements.next()) {
				if (isPossible(database.connection(), sql)) {
					story.add(sql);
					database.execute(sql);
				}
			}
		}
		return database.end();
	}

	/** Liquibase would roll back a change set with a statement that fails. */
	private static boolean isPossible(Connection connection, String sql) throws SQLException {
		RecordedDatabase.run(connection, "SAVEPOINT trial");
		try {
			RecordedDatabase.run(connection, sql);
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
		finally {
			RecordedDatabase.run(connection, "ROLLBACK TO trial");
			RecordedDatabase.run(connection, "RELEASE trial");
		}
	}

}
