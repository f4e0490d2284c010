package io.soundshare.migrations.engine.recording.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What cannot be undone is said, and what is not done is not recorded.
 */
class SqliteRecorderObstacleTests {

	@TempDir
	private Path directory;

	private RecordedDatabase database;

	@BeforeEach
	void open() throws SQLException {
		this.database = database(RecordedDatabase.POLICY);
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a)", "INSERT INTO t VALUES (1, 1), (2, 2)",
				"CREATE VIRTUAL TABLE f USING fts5(a, content='')");
	}

	private RecordedDatabase database(RecordingPolicy policy) throws SQLException {
		return new RecordedDatabase(this.directory.resolve("a.db"), "", policy);
	}

	@AfterEach
	void close() throws SQLException {
		this.database.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					ATTACH DATABASE ':memory:' AS other                | it attaches or detaches a database
					PRAGMA writable_schema = ON                        | it changes the schema behind SQLite's back, by writable_schema
					VACUUM                                             | it runs VACUUM
					INSERT INTO other.t VALUES (1)                     | it uses an attached database, other
					INSERT INTO f VALUES ('x')                         | it has to do with the rows of the virtual table f, which cannot be read as they were written
					DROP TABLE f                                       | it has to do with the rows of the virtual table f, which cannot be read as they were written
					ROLLBACK TO x                                      | it rolls back by itself
					CREATE TABLE x (a); INSERT INTO t SELECT 1         | it gives SQLite several statements at once
					backup to a.db                                     | it runs a statement that is not understood, backup
					""")
	void refuses(String sql, String reason) throws SQLException {
		this.database.begin();
		this.database.execute("UPDATE t SET a = 5");
		this.database.execute("ALTER TABLE t DROP COLUMN a");
		this.database.recorder().willExecute(sql);
		this.database.recorder().willExecute("DELETE FROM t");
		assertThat(this.database.end()).isEqualTo(Recording.impossible(reason));
		assertThat(RecordedDatabase.query(this.database.connection(),
				"SELECT name FROM sqlite_master" + " WHERE name LIKE 'SSM%'"))
			.isEmpty();
	}

	@Test
	void refusesMoreThanTheLimits() throws SQLException {
		RecordingPolicy few = new RecordingPolicy(Set.of(), "SSM_KEPT_", true, 10, 2000);
		try (RecordedDatabase limited = database(few)) {
			limited.with("CREATE TABLE many (a)", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE"
					+ " i < 1000) INSERT INTO many SELECT i FROM n");
			assertThat(limited.record("UPDATE many SET a = 1").obstacle())
				.isEqualTo("it changes 11 rows or more, and 10 are recorded at most");
			assertThat(limited.record("UPDATE many SET a = 1 WHERE rowid < 8", "UPDATE many SET a = 2 WHERE rowid < 8")
				.obstacle()).isEqualTo("it changes 11 rows or more, and 10 are recorded at most");
			assertThat(limited
				.record("DELETE FROM many WHERE rowid = 5", "INSERT INTO many VALUES ('" + "x".repeat(5000) + "')",
						"DELETE FROM many WHERE a LIKE 'x%'")
				.obstacle()).isEqualTo("what undoes it is longer than the 2,000 characters that are recorded at most");
			assertThat(limited.record("DELETE FROM many WHERE rowid = 6").obstacle()).isNull();
		}
	}

	@Test
	void takesNoNoticeOfWhatIsNone() throws SQLException {
		assertThat(this.database.record("SELECT 1", "EXPLAIN DELETE FROM t", "PRAGMA table_info(t)",
				"CREATE TABLE DATABASECHANGELOG (a)", "INSERT INTO DATABASECHANGELOG VALUES (1)",
				"ALTER TABLE DATABASECHANGELOG ADD COLUMN b", "/* nothing */ SELECT 1 AS \"DELETE FROM t\""))
			.isEqualTo(Recording.NOTHING);
		assertThat(this.database.record("UPDATE t SET a = 1 WHERE 0").entries()).isEmpty();
	}

	@Test
	void goesOnAfterRollbacks() throws SQLException {
		List<String> before = this.database.content();
		Connection connection = this.database.connection();
		this.database.begin();
		this.database.execute("UPDATE t SET a = 5");
		this.database.execute("CREATE TABLE x (a)");
		this.database.execute("INSERT OR REPLACE INTO t VALUES (1, 2)");
		connection.rollback();
		this.database.recorder().rolledBack();
		assertThat(RecordedDatabase.query(connection, "PRAGMA recursive_triggers")).containsExactly("i0");
		this.database.execute("CREATE TABLE y (a)");
		this.database.execute("DELETE FROM t WHERE id = 2");
		this.database.undo(this.database.end());
		assertThat(this.database.content()).isEqualTo(before);
		Recording first = this.database.record("UPDATE t SET a = 'first'");
		List<String> one = this.database.content();
		RecordedDatabase.run(connection, "CREATE TABLE DATABASECHANGELOG (a)");
		Savepoint mark = connection.setSavepoint();
		this.database.begin();
		this.database.execute("UPDATE t SET a = 6");
		this.database.execute("INSERT INTO t VALUES (9, 9)");
		connection.rollback(mark);
		this.database.recorder().rolledBack();
		this.database.begin();
		this.database.execute("UPDATE t SET a = 7");
		this.database.execute("ALTER TABLE t ADD COLUMN b");
		Recording second = this.database.end();
		RecordedDatabase.run(connection, "DROP TABLE DATABASECHANGELOG");
		connection.commit();
		this.database.undo(second);
		assertThat(this.database.content()).isEqualTo(one);
		this.database.undo(first);
		assertThat(this.database.content()).isEqualTo(before);
	}

	@Test
	void doesWithoutDataThatIsNotKept() throws SQLException {
		RecordingPolicy forgetful = new RecordingPolicy(Set.of(), "SSM_KEPT_", false, 10, 10_000);
		try (RecordedDatabase limited = database(forgetful)) {
			limited.with("CREATE TABLE gone (a)", "INSERT INTO gone VALUES (1)");
			Recording recording = limited.record("ALTER TABLE t DROP COLUMN a", "DROP TABLE gone");
			assertThat(recording.kept()).isEmpty();
			limited.undo(recording);
			assertThat(RecordedDatabase.query(limited.connection(), "SELECT * FROM t")).containsExactly("i1|n", "i2|n");
			assertThat(RecordedDatabase.query(limited.connection(), "SELECT * FROM gone")).isEmpty();
		}
	}

	@Test
	void refusesToLeaveRowsThatReferToNothing() throws SQLException {
		this.database.with("CREATE TABLE c (t INT REFERENCES t (id))", "INSERT INTO c VALUES (1)");
		SqliteUndo undo = new SqliteUndo();
		try (Connection fresh = DriverManager
			.getConnection("jdbc:sqlite:" + this.directory.resolve("a.db") + "?foreign_keys=on")) {
			fresh.setAutoCommit(false);
			undo.prepare(fresh);
			undo.verify(fresh);
			RecordedDatabase.run(fresh, "DELETE FROM t WHERE id = 1");
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> undo.verify(fresh))
				.withMessage("Undone, 1 row(s) of c would refer to rows of t that are not there");
			fresh.rollback();
			undo.finish(fresh);
			assertThat(RecordedDatabase.query(fresh, "PRAGMA foreign_keys")).containsExactly("i1");
			assertThat(RecordedDatabase.query(fresh, "PRAGMA legacy_alter_table")).containsExactly("i0");
		}
	}

}
