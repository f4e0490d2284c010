package io.soundshare.migrations.sqlite.view;

import java.nio.file.Path;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import io.soundshare.migrations.sqlite.sqlgenerator.Migrated;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Views keep what hangs on them, or are not touched.
 */
class ViewTests {

	private static final String TRIGGER = "CREATE TRIGGER ins INSTEAD OF INSERT ON \"seen\" BEGIN INSERT INTO song (title) VALUES (NEW.title || CASE 1 WHEN 1 THEN '!' END); END";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void renamedViewKeepsItsTriggers(SqliteDrivers driver) throws LiquibaseException {
		try (Migrated database = songs(Migrated.in(this.directory, driver, true))) {
			database.update("v", "changes: [{renameView: {oldViewName: seen, newViewName: my view}}]");
			assertThat(database.objects()).containsExactly("table song", "trigger ins", "view my view");
			database.execute("INSERT INTO \"my view\" (title) VALUES ('c')");
			assertThat(database.rows("SELECT title FROM \"my view\"")).containsExactly("a", "c!");
			database.rollback(Migrated.YAML, 1);
			assertThat(database.rows("SELECT name, sql FROM sqlite_master WHERE name IN ('seen', 'ins') ORDER BY 1"))
				.containsExactly("ins|" + TRIGGER,
						"seen|CREATE VIEW \"seen\" (id, title) AS SELECT id, title /* seen; */ FROM song AS seen");
		}
	}

	@Test
	void replacedViewKeepsItsTriggers() throws LiquibaseException {
		try (Migrated database = songs(Migrated.in(this.directory))) {
			database.execute("CREATE VIEW over AS SELECT title FROM seen").update("v", """
					changes:
					- createView:
					    viewName: seen
					    replaceIfExists: true
					    selectQuery: SELECT id, upper(title) AS title FROM song
					- createView: {viewName: other, replaceIfExists: true, selectQuery: SELECT 1 AS one;}
					- createView:
					    viewName: full
					    fullDefinition: true
					    selectQuery: create or replace view full as select 2 AS two
					""");
			database.execute("INSERT INTO seen (title) VALUES ('c')");
			assertThat(database.rows("SELECT title FROM over")).containsExactly("A", "C!");
			assertThat(database.rows("SELECT * FROM other, \"full\"")).containsExactly("1|2");
		}
	}

	@Test
	void replacementThatBreaksAViewOverItIsUndone() throws LiquibaseException {
		try (Migrated database = songs(Migrated.in(this.directory))) {
			database.execute("CREATE VIEW over AS SELECT title FROM seen");
			assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> database.update("v",
					"changes: [{createView: {viewName: seen, replaceIfExists: true, selectQuery: SELECT id FROM song}}]"))
				.withMessageContaining("over");
			assertThat(database.rows("SELECT title FROM over")).containsExactly("a");
		}
	}

	@ParameterizedTest
	@CsvSource({ "CREATE VIEW over AS SELECT 1 FROM song JOIN seen,view over",
			"CREATE VIEW over AS SELECT 1 WHERE 1 IN seen,view over",
			"CREATE VIEW over AS SELECT (SELECT max(id) FROM main.[SEEN]),view over",
			"CREATE TRIGGER watch AFTER INSERT ON song BEGIN INSERT INTO seen (title) VALUES (1); END,trigger watch" })
	void usedViewStays(String user, String name) throws LiquibaseException {
		try (Migrated database = songs(Migrated.in(this.directory))) {
			database.execute(user);
			for (String change : new String[] { "dropView: {viewName: seen}",
					"renameView: {oldViewName: seen, newViewName: b}" }) {
				assertThatExceptionOfType(LiquibaseException.class)
					.isThrownBy(() -> database.update("v", "changes: [{" + change + "}]"))
					.withMessageContaining("View seen cannot be")
					.withMessageContaining(name);
			}
			assertThat(database.objects()).contains(name, "view seen", "trigger ins");
		}
	}

	@Test
	void columnOfTheSameNameDoesNotKeepAView() throws LiquibaseException {
		try (Migrated database = songs(Migrated.in(this.directory))) {
			database
				.execute("CREATE VIEW other AS SELECT id, title AS seen, max(id, 1) AS b FROM song s, song AS t"
						+ " WHERE s.id = t.id ORDER BY s.id, seen")
				.update("v", "changes: [{dropView: {viewName: seen}}, {dropView: {viewName: seen, ifExists: true}}]");
			assertThat(database.objects()).containsExactly("table song", "view other");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "dropView: {viewName: song}", "renameView: {oldViewName: song, newViewName: b}" })
	void missingViewIsNamed(String change) throws LiquibaseException {
		try (Migrated database = songs(Migrated.in(this.directory))) {
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("v", "changes: [{" + change + "}]"))
				.withMessageContaining("There is no view song");
		}
	}

	@Test
	void viewOfTwoStatementsIsRefusedBeforeAnythingRuns() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("v", "changes: [{sql: {sql: CREATE TABLE a (x)}}]",
						"changes: [{createView: {viewName: v, selectQuery: 'SELECT 1; DROP TABLE a'}}]"))
				.withMessageContaining("one statement");
			assertThat(database.objects()).isEmpty();
		}
	}

	@Test
	void createdViewRollsBack() throws LiquibaseException {
		try (Migrated database = songs(Migrated.in(this.directory))) {
			database.update("v", "changes: [{createView: {viewName: v, selectQuery: SELECT 1 AS x -- it}}]");
			assertThat(database.rows("SELECT x FROM v")).containsExactly("1");
			assertThat(database.rollback(Migrated.YAML, 1).objects()).doesNotContain("view v");
		}
	}

	private static Migrated songs(Migrated database) {
		return database.execute("CREATE TABLE song (id INTEGER PRIMARY KEY, title TEXT)",
				"INSERT INTO song (title) VALUES ('a')",
				"CREATE VIEW seen (id, title) AS SELECT id, title /* seen; */ FROM song AS seen", TRIGGER);
	}

}
