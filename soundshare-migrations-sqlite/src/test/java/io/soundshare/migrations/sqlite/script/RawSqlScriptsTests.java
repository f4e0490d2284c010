package io.soundshare.migrations.sqlite.script;

import java.nio.file.Path;
import java.util.List;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import io.soundshare.migrations.sqlite.sqlgenerator.Migrated;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every statement of raw SQL runs, however Liquibase came by it.
 */
class RawSqlScriptsTests {

	private static final String SCRIPT = """
			-- The songs; nothing else.
			CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT, size TEXT /* S; M */);
			CREATE TABLE log (line TEXT);
			/* One; two */
			CREATE TRIGGER sized AFTER INSERT ON songs BEGIN
			  UPDATE songs SET size = CASE WHEN length(NEW.title) > 3 THEN 'M' ELSE 'S' END WHERE id = NEW.id;
			  INSERT INTO log VALUES ('it''s; ' || NEW.title); -- END;
			END;
			INSERT INTO songs (title) VALUES ('C:\\');
			INSERT INTO songs (title) VALUES ('a;  b');;
			-- the end
			""";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void plainSqlRunsToItsEnd(SqliteDrivers driver) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory, driver, true)) {
			database.file("script.sql", SCRIPT).run("script.sql");
			assertThat(database.history()).containsExactly("raw EXECUTED");
			verify(database);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "splitStatements: true", "splitStatements: false", "stripComments: true",
			"stripComments: false", "endDelimiter: ';'", "splitStatements: false, endDelimiter: '//'" })
	void sqlFileRunsToItsEnd(String attributes) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.file("script.sql", SCRIPT)
				.update("s", "changes: [{sqlFile: {path: script.sql, " + attributes + "}}]");
			verify(database);
		}
	}

	@Test
	void sqlChangeRunsToItsEnd() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("s", "changes:\n- sql:\n    sql: |\n" + SCRIPT.indent(8));
			verify(database);
			assertThat(database.rows("SELECT sql FROM sqlite_master WHERE name = 'songs'"))
				.containsExactly("CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT, size TEXT /* S; M */)");
		}
	}

	@Test
	void formattedSqlRunsToItsEnd() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database
				.file("formatted.sql",
						"--liquibase formatted sql\n--changeset test:1\n" + SCRIPT
								+ "--rollback DROP TABLE songs; DROP TABLE log;\n--changeset test:2\n"
								+ "UPDATE songs SET title = title; DELETE FROM songs WHERE title = 'c';\n"
								+ "--rollback empty\n")
				.run("formatted.sql");
			verify(database);
			database.rollback("formatted.sql", 2);
			assertThat(database.objects()).isEmpty();
		}
	}

	@Test
	void customDelimiterKeepsTriggersWhole() throws LiquibaseException {
		String script = """
				CREATE TABLE a (x); CREATE TABLE b (x)
				GO
				CREATE TRIGGER t AFTER INSERT ON a BEGIN
				  INSERT INTO b SELECT CASE NEW.x WHEN 1 THEN 'one' ELSE 'more' END;
				  INSERT INTO b VALUES (0);
				END
				GO
				INSERT INTO a VALUES (1)
				GO
				""";
		try (Migrated database = Migrated.in(this.directory)) {
			database.file("script.sql", script)
				.update("s", "changes: [{sqlFile: {path: script.sql, endDelimiter: '\\nGO'}}]",
						"changes: [{sql: {sql: \"INSERT INTO a VALUES (2)\\nGO\\nINSERT INTO a VALUES (3)\\n/\\n\"}}]");
			assertThat(database.rows("SELECT x FROM b")).containsExactly("one", "0", "more", "0", "more", "0");
		}
	}

	@Test
	void piecesThatLiquibaseCutAreGluedInARollback() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("s", """
					changes:
					- sql: {sql: CREATE TABLE a (x)}
					rollback:
					- sql:
					    sql: |
					      CREATE TRIGGER t AFTER INSERT ON a BEGIN
					        DELETE FROM a WHERE x = CASE NEW.x WHEN 1 THEN 2 END; -- why; not
					        DELETE FROM a WHERE x = 3;
					      END;
					      INSERT INTO a VALUES (3);
					""");
			database.rollback(Migrated.YAML, 1);
			assertThat(database.objects()).containsExactly("table a", "trigger t");
			assertThat(database.rows("SELECT * FROM a")).isEmpty();
		}
	}

	@Test
	void cutInsideAQuoteIsRefused() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("s", """
					changes:
					- sql: {sql: CREATE TABLE a (x)}
					rollback:
					- sql: {sql: "INSERT INTO a VALUES ('C:\\\\'); INSERT INTO a VALUES ('a;  b')"}
					""");
			assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> database.rollback(Migrated.YAML, 1))
				.withStackTraceContaining("inside a quote")
				.withStackTraceContaining("splitStatements=\"false\"");
		}
	}

	@Test
	void transactionOfAScriptIsTheChangeSets() throws LiquibaseException {
		String script = "BEGIN TRANSACTION;\nCREATE TABLE a (x);\nINSERT INTO a VALUES (1);\nCOMMIT;\n";
		try (Migrated database = Migrated.in(this.directory)) {
			database.file("good.sql", script).run("good.sql");
			assertThat(database.rows("SELECT x FROM a")).containsExactly("1");
			database.file("bad.sql",
					"begin; CREATE TABLE b (x); end; BEGIN IMMEDIATE; CREATE TABLE c (x); INSERT INTO nowhere VALUES (1); COMMIT");
			assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> database.run("bad.sql"))
				.withMessageContaining("nowhere");
			assertThat(database.objects()).containsExactly("table a");
		}
	}

	@Test
	void savepointsWorkAndRollbackOfTheWholeIsRefused() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("s",
					"changes: [{sql: {sql: 'CREATE TABLE a (x); SAVEPOINT s; INSERT INTO a VALUES (1); ROLLBACK TO s; RELEASE s'}}]");
			assertThat(database.rows("SELECT x FROM a")).isEmpty();
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("t",
						"changes: [{sql: {sql: 'CREATE TABLE b (x)'}}, {sql: {sql: 'CREATE TABLE c (x); ROLLBACK'}}]"))
				.withMessageContaining("ROLLBACK would undo a part of the change set")
				.withMessageContaining("runInTransaction=\"false\"");
			assertThat(database.objects()).containsExactly("table a");
		}
	}

	@Test
	void scriptsOutsideATransactionHaveTheirOwn() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("s",
					"""
							runInTransaction: false
							changes:
							- sql: {sql: "PRAGMA foreign_keys = OFF; BEGIN; CREATE TABLE a (x); ROLLBACK; BEGIN; CREATE TABLE b (x); COMMIT; PRAGMA foreign_keys = ON"}
							""");
			assertThat(database.objects()).containsExactly("table b");
			assertThat(database.rows("PRAGMA foreign_keys")).containsExactly("1");
		}
	}

	@Test
	void switchOfForeignKeysThatDoesNothingIsRefused() throws LiquibaseException {
		String script = "PRAGMA foreign_keys=OFF; CREATE TABLE a (x)";
		try (Migrated database = Migrated.in(this.directory)) {
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.file("script.sql", script).run("script.sql"))
				.withMessageContaining("PRAGMA foreign_keys=OFF does nothing in a transaction");
			assertThat(database.objects()).isEmpty();
		}
		try (Migrated database = Migrated.in(this.directory, SqliteDrivers.MANAGED, false)) {
			database.run("script.sql");
			assertThat(database.objects()).containsExactly("table a");
		}
	}

	@ParameterizedTest
	@EnumSource
	void constraintsComeAndGoOnEveryVersion(SqliteDrivers driver) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory, driver, true)) {
			database.update("s", """
					changes:
					- sql:
					    sql: |
					      CREATE TABLE item (id INTEGER PRIMARY KEY, kind TEXT, CHECK (id > 0));
					      CREATE TABLE part (item INTEGER REFERENCES item (id) ON DELETE CASCADE);
					      INSERT INTO item VALUES (1, 'BOOK'), (2, 'TOY');
					      INSERT INTO part VALUES (1), (2);
					""",
					"""
							changes:
							- sql:
							    sql: |
							      alter table "main".item add constraint "ck_item_kind" check ((kind in ('BOOK', 'T;OY)', 'TOY')) IS NOT FALSE); -- why
							      ALTER TABLE item ALTER COLUMN kind SET NOT NULL;
							      ALTER TABLE [item] ADD CHECK (id < 100);
							- sql: {sql: ALTER TABLE item ADD CONSTRAINT nice CHECK (kind <> '')}
							rollback:
							- sql: {sql: "ALTER TABLE item DROP CONSTRAINT nice; ALTER TABLE item ALTER kind DROP NOT NULL"}
							- sql: {sql: "ALTER TABLE item DROP CONSTRAINT ck_item_kind;"}
							""");
			assertThat(database.rows("SELECT * FROM part")).containsExactly("1", "2");
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> database.execute("INSERT INTO item VALUES (3, 'GAME')"))
				.withMessageContaining("CHECK constraint failed: ck_item_kind");
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> database.execute("INSERT INTO item VALUES (3, NULL)"))
				.withMessageContaining("NOT NULL");
			database.rollback(Migrated.YAML, 1);
			assertThat(database.rows("SELECT * FROM part")).containsExactly("1", "2");
			database.execute("INSERT INTO item VALUES (3, 'GAME'), (4, NULL)");
			assertThat(database.rows("SELECT sql FROM sqlite_master WHERE name = 'item'")).singleElement()
				.asString()
				.contains("id > 0", "id < 100")
				.doesNotContain("ck_item_kind", "nice");
			assertThat(database.rows("PRAGMA foreign_keys")).containsExactly("1");
		}
	}

	@ParameterizedTest
	@EnumSource
	void constraintsThatCannotComeOrGoAreRefusedOnEveryVersion(SqliteDrivers driver) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory, driver, true)) {
			database.file("first.sql",
					"CREATE TABLE item (id INTEGER PRIMARY KEY, kind TEXT, CONSTRAINT uq UNIQUE (kind)); INSERT INTO item VALUES (1, 'TOY')")
				.run("first.sql");
			for (String refused : List.of("ADD CONSTRAINT ck CHECK (kind = 'BOOK')", "DROP CONSTRAINT uq",
					"DROP CONSTRAINT nowhere", "ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES item (id)",
					"ADD CONSTRAINT ck CHECK (id > 0) ON")) {
				database.file("second.sql", "ALTER TABLE item " + refused);
				assertThatExceptionOfType(LiquibaseException.class).as(refused)
					.isThrownBy(() -> database.run("second.sql"));
			}
			assertThat(database.rows("SELECT sql FROM sqlite_master WHERE name = 'item'"))
				.containsExactly("CREATE TABLE item (id INTEGER PRIMARY KEY, kind TEXT, CONSTRAINT uq UNIQUE (kind))");
		}
	}

	@Test
	void constraintsAreWrittenForTheVersionInUse() throws LiquibaseException {
		String script = "CREATE TABLE item (kind TEXT);\nALTER TABLE item ADD CONSTRAINT ck CHECK (kind <> '');\n";
		try (Migrated database = Migrated.in(this.directory, SqliteDrivers.V3_45, true)) {
			assertThat(database.file("script.sql", script).sql("script.sql"))
				.contains("PRAGMA foreign_keys = OFF;", "ALTER TABLE main.\"new_item\" RENAME TO \"item\"")
				.doesNotContain("ADD CONSTRAINT");
			database.execute("CREATE TABLE item (kind TEXT)")
				.update("s",
						"runInTransaction: false\nchanges: [{sql: {sql: 'ALTER TABLE item ADD CHECK (kind <> \"\")'}}]");
			assertThat(database.rows("SELECT sql FROM sqlite_master WHERE name = 'item'"))
				.containsExactly("CREATE TABLE \"item\" (kind TEXT, CHECK (kind <> \"\"))");
		}
		try (Migrated database = Migrated.in(this.directory)) {
			assertThat(database.file("other.sql", script.replace("item", "other")).sql("other.sql"))
				.contains("ALTER TABLE other ADD CONSTRAINT ck CHECK (kind <> '');");
		}
	}

	@Test
	void writtenSqlHasEveryStatement() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			assertThat(database.file("script.sql", SCRIPT).sql("script.sql")).contains("END;", "'a;  b'");
		}
	}

	private static void verify(Migrated database) {
		assertThat(database.objects()).containsExactly("table log", "table songs", "trigger sized");
		assertThat(database.rows("SELECT title, size FROM songs")).containsExactly("C:\\|S", "a;  b|M");
		assertThat(database.rows("SELECT line FROM log")).containsExactly("it's; C:\\", "it's; a;  b");
	}

}
