package io.soundshare.migrations.engine.recording.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.recording.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows are as they were.
 */
class SqliteRowRecorderTests {

	@TempDir
	private Path directory;

	private RecordedDatabase database;

	@BeforeEach
	void open() throws SQLException {
		this.database = database("");
	}

	private RecordedDatabase database(String parameters) throws SQLException {
		return new RecordedDatabase(this.directory.resolve("rows" + parameters.length() + ".db"), parameters,
				RecordedDatabase.POLICY);
	}

	@AfterEach
	void close() throws SQLException {
		this.database.close();
	}

	@Test
	void undoesInsertsUpdatesAndDeletes() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b)",
				"INSERT INTO t VALUES (1, 'x', 1.5), (2, 'it''s', x'00ff'), (7, NULL, 9e999)");
		Recording recording = this.database.undoes("INSERT INTO t (a) VALUES ('n'), ('m')",
				"/* c */ UPDATE t SET b = 'q' WHERE id < 3", "DELETE FROM t WHERE id = 7", "UPDATE t SET id = id + 100",
				"-- c\nINSERT INTO t (id) VALUES (7)",
				"WITH x AS (SELECT 50 AS y) INSERT INTO main.t (id) SELECT y FROM x",
				"WITH x AS (SELECT 50 AS y) DELETE FROM t WHERE id IN (SELECT y FROM x)");
		assertThat(recording.inserted()).isEqualTo(Map.of("t", 2L));
		assertThat(recording.made()).isEmpty();
		assertThat(recording.before()).isEqualTo(recording.after()).containsOnlyKeys("table t");
	}

	@Test
	void bringsEveryValueBackBitByBit() throws SQLException {
		this.database.with("CREATE TABLE t (a, i INTEGER, r REAL, x TEXT, n NUMERIC)");
		for (String value : List.of("NULL", "''", "'it''s'", "'a' || char(0) || 'b'", "CAST(x'61ff62' AS TEXT)",
				"CAST(x'c3' AS TEXT)", "char(65533)", "x''", "x'00ff'", "0.1 + 0.2", "1e300", "-1e-300", "9e999",
				"-9e999", "4.9e-324", "2.2250738585072014e-308", "1.7976931348623157e308", "123456789012345678",
				"-9223372036854775808", "9223372036854775807", "5.0", "'5.0'", "'0x10'", "1.0 / 3", "'Ünï 😀'", "1e15",
				"123456789.123456789", "char(10) || char(13)", "0.0", "-0.0", "1e22", "1e23")) {
			this.database
				.with("INSERT INTO t VALUES (" + String.join(", ", java.util.Collections.nCopies(5, value)) + ")");
		}
		this.database.undoes("DELETE FROM t");
		this.database.undoes("UPDATE t SET a = 1, i = 2, r = 3, x = 4, n = 5");
	}

	@Test
	void bringsStrangeTextBackInOtherEncodings() throws SQLException {
		this.database.with("PRAGMA encoding = 'UTF-16le'", "CREATE TABLE t (a TEXT)",
				"INSERT INTO t VALUES ('a' || char(0) || 'ü'), ('Ünï 😀'), (x'00')");
		assertThat(RecordedDatabase.query(this.database.connection(), "PRAGMA encoding")).containsExactly("tUTF-16le");
		this.database.undoes("DELETE FROM t");
	}

	@Test
	void followsTriggersThroughTablesAndViews() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a)", "CREATE TABLE log (x)", "CREATE TABLE far (y)",
				"INSERT INTO t VALUES (1, 1), (2, 2)", "INSERT INTO far VALUES (1)",
				"CREATE VIEW v AS SELECT id, a FROM t",
				"CREATE TRIGGER one AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (OLD.a); END",
				"CREATE TRIGGER two AFTER INSERT ON log BEGIN UPDATE far SET y = y + 1; END",
				"CREATE TRIGGER three BEFORE DELETE ON t BEGIN UPDATE t SET a = 9 WHERE id = OLD.id; END",
				"CREATE TRIGGER four INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (NEW.id, NEW.a); END",
				"CREATE TRIGGER five AFTER INSERT ON t BEGIN UPDATE t SET a = a || '!' WHERE id = NEW.id; END");
		this.database.undoes("UPDATE t SET a = 3");
		this.database.undoes("DELETE FROM t WHERE id = 1");
		this.database.undoes("INSERT INTO v VALUES (5, 'five')", "INSERT INTO t VALUES (6, 'six')");
		this.database.undoes("INSERT INTO \"V\" VALUES (7, 'seven')");
	}

	@Test
	void followsForeignKeys() throws SQLException {
		try (RecordedDatabase enforced = database("?foreign_keys=on")) {
			enforced.with("CREATE TABLE p (id INTEGER PRIMARY KEY, a)",
					"CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (id) ON DELETE CASCADE ON UPDATE CASCADE)",
					"CREATE TABLE s (p INT DEFAULT 3 REFERENCES \"p\" ON DELETE SET NULL ON UPDATE SET DEFAULT)",
					"CREATE TABLE g (c INT, FOREIGN KEY (c) REFERENCES c (id) ON DELETE CASCADE)",
					"INSERT INTO p VALUES (1, 'x'), (2, 'y'), (3, 'z')", "INSERT INTO c VALUES (10, 1), (11, 2)",
					"INSERT INTO s VALUES (1), (2)", "INSERT INTO g VALUES (10), (11)");
			enforced.undoes("DELETE FROM p WHERE id = 1");
			enforced.undoes("UPDATE p SET id = id + 10 WHERE id < 3");
			enforced.undoes("INSERT OR REPLACE INTO p VALUES (2, 'new')");
			enforced.undoes("DROP TABLE p");
			enforced.undoes("ALTER TABLE c RENAME TO cc", "ALTER TABLE cc ADD COLUMN more", "DROP TABLE p",
					"CREATE TABLE p (id INTEGER PRIMARY KEY)", "INSERT INTO p VALUES (2)", "DROP TABLE g");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?recursive_triggers=on" })
	void bringsReplacedRowsBack(String parameters) throws SQLException {
		try (RecordedDatabase replacing = database("?busy_timeout=1&" + parameters)) {
			if (!parameters.isEmpty()) {
				RecordedDatabase.run(replacing.connection(), "PRAGMA recursive_triggers = ON");
			}
			List<String> recursive = RecordedDatabase.query(replacing.connection(), "PRAGMA recursive_triggers");
			replacing.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a UNIQUE, b UNIQUE)",
					"INSERT INTO t VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3)",
					"CREATE TABLE d (a UNIQUE ON CONFLICT REPLACE)", "INSERT INTO d VALUES (1), (2)",
					"CREATE TABLE log (x)", "CREATE TABLE w (k TEXT PRIMARY KEY, v UNIQUE) WITHOUT ROWID",
					"INSERT INTO w VALUES ('a', 1), ('b', 2)");
			replacing.undoes("INSERT OR REPLACE INTO t VALUES (1, 2, 3)", "REPLACE INTO t VALUES (9, 9, 9)",
					"UPDATE OR REPLACE t SET a = 1", "INSERT INTO d VALUES (2)", "REPLACE INTO w VALUES ('b', 1)",
					"UPDATE t SET b = replace('xyz', 'y', 'z')");
			assertThat(RecordedDatabase.query(replacing.connection(), "PRAGMA recursive_triggers"))
				.isEqualTo(recursive);
			replacing.with("CREATE TRIGGER one AFTER DELETE ON t BEGIN INSERT INTO log VALUES (OLD.id); END",
					"CREATE TRIGGER two AFTER INSERT ON log BEGIN INSERT OR REPLACE INTO d VALUES (NEW.x); END");
			replacing.undoes("UPDATE t SET b = b + 10", "INSERT OR REPLACE INTO t VALUES (1, 2, 3)",
					"DELETE FROM t WHERE a = 3", "DELETE FROM t WHERE a = 2");
		}
	}

	@Test
	void recordsUpsertsAndBatches() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE, n DEFAULT 0)",
				"INSERT INTO t (a) VALUES ('x'), ('y')");
		this.database.undoes("INSERT INTO t (a) VALUES ('x'), ('z') ON CONFLICT (a) DO UPDATE SET n = n + 1",
				"INSERT OR IGNORE INTO t (a) VALUES ('y')", "UPDATE OR IGNORE t SET a = 'x'",
				"INSERT INTO t (a) VALUES ('w') RETURNING id");
		List<String> before = this.database.content();
		this.database.begin();
		String sql = "INSERT INTO t (a) VALUES (?)";
		this.database.recorder().willExecute(sql);
		try (PreparedStatement insert = this.database.connection().prepareStatement(sql)) {
			for (int i = 0; i < 500; i++) {
				insert.setInt(1, i);
				insert.addBatch();
			}
			insert.executeBatch();
		}
		Recording recording = this.database.end();
		assertThat(recording.entries()).extracting(Recording.Entry::sql)
			.hasSize(6)
			.last()
			.asString()
			.startsWith("DELETE FROM \"t\" WHERE \"id\" IN (SELECT t.\"id\" FROM (VALUES (403, 400, 0), ")
			.contains(" v JOIN \"t\" t ON t.\"id\" = v.column1 AND NOT (+t.\"a\" COLLATE BINARY IS NOT +v.column2 ");
		this.database.undo(recording);
		assertThat(this.database.content()).isEqualTo(before);
	}

	@Test
	void leavesGeneratedColumnsOut() throws SQLException {
		this.database.with(
				"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, g AS (a + 1), s INT AS (a * 2) STORED, CHECK (a < 100))",
				"INSERT INTO t (a) VALUES (1), (2)");
		this.database.undoes("UPDATE t SET a = a + 5", "DELETE FROM t WHERE g = 7", "INSERT INTO t (a) VALUES (3)");
		this.database.undoes("ALTER TABLE t ADD COLUMN h AS (a || 'x')", "DROP TABLE t");
		this.database.undoes("CREATE TABLE n (id INTEGER PRIMARY KEY, g INT, s INT)",
				"INSERT INTO n SELECT id, g, s FROM t", "DROP TABLE t", "ALTER TABLE n RENAME TO t");
	}

	@Test
	void undoesStrictTablesAndTablesWithManyColumns() throws SQLException {
		StringBuilder columns = new StringBuilder("c0");
		for (int i = 1; i < 800; i++) {
			columns.append(", c").append(i);
		}
		this.database.with("CREATE TABLE s (id INTEGER PRIMARY KEY, a ANY, t TEXT) STRICT",
				"INSERT INTO s VALUES (1, '007', 'x'), (2, 5.0, 'y')", "CREATE TABLE wide (" + columns + ")",
				"INSERT INTO wide (c0, c799) VALUES (1, 2), (3, 4)");
		this.database.undoes("UPDATE s SET a = 1", "DELETE FROM s WHERE id = 2", "UPDATE wide SET c5 = 7, c799 = 1",
				"DELETE FROM wide WHERE c0 = 3");
		this.database.undoes("ALTER TABLE wide DROP COLUMN c799", "DROP TABLE s");
		this.database.undoes("CREATE TABLE n (" + columns + ")", "INSERT INTO n SELECT * FROM wide WHERE c0 = 1",
				"DROP TABLE wide", "ALTER TABLE n RENAME TO wide");
	}

	@Test
	void undoesFullTextSearch() throws SQLException {
		this.database.with("CREATE VIRTUAL TABLE f USING fts5(a, b UNINDEXED)",
				"INSERT INTO f VALUES ('one two', 1), ('three', 2)", "CREATE TABLE docs (id INTEGER PRIMARY KEY, body)",
				"CREATE VIRTUAL TABLE df USING fts5(body, content='docs', content_rowid='id')",
				"CREATE TRIGGER ai AFTER INSERT ON docs BEGIN INSERT INTO df(rowid, body) VALUES (NEW.id, NEW.body); END",
				"CREATE TRIGGER ad AFTER DELETE ON docs BEGIN INSERT INTO df(df, rowid, body) VALUES"
						+ " ('delete', OLD.id, OLD.body); END",
				"INSERT INTO docs (body) VALUES ('hello world'), ('other text')");
		this.database.undoes("INSERT INTO f VALUES ('four', 3)", "UPDATE f SET a = 'five' WHERE rowid = 1",
				"DELETE FROM f WHERE b = 2");
		this.database.undoes("DELETE FROM docs WHERE id = 1", "INSERT INTO docs (body) VALUES ('new')");
		assertThat(RecordedDatabase.query(this.database.connection(), "SELECT rowid FROM df WHERE df MATCH 'hello'"))
			.containsExactly("i1");
		assertThat(RecordedDatabase.query(this.database.connection(), "SELECT rowid FROM df WHERE df MATCH 'new'"))
			.isEmpty();
		this.database.undoes("DROP TABLE f", "DROP TRIGGER ai", "DROP TRIGGER ad", "DROP TABLE df");
		assertThat(RecordedDatabase.query(this.database.connection(), "SELECT rowid FROM df WHERE df MATCH 'hello'"))
			.containsExactly("i1");
		this.database.undoes("CREATE VIRTUAL TABLE g USING fts5(x)", "INSERT INTO g VALUES ('a')");
	}

	@Test
	void undoesSpatialIndex() throws SQLException {
		this.database.with("CREATE VIRTUAL TABLE r USING rtree(id, x0, x1)",
				"INSERT INTO r VALUES (1, 0.1, 2), (5, 3, 4)");
		this.database.undoes("DELETE FROM r WHERE id = 1", "INSERT INTO r VALUES (7, 1, 2)",
				"UPDATE r SET x1 = 9 WHERE id = 5");
		this.database.undoes("DROP TABLE r");
	}

	@Test
	void leavesTemporaryTablesAlone() throws SQLException {
		this.database.with("CREATE TABLE t (a)", "INSERT INTO t VALUES (1)");
		this.database.undoes("CREATE TEMP TABLE x AS SELECT * FROM t", "INSERT INTO x VALUES (5)",
				"INSERT INTO temp.x VALUES (6)", "UPDATE t SET a = (SELECT max(a) FROM x)", "DROP TABLE x");
	}

}
