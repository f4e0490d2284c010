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

	@Test
	void dropsNewTable() throws SQLException {
		Recording recording = this.database.undoes("CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT)",
				"INSERT INTO songs VALUES (1, 'a')", "CREATE INDEX i ON songs (title)",
				"ALTER TABLE songs ADD COLUMN b INT", "UPDATE songs SET b = 2");
		assertThat(recording.entries()).extracting(Recording.Entry::sql).containsExactly("DROP TABLE \"songs\"");
		assertThat(recording.made()).containsExactly(new Place("songs", null));
		assertThat(recording.before()).isEmpty();
		assertThat(recording.after()).containsOnlyKeys("table songs", "index i");
	}

	@Test
	void addsAndDropsColumns() throws SQLException {
		this.database.with("CREATE TABLE t (a TEXT, b INT NOT NULL, c DEFAULT 5)",
				"INSERT INTO t VALUES ('x', 1, NULL), ('y', 2, 5), ('z', 3, 'c')", "DELETE FROM t WHERE a = 'y'",
				"CREATE INDEX i ON t (a)");
		this.database.undoes("ALTER TABLE t ADD COLUMN d TEXT DEFAULT 'x'", "ALTER TABLE t ADD COLUMN e");
		this.database.undoes("ALTER TABLE t DROP COLUMN c", "ALTER TABLE t DROP COLUMN b",
				"ALTER TABLE t RENAME COLUMN a TO aa");
	}

	@Test
	void bringsBackColumnWithConstraintThatItsValuesAloneSatisfy() throws SQLException {
		this.database.with(
				"CREATE TABLE t (id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('new', 'old')), "
						+ "a INT, b INT CHECK (b IS NOT NULL))",
				"INSERT INTO t VALUES (1, 'new', 5, 6), (2, 'old', 7, 8)");
		this.database.undoes("ALTER TABLE t DROP COLUMN state", "ALTER TABLE t RENAME COLUMN a TO aa",
				"ALTER TABLE t DROP COLUMN b", "ALTER TABLE t DROP COLUMN aa");
	}

	@Test
	void bringsBackColumnWithConstraintOfTableThatWasRenamedOrDroppedToo() throws SQLException {
		this.database.with("CREATE TABLE t (a TEXT NOT NULL CHECK (a > 'a'), b, c DEFAULT 4)",
				"INSERT INTO t VALUES ('x', 1, 2), ('y', 3, 4)", "DELETE FROM t WHERE b = 1",
				"CREATE TABLE u (id TEXT PRIMARY KEY, a TEXT NOT NULL CHECK (a > 'a')) WITHOUT ROWID",
				"INSERT INTO u VALUES ('x', 'y')");
		this.database.undoes("ALTER TABLE t DROP COLUMN a", "ALTER TABLE t RENAME TO tt",
				"ALTER TABLE tt DROP COLUMN c", "ALTER TABLE u RENAME TO uu", "ALTER TABLE uu DROP COLUMN a",
				"DROP TABLE uu");
	}

	@Test
	void bringsBackColumnOfStrictTable() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB NOT NULL, b ANY) STRICT",
				"INSERT INTO t VALUES (1, x'01', 'x'), (2, x'02', 3)");
		this.database.undoes("ALTER TABLE t DROP COLUMN a", "UPDATE t SET b = 7 WHERE id = 1");
	}

	@Test
	void bringsBackUniqueColumnWithDefault() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a INT UNIQUE DEFAULT -1, b TEXT)",
				"INSERT INTO t VALUES (1, 5, 'x'), (2, -1, 'y'), (3, NULL, 'z'), (4, 6, 'w')");
		this.database.undoes("CREATE TABLE n (id INTEGER PRIMARY KEY, b TEXT)", "INSERT INTO n SELECT id, b FROM t",
				"DROP TABLE t", "ALTER TABLE n RENAME TO t", "DELETE FROM t");
		this.database.undoes("CREATE TABLE n (id INTEGER PRIMARY KEY, b TEXT)", "INSERT INTO n SELECT id, b FROM t",
				"DROP TABLE t", "ALTER TABLE n RENAME TO t", "UPDATE t SET b = 'q' WHERE id > 2");
		this.database.with("CREATE TABLE k (id INT, a TEXT DEFAULT 'x' PRIMARY KEY)",
				"INSERT INTO k VALUES (1, 'p'), (2, 'q'), (3, 'x')");
		this.database.undoes("CREATE TABLE n (id INT)", "INSERT INTO n SELECT id FROM k", "DROP TABLE k",
				"ALTER TABLE n RENAME TO k");
	}

	@Test
	void bringsDroppedTableBack() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT UNIQUE)",
				"INSERT INTO t (a) VALUES ('a'), ('b')", "DELETE FROM t WHERE id = 2",
				"CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = 'q' WHERE id = NEW.id; END",
				"CREATE VIEW v AS SELECT a FROM t", "CREATE INDEX i ON t (a) WHERE a > 'a'");
		Recording recording = this.database.undoes("DROP VIEW v", "DROP TABLE t");
		assertThat(recording.kept()).containsExactly(new Recording.Kept("SSM_KEPT_1_1", new Place("t", null), 1));
	}

	@Test
	void undoesRename() throws SQLException {
		this.database.with("CREATE TABLE p (id INTEGER PRIMARY KEY)", "INSERT INTO p VALUES (3)",
				"CREATE TABLE c (id INTEGER PRIMARY KEY, p INT REFERENCES p (id))", "INSERT INTO c VALUES (1, 3)",
				"CREATE VIEW v AS SELECT p.id FROM p JOIN c ON p.id = c.p",
				"CREATE TRIGGER tr AFTER DELETE ON c BEGIN DELETE FROM p WHERE id = OLD.p; END");
		this.database.undoes("ALTER TABLE p RENAME TO q", "INSERT INTO q VALUES (4)",
				"ALTER TABLE q RENAME COLUMN id TO \"k y\"");
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

	@Test
	void knowsTableByOldNameAfterItsRebuildTheOtherWayRound() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)",
				"INSERT INTO t VALUES (1, 'x'), (2, 'y')");
		List<String> before = this.database.content();
		Recording recording = this.database.record("ALTER TABLE t RENAME TO t_old",
				"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b DEFAULT 1)",
				"INSERT INTO t (id, a) SELECT id, a FROM t_old", "CREATE TABLE other (x)", "DROP TABLE t_old",
				"UPDATE t SET a = 'z' WHERE id = 1");
		assertThat(recording.kept()).isEmpty();
		this.database.with("INSERT INTO t VALUES (9, 'since', 1)");
		this.database.undo(recording);
		before.add("i9|i9|tsince");
		assertThat(this.database.content()).isEqualTo(before);
	}

	@Test
	void knowsTableAgainThoughRowsChangeInTheMiddleOfItsRebuild() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)", "INSERT INTO t VALUES (1, 'x'), (2, 'y')",
				"CREATE TABLE other (x)", "INSERT INTO other VALUES (1)");
		Recording recording = this.database.undoes("ALTER TABLE t RENAME TO t_old", "CREATE TABLE t (id INT, a)",
				"INSERT INTO t SELECT id, a FROM t_old", "UPDATE other SET x = 2", "DROP TABLE t_old",
				"DELETE FROM t WHERE id = 2");
		assertThat(recording.made()).isEmpty();
	}

	@Test
	void leavesRowsOfRebuiltTableToItsUsers() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT NOT NULL)",
				"INSERT INTO t VALUES (1, 'x', 'p'), (2, 'y', 'q'), (3, 'z', 'r')");
		Recording recording = this.database.record("CREATE TABLE n (id INTEGER PRIMARY KEY, a TEXT)",
				"INSERT INTO n SELECT id, a FROM t", "DROP TABLE t", "ALTER TABLE n RENAME TO t");
		assertThat(recording.kept()).containsExactly(new Recording.Kept("SSM_KEPT_1_1", new Place("t", "b"), 3));
		this.database.with("DELETE FROM t WHERE id = 2", "INSERT INTO t VALUES (4, 'new')",
				"UPDATE t SET a = 'changed' WHERE id = 3");
		this.database.undo(recording);
		assertThat(RecordedDatabase.query(this.database.connection(), "SELECT * FROM t ORDER BY id"))
			.containsExactly("i1|tx|tp", "i3|tchanged|tr", "i4|tnew|t");
	}

	@Test
	void restoresKeptColumnThatWrittenRollbackHasAdded() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)",
				"INSERT INTO t VALUES (1, 'x', 'p'), (2, 'y', NULL), (3, 'z', 'r')");
		Recording recording = this.database.record("ALTER TABLE t DROP COLUMN b");
		assertThat(recording.kept()).containsExactly(new Recording.Kept("SSM_KEPT_1_1", new Place("t", "b"), 2));
		this.database.with("DELETE FROM t WHERE id = 1", "ALTER TABLE t ADD COLUMN b TEXT");
		for (Recording.Entry entry : recording.entries()) {
			if (entry.keptTable() != null) {
				this.database.with(entry.sql());
			}
		}
		assertThat(RecordedDatabase.query(this.database.connection(), "SELECT * FROM t ORDER BY id"))
			.containsExactly("i2|ty|n", "i3|tz|tr");
	}

	@Test
	void keepsNothingOfWhatIsEmpty() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b DEFAULT 5)",
				"INSERT INTO t VALUES (1, NULL, 5), (2, NULL, 5)", "CREATE TABLE e (a)");
		Recording recording = this.database.undoes("ALTER TABLE t DROP COLUMN a", "ALTER TABLE t DROP COLUMN b",
				"DROP TABLE e");
		assertThat(recording.kept()).isEmpty();
	}

	@Test
	void bringsValuesBackThatAnotherTypeHasConverted() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE)",
				"INSERT INTO t VALUES (1, '007'), (2, '1e3'), (3, 'x'), (4, x'00')");
		this.database.undoes("CREATE TABLE n (id INTEGER PRIMARY KEY, a NUMERIC UNIQUE)",
				"INSERT INTO n SELECT id, a FROM t", "DROP TABLE t", "ALTER TABLE n RENAME TO t");
	}

	@Test
	void bringsRowsBackThatRebuildHasRenumberedOrLeftOut() throws SQLException {
		this.database.with("CREATE TABLE t (a TEXT UNIQUE)", "INSERT INTO t VALUES ('a'), ('b'), ('c'), ('d')",
				"DELETE FROM t WHERE a = 'b'");
		this.database.undoes("CREATE TABLE n (a TEXT UNIQUE, b)", "INSERT INTO n SELECT a, 1 FROM t ORDER BY a DESC",
				"INSERT INTO n VALUES ('new', 2)", "DROP TABLE t", "ALTER TABLE n RENAME TO t");
	}

	@Test
	void rebuildsTablesWithoutRowid() throws SQLException {
		this.database.with("CREATE TABLE t (a TEXT COLLATE NOCASE, b INT, c, PRIMARY KEY (a, b)) WITHOUT ROWID",
				"INSERT INTO t VALUES ('A', 1, 2), ('b', 2, x'01')");
		this.database.undoes("ALTER TABLE t DROP COLUMN c", "ALTER TABLE t RENAME COLUMN a TO z");
		this.database.undoes("CREATE TABLE n (a, b, c, d, PRIMARY KEY (a, b))", "INSERT INTO n SELECT *, 1 FROM t",
				"DROP TABLE t", "ALTER TABLE n RENAME TO t", "DELETE FROM t WHERE b = 1");
		this.database.undoes("DROP TABLE t");
	}

	@Test
	void dropsColumnOfPrimaryKey() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)", "INSERT INTO t VALUES (5, 'x'), (7, 'y')",
				"CREATE TABLE w (id TEXT PRIMARY KEY, a) WITHOUT ROWID", "INSERT INTO w VALUES ('p', 1), ('q', 1)");
		this.database.undoes("CREATE TABLE n (a TEXT)", "INSERT INTO n (rowid, a) SELECT rowid, a FROM t",
				"DROP TABLE t", "ALTER TABLE n RENAME TO t");
		this.database.undoes("CREATE TABLE n (a TEXT)", "INSERT INTO n SELECT a FROM t", "DROP TABLE t",
				"ALTER TABLE n RENAME TO t");
		this.database.undoes("CREATE TABLE n (a)", "INSERT INTO n SELECT a FROM w", "DROP TABLE w",
				"ALTER TABLE n RENAME TO w");
	}

	@Test
	void swapsTables() throws SQLException {
		this.database.with("CREATE TABLE a (x)", "CREATE TABLE b (y UNIQUE)", "INSERT INTO a VALUES (1)",
				"INSERT INTO b VALUES (2)", "CREATE INDEX i ON a (x)", "CREATE VIEW v AS SELECT x FROM a");
		this.database.undoes("ALTER TABLE a RENAME TO c", "ALTER TABLE b RENAME TO a", "ALTER TABLE c RENAME TO b");
		this.database.undoes("ALTER TABLE a RENAME TO c", "ALTER TABLE c RENAME TO A");
	}

	@Test
	void replacesViewsAndTriggers() throws SQLException {
		this.database.with("CREATE TABLE t (a)", "CREATE TABLE u (a)", "CREATE VIEW v AS SELECT a FROM t",
				"CREATE VIEW w AS SELECT a FROM v",
				"CREATE TRIGGER one AFTER INSERT ON t BEGIN INSERT INTO u VALUES (1); END",
				"CREATE TRIGGER two AFTER INSERT ON t BEGIN INSERT INTO u VALUES (2); END",
				"CREATE TRIGGER ins INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (NEW.a); END");
		this.database.undoes("DROP TRIGGER one", "DROP VIEW v", "CREATE VIEW v AS SELECT a, 1 AS b FROM t",
				"CREATE TRIGGER one AFTER DELETE ON t BEGIN INSERT INTO u VALUES (CASE 1 WHEN 1 THEN 2 END); END",
				"CREATE TRIGGER ins INSTEAD OF DELETE ON v BEGIN DELETE FROM t WHERE a = OLD.a; END");
		Recording recording = this.database.undoes("DROP VIEW w");
		assertThat(recording.before()).containsOnlyKeys("view w");
		assertThat(recording.after()).isEmpty();
		this.database.with("INSERT INTO t VALUES (0)");
		assertThat(RecordedDatabase.query(this.database.connection(), "SELECT a FROM u ORDER BY rowid"))
			.as("the order in which they fire")
			.containsExactly("i2", "i1");
	}

	@Test
	void copesWithAnyName() throws SQLException {
		for (String name : List.of("a b", "q\"uote", "x'y", "select", "Über", "k;semi", "--c", "[b]", "`t`")) {
			String quoted = Names.quote(name);
			this.database.with("CREATE TABLE " + quoted + " (id INTEGER PRIMARY KEY, " + quoted + " TEXT)",
					"INSERT INTO " + quoted + " VALUES (1, 'a'), (2, 'b')",
					"CREATE INDEX " + Names.quote(name + "_i") + " ON " + quoted + " (" + quoted + ")");
			this.database.undoes("UPDATE " + quoted + " SET " + quoted + " = 'z'", "DELETE FROM " + quoted,
					"INSERT INTO " + quoted + " VALUES (3, 'c')");
			this.database.undoes("DROP INDEX " + Names.quote(name + "_i"),
					"ALTER TABLE " + quoted + " DROP COLUMN " + quoted);
			this.database.undoes("ALTER TABLE " + quoted + " RENAME TO other", "DROP TABLE other");
		}
	}

	@Test
	void addsConstraintsByRebuildWithSequence() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)",
				"INSERT INTO t (a) VALUES ('x'), ('y'), ('z')", "DELETE FROM t WHERE id = 3");
		Recording recording = this.database.undoes(
				"CREATE TABLE new_t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT NOT NULL)",
				"INSERT OR ABORT INTO main.new_t (id, a) SELECT id, a FROM main.t",
				"INSERT INTO main.sqlite_sequence (name, seq) SELECT 'new_t', max(seq) FROM (SELECT seq FROM"
						+ " main.sqlite_sequence WHERE name IN ('new_t', 't')) HAVING max(seq) IS NOT NULL",
				"DELETE FROM main.sqlite_sequence WHERE name = 'new_t' AND rowid < (SELECT max(rowid) FROM"
						+ " main.sqlite_sequence WHERE name = 'new_t')",
				"PRAGMA legacy_alter_table = ON", "DROP TABLE main.t", "ALTER TABLE main.new_t RENAME TO t",
				"PRAGMA legacy_alter_table = OFF");
		assertThat(recording.kept()).isEmpty();
		this.database.undoes("CREATE TABLE n (id INTEGER PRIMARY KEY, a TEXT)", "INSERT INTO n SELECT * FROM t",
				"DROP TABLE t", "ALTER TABLE n RENAME TO t");
		this.database.undoes("UPDATE sqlite_sequence SET seq = 70", "INSERT INTO t (a) VALUES ('w')");
		this.database.undoes("DELETE FROM sqlite_sequence");
	}

	@Test
	void undoesChangeSetsOneAfterTheOther() throws SQLException {
		List<String> base = this.database.content();
		Recording first = this.database.record("CREATE TABLE t (a)");
		List<String> one = this.database.content();
		Recording second = this.database.record("INSERT INTO t VALUES (1)", "ALTER TABLE t ADD COLUMN b");
		List<String> two = this.database.content();
		this.database.with("CREATE TABLE unseen (x)", "DROP TABLE unseen");
		Recording third = this.database.record("CREATE INDEX i ON t (b)", "UPDATE t SET b = 2", "DROP INDEX i",
				"PRAGMA user_version = 7");
		this.database.undo(third);
		assertThat(this.database.content()).isEqualTo(two);
		this.database.undo(second);
		assertThat(this.database.content()).isEqualTo(one);
		this.database.undo(first);
		assertThat(this.database.content()).isEqualTo(base);
	}

	@Test
	void saysWhatIsNewAndWhatWasThere() throws SQLException {
		this.database.with("CREATE TABLE t (a)", "CREATE TABLE u (a)", "INSERT INTO t VALUES (1)");
		Recording recording = this.database.undoes("ALTER TABLE t ADD COLUMN b", "ALTER TABLE t RENAME COLUMN a TO z",
				"CREATE TABLE n (x)", "INSERT INTO u VALUES (5), (6)", "CREATE TABLE gone (x)", "DROP TABLE gone",
				"ALTER TABLE u RENAME TO uu");
		assertThat(recording.made()).containsExactlyInAnyOrder(new Place("t", "b"), new Place("n", null));
		assertThat(recording.inserted()).isEqualTo(Map.of("u", 2L));
		assertThat(recording.before())
			.isEqualTo(Map.of("table t", "CREATE TABLE t (a)", "table u", "CREATE TABLE u (a)"));
		assertThat(recording.after()).isEqualTo(Map.of("table t", "CREATE TABLE t (z, b)", "table uu",
				"CREATE TABLE \"uu\" (a)", "table n", "CREATE TABLE n (x)"));
	}

	@Test
	void readsObjectsWithoutOnesOfItsOwn() throws SQLException {
		this.database.with("CREATE TABLE DATABASECHANGELOG (id)", "CREATE TABLE SSM_KEPT_1_1 (a)",
				"CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)", "CREATE INDEX i ON t (a)",
				"CREATE VIRTUAL TABLE f USING fts5(a)", "CREATE VIEW v AS SELECT 1 AS one", "ANALYZE");
		assertThat(new SqliteUndo().objects(this.database.connection(), RecordedDatabase.POLICY))
			.containsOnlyKeys("table t", "index i", "table f", "view v");
	}

	@Test
	void leavesQuotesInTextsOfOtherObjects() throws SQLException {
		this.database.with("CREATE TABLE t (a)", "CREATE TABLE \"u\" (\"a\" DEFAULT \"x\", CHECK (a <> \"y\"))",
				"CREATE INDEX i ON \"u\" (\"a\") WHERE \"a\" <> \"z\"");
		this.database.undoes("ALTER TABLE t ADD COLUMN b");
		this.database.undoes("ALTER TABLE t ADD COLUMN b", "ALTER TABLE t DROP COLUMN b", "INSERT INTO u VALUES (1)");
		this.database.undoes("ALTER TABLE t RENAME TO z", "ALTER TABLE z RENAME COLUMN a TO b");
	}

	@Test
	void dropsAddedColumnsInPlace() throws SQLException {
		this.database.with(
				"CREATE TABLE \"t\" (\"id\" INTEGER PRIMARY KEY, \"a\" TEXT,"
						+ " CONSTRAINT \"fk\" FOREIGN KEY (\"a\") REFERENCES \"t\" (\"id\")\n)",
				"INSERT INTO t VALUES (1, NULL)");
		assertThat(this.database.undoes("ALTER TABLE t ADD COLUMN b INT DEFAULT 1 NOT NULL", "ALTER TABLE t ADD c")
			.entries()).extracting(Recording.Entry::sql)
			.containsExactly("ALTER TABLE \"t\" DROP COLUMN \"b\"", "ALTER TABLE \"t\" DROP COLUMN \"c\"");
	}

	@Test
	void bringsRowsBackThatTheTableOfBeforeWouldNotTake() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b CHECK (b > 0))",
				"INSERT INTO t VALUES (1, 'x', 1), (2, 'y', 2)");
		this.database.undoes("CREATE TABLE n (id INTEGER PRIMARY KEY, a TEXT, b)",
				"INSERT INTO n SELECT id, nullif(a, 'x'), -b FROM t", "DROP TABLE t", "ALTER TABLE n RENAME TO t");
	}

	@Test
	void losesNoRowWithTheTableThatKeepsItsValues() throws SQLException {
		this.database.with("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE)",
				"INSERT INTO t VALUES (1, '007'), (2, '08')");
		Recording recording = this.database.record("CREATE TABLE n (id INTEGER PRIMARY KEY, a INT UNIQUE)",
				"INSERT INTO n SELECT id, a FROM t", "DROP TABLE t", "ALTER TABLE n RENAME TO t");
		for (int i = recording.entries().size() - 1; i >= 0; i--) {
			if (recording.entries().get(i).keptTable() == null) {
				this.database.with(recording.entries().get(i).sql());
			}
		}
		assertThat(RecordedDatabase.query(this.database.connection(), "SELECT * FROM t")).containsExactly("i1|t7",
				"i2|t8");
	}

}
