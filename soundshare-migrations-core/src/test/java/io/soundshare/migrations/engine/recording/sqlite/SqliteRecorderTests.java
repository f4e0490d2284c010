package io.soundshare.migrations.engine.recording.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Change sets are undone without a trace.
 */
class SqliteRecorderTests {

	@TempDir
	private Path directory;

	private RecordedDatabase database;

	@BeforeEach
	void open() throws SQLException {
		this.database = new RecordedDatabase(this.directory.resolve("a.db"), "", RecordedDatabase.POLICY);
	}

	@AfterEach
	void close() throws SQLException {
		this.database.close();
	}

	private Recording undoes(String... statements) throws SQLException {
		List<String> before = this.database.content();
		Recording recording = this.database.record(statements);
		assertThat(this.database.content()).isNotEqualTo(before);
		this.database.undo(recording);
		assertThat(this.database.content()).isEqualTo(before);
		return recording;
	}

	@Test
	void dropsNewTable() throws SQLException {
		Recording recording = undoes("CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT)",
				"INSERT INTO songs VALUES (1, 'a')", "CREATE INDEX i ON songs (title)",
				"ALTER TABLE songs ADD COLUMN b INT", "UPDATE songs SET b = 2");
		assertThat(recording.entries()).extracting(Recording.Entry::sql).containsExactly("DROP TABLE \"songs\"");
		assertThat(recording.made()).containsExactly(new Place("songs", null));
		assertThat(recording.before()).isEmpty();
		assertThat(recording.after()).containsOnlyKeys("table songs", "index i");
	}

	@Test
	void undoesInsertsUpdatesAndDeletes() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b)",
				"INSERT INTO t VALUES (1, 'x', 1.5), (2, 'it''s', x'00ff'), (7, NULL, 9e999)");
		Recording recording = undoes("INSERT INTO t (a) VALUES ('n'), ('m')",
				"/* c */ UPDATE t SET b = 'q' WHERE id < 3", "DELETE FROM t WHERE id = 7", "UPDATE t SET id = id + 100",
				"-- c\nINSERT INTO t (id) VALUES (7)");
		assertThat(recording.inserted()).isEqualTo(Map.of("t", 3L));
		assertThat(recording.made()).isEmpty();
	}

	@Test
	void addsAndDropsColumns() throws SQLException {
		this.database.with("CREATE TABLE t (a TEXT, b INT NOT NULL, c DEFAULT 5)",
				"INSERT INTO t VALUES ('x', 1, NULL), ('y', 2, 5), ('z', 3, 'c')", "DELETE FROM t WHERE a = 'y'",
				"CREATE INDEX i ON t (a)");
		undoes("ALTER TABLE t ADD COLUMN d TEXT DEFAULT 'x'", "ALTER TABLE t ADD COLUMN e");
		undoes("ALTER TABLE t DROP COLUMN c", "ALTER TABLE t DROP COLUMN b", "ALTER TABLE t RENAME COLUMN a TO aa");
	}

	@Test
	void bringsDroppedTableBack() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT UNIQUE)",
				"INSERT INTO t (a) VALUES ('a'), ('b')", "DELETE FROM t WHERE id = 2",
				"CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = 'q' WHERE id = NEW.id; END",
				"CREATE VIEW v AS SELECT a FROM t", "CREATE INDEX i ON t (a) WHERE a > 'a'");
		Recording recording = undoes("DROP VIEW v", "DROP TABLE t");
		assertThat(recording.kept()).containsExactly(new Recording.Kept("SSM_KEPT_1_1", new Place("t", null), 1));
	}

	@Test
	void undoesRename() throws SQLException {
		this.database.with("CREATE TABLE p (id INTEGER PRIMARY KEY)", "INSERT INTO p VALUES (3)",
				"CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (id))", "INSERT INTO c VALUES (1, 3)",
				"CREATE VIEW v AS SELECT p.id FROM p JOIN c ON p.id = c.p",
				"CREATE TRIGGER tr AFTER DELETE ON c BEGIN DELETE FROM p WHERE id = OLD.p; END");
		undoes("ALTER TABLE p RENAME TO q", "INSERT INTO q VALUES (4)", "ALTER TABLE q RENAME COLUMN id TO \"k y\"");
	}

	@Test
	void keepsRowsThroughRebuild() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, gone TEXT)",
				"INSERT INTO t VALUES (1, '007', 'x'), (2, '8', NULL), (3, 'y', 'z')");
		List<String> before = this.database.content();
		Recording recording = this.database.record("CREATE TABLE new_t (id INTEGER PRIMARY KEY, a INTEGER)",
				"INSERT INTO new_t SELECT id, a FROM t", "DROP TABLE t", "ALTER TABLE new_t RENAME TO t");
		assertThat(recording.made()).isEmpty();
		this.database.undo(recording);
		assertThat(this.database.content()).isEqualTo(before);
	}

}
