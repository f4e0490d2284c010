package io.soundshare.migrations.sqlite.execution;

import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.change.AddColumnConfig;
import liquibase.change.Change;
import liquibase.change.core.AddForeignKeyConstraintChange;
import liquibase.change.core.AddUniqueConstraintChange;
import liquibase.change.core.CreateIndexChange;
import liquibase.change.core.CreateSequenceChange;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The run of a change set, seen from a connection.
 */
@SuppressWarnings("deprecation")
class ChangeSetExecutionTests {

	private static final String SCHEMA = """
			CREATE TABLE artists (id INTEGER PRIMARY KEY, name TEXT NOT NULL, slug TEXT);
			CREATE TABLE songs (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, artist_id INTEGER
				REFERENCES artists (id) ON DELETE CASCADE);
			CREATE VIEW titles AS SELECT s.title, a.name FROM songs s JOIN artists a ON a.id = s.artist_id;
			INSERT INTO artists VALUES (1, 'Nina', 'nina'), (2, 'Otis', 'otis');
			INSERT INTO songs VALUES (1, 'Sinnerman', 1), (7, 'Try a Little', 2);
			DELETE FROM songs WHERE id = 7;
			INSERT INTO songs VALUES (3, 'Respect', 2);
			""";

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void prepare() throws SQLException {
		this.file = this.directory.resolve("test.db");
		try (Connection connection = open(false)) {
			for (String sql : SCHEMA.split(";\n")) {
				connection.createStatement().execute(sql);
			}
		}
	}

	@Test
	void keepsChildRowsAndEnforcementOfForeignKeysWhenAParentIsRebuilt() throws Exception {
		try (Connection connection = open(true)) {
			update(connection, unique("artists", "slug"));
			assertThat(numbers(connection, "SELECT count(*) FROM songs")).containsExactly(2);
			assertThat(numbers(connection, "PRAGMA foreign_keys")).containsExactly(1);
			assertThat(text(connection, "SELECT sql FROM sqlite_master WHERE name = 'artists'"))
				.contains("CONSTRAINT \"uk_artists\" UNIQUE (\"slug\")");
			assertThat(numbers(connection, "SELECT count(*) FROM titles")).containsExactly(2);
		}
	}

	@Test
	void keepsNumbersGivenOutOnce() throws Exception {
		try (Connection connection = open(true)) {
			update(connection, unique("songs", "title"));
			assertThat(numbers(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'songs'")).containsExactly(7);
		}
	}

	@Test
	void makesSeveralChangesOfATableInOneRebuild() throws Exception {
		try (Connection connection = open(true)) {
			int before = numbers(connection, "PRAGMA schema_version").get(0);
			update(connection, unique("artists", "slug"), unique("artists", "name"));
			int two = numbers(connection, "PRAGMA schema_version").get(0) - before;
			assertThat(text(connection, "SELECT sql FROM sqlite_master WHERE name = 'artists'"))
				.contains("uk_artists_name");
			assertThat(two).isEqualTo(rebuildsOfOneUnique());
		}
	}

	private int rebuildsOfOneUnique() throws Exception {
		prepareAgain();
		try (Connection connection = open(true)) {
			int before = numbers(connection, "PRAGMA schema_version").get(0);
			update(connection, unique("artists", "slug"));
			return numbers(connection, "PRAGMA schema_version").get(0) - before;
		}
	}

	private void prepareAgain() throws Exception {
		java.nio.file.Files.delete(this.file);
		prepare();
	}

	@Test
	void keepsWhatAnalyzeGathered() throws Exception {
		try (Connection connection = open(true)) {
			connection.createStatement().execute("CREATE INDEX songs_title ON songs (title)");
			connection.createStatement().execute("ANALYZE");
			update(connection, unique("songs", "artist_id"));
			assertThat(text(connection, "SELECT stat FROM sqlite_stat1 WHERE tbl = 'songs' AND idx = 'songs_title'"))
				.isEqualTo("2 1");
		}
	}

	@Test
	void refusesDeletesThatWouldNotCascadeAndLeavesEverythingAsItWas() throws Exception {
		try (Connection connection = open(true)) {
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(
						() -> update(connection, unique("artists", "slug"), sql("DELETE FROM artists WHERE id = 1")))
				.withMessageContaining("1 row(s) violate the foreign key songs (artist_id) -> artists (id)")
				.withMessageContaining("in a change set of its own");
			assertThat(numbers(connection, "SELECT count(*) FROM artists")).containsExactly(2);
			assertThat(numbers(connection, "PRAGMA foreign_keys")).containsExactly(1);
			assertThat(text(connection, "SELECT sql FROM sqlite_master WHERE name = 'artists'"))
				.doesNotContain("UNIQUE");
		}
	}

	@Test
	void refusesToDeleteAndInsertAgainWhatOthersReferTo() throws Exception {
		try (Connection connection = open(true)) {
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> update(connection, sql("DELETE FROM artists WHERE id = 1"),
						sql("INSERT INTO artists VALUES (1, 'Nina', 'simone')"), unique("artists", "slug")))
				.withMessageContaining("1 row(s) violate the foreign key songs (artist_id) -> artists (id)");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> update(connection, unique("artists", "slug"),
						sql("INSERT OR REPLACE INTO artists VALUES (1, 'Nina', 'simone')")))
				.withMessageContaining("REPLACE deletes rows of artists");
			assertThat(text(connection, "SELECT slug FROM artists WHERE id = 1")).isEqualTo("nina");
		}
	}

	@Test
	void runsWhatElseIsInAChangeSetThatRebuilds() throws Exception {
		CreateSequenceChange sequence = new CreateSequenceChange();
		sequence.setSequenceName("song_seq");
		try (Connection connection = open(true)) {
			update(connection, unique("artists", "slug"), sequence, sql("DELETE FROM songs WHERE id = 3"),
					sql("DELETE FROM artists WHERE id = 2"));
			assertThat(numbers(connection, "SELECT next_val FROM song_seq")).containsExactly(1);
			assertThat(numbers(connection, "SELECT count(*) FROM artists")).containsExactly(1);
		}
	}

	@Test
	void takesTheSchemaNamesOfOtherDatabasesForItsOwn() throws Exception {
		CreateIndexChange index = new CreateIndexChange();
		index.setSchemaName("public");
		index.setTableName("songs");
		index.setIndexName("songs_title");
		AddColumnConfig title = new AddColumnConfig();
		title.setName("title");
		index.addColumn(title);
		try (Connection connection = open(true)) {
			update(connection, index);
			assertThat(text(connection, "SELECT tbl_name FROM sqlite_master WHERE name = 'songs_title'"))
				.isEqualTo("songs");
		}
	}

	@Test
	void letsCascadesWorkInAChangeSetWithoutChangesOfTables() throws Exception {
		try (Connection connection = open(true)) {
			update(connection, sql("DELETE FROM artists WHERE id = 1"));
			assertThat(numbers(connection, "SELECT id FROM songs")).containsExactly(3);
		}
	}

	@Test
	void writesAScriptThatRuns() throws Exception {
		StringWriter script = new StringWriter();
		try (Connection connection = open(true)) {
			new Liquibase(changelog(unique("artists", "slug"), foreignKey()), new ClassLoaderResourceAccessor(),
					database(connection))
				.update(new Contexts(), script);
			assertThat(text(connection, "SELECT sql FROM sqlite_master WHERE name = 'artists'"))
				.doesNotContain("UNIQUE");
		}
		assertThat(script.toString()).contains("PRAGMA foreign_keys = OFF;", "BEGIN;", "COMMIT;",
				"PRAGMA foreign_keys = ON;");
		try (Connection connection = open(true)) {
			for (String sql : io.soundshare.migrations.sqlite.ddl.SqlStatements.split(script.toString())) {
				connection.createStatement().execute(sql);
			}
			assertThat(text(connection, "SELECT sql FROM sqlite_master WHERE name = 'artists'")).contains("UNIQUE");
			assertThat(numbers(connection, "SELECT count(*) FROM songs")).containsExactly(2);
		}
	}

	private static AddUniqueConstraintChange unique(String table, String column) {
		AddUniqueConstraintChange change = new AddUniqueConstraintChange();
		change.setTableName(table);
		change.setColumnNames(column);
		change.setConstraintName(("slug".equals(column)) ? "uk_" + table : "uk_" + table + "_" + column);
		return change;
	}

	private static AddForeignKeyConstraintChange foreignKey() {
		AddForeignKeyConstraintChange change = new AddForeignKeyConstraintChange();
		change.setBaseTableName("songs");
		change.setBaseColumnNames("title");
		change.setReferencedTableName("artists");
		change.setReferencedColumnNames("slug");
		change.setConstraintName("fk_songs_title");
		return change;
	}

	private static RawSQLChange sql(String sql) {
		return new RawSQLChange(sql);
	}

	private static void update(Connection connection, Change... changes) throws LiquibaseException {
		new Liquibase(changelog(changes), new ClassLoaderResourceAccessor(), database(connection)).update();
	}

	private static DatabaseChangeLog changelog(Change... changes) {
		DatabaseChangeLog changelog = new DatabaseChangeLog("test.xml");
		ChangeSet changeSet = new ChangeSet("1", "test", false, false, "test.xml", null, null, changelog);
		for (Change change : changes) {
			changeSet.addChange(change);
		}
		changelog.addChangeSet(changeSet);
		return changelog;
	}

	private static Database database(Connection connection) throws LiquibaseException {
		return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
	}

	private Connection open(boolean foreignKeys) {
		return SqliteDrivers.MANAGED.open(this.file, foreignKeys);
	}

	private static List<Integer> numbers(Connection connection, String query) throws SQLException {
		List<Integer> numbers = new ArrayList<>();
		try (var rows = connection.createStatement().executeQuery(query)) {
			while (rows.next()) {
				numbers.add(rows.getInt(1));
			}
		}
		return numbers;
	}

	private static String text(Connection connection, String query) throws SQLException {
		try (var rows = connection.createStatement().executeQuery(query)) {
			return rows.getString(1);
		}
	}

}
