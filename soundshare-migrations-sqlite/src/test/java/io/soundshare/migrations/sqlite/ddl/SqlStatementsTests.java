package io.soundshare.migrations.sqlite.ddl;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SqlStatementsTests {

	private static final String SCRIPT = """
			-- a comment; with a semicolon
			CREATE TABLE "begin" (a TEXT DEFAULT ';', "end;" INT, trigger TEXT); -- behind; it
			CREATE TABLE log(what);;
			/* ; */ ;
			BEGIN TRANSACTION;
			INSERT INTO "begin" (a) VALUES ('it''s; ok'), ("x;y");
			CREATE TRIGGER one AFTER INSERT ON "begin" BEGIN
			  INSERT INTO log SELECT CASE WHEN new.a = ';' THEN 1 ELSE CASE new.a WHEN 2 THEN 3 END END;
			  UPDATE "begin" SET a = CASE a WHEN 1 THEN 'end;' END /* ; end; */ WHERE a IN (1); -- end;
			END;
			create temp trigger if not exists two after update of a on "begin" when new.a > 1
			begin select 1; select raise(ignore); end
			;
			EXPLAIN CREATE TRIGGER three DELETE ON log BEGIN SELECT 1; END;
			CREATE VIEW v AS SELECT 1 AS trigger /* kept */ -- not kept
			;
			commit;
			SELECT 1;
			END""";

	@Test
	void cutsWhereSqliteCuts() {
		List<String> statements = SqlStatements.split(SCRIPT.substring(0, SCRIPT.length() - 4));
		assertThat(statements).hasSize(10);
		try (Database database = new Database()) {
			statements.forEach(database::execute);
			assertThat(database.rows("SELECT sql FROM sqlite_master UNION ALL SELECT sql FROM sqlite_temp_master"))
				.extracting((row) -> row.text("sql"))
				.containsExactlyInAnyOrder(statements.get(0), statements.get(1), statements.get(4),
						statements.get(5).replace("create temp trigger if not exists", "CREATE TRIGGER"),
						statements.get(7));
			assertThat(database.rows("SELECT count(*) c FROM \"begin\"").get(0).number("c")).isEqualTo(2);
		}
		assertThat(statements).element(7).isEqualTo("CREATE VIEW v AS SELECT 1 AS trigger /* kept */");
		assertThat(statements).last().isEqualTo("SELECT 1");
	}

	@Test
	void cutsNothingOffAScriptThatEndsWithoutSemicolon() {
		assertThat(SqlStatements.split("SELECT 1;\nSELECT 2 -- two")).containsExactly("SELECT 1", "SELECT 2");
		assertThat(SqlStatements.split("CREATE TRIGGER t INSERT ON a BEGIN SELECT 1; END"))
			.containsExactly("CREATE TRIGGER t INSERT ON a BEGIN SELECT 1; END");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", ";", ";;\n;", "-- only; a comment", "/* ; */", "/* open ;" })
	void findsNoStatementWhereThereIsNone(String script) {
		assertThat(SqlStatements.split(script)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1", "SELECT CASE 1 WHEN 1 THEN 2 END", "BEGIN", "BEGIN TRANSACTION", "END",
			"CREATE TABLE trigger (a)", "CREATE TRIGGER t INSERT ON a BEGIN SELECT 1; END",
			"CREATE TRIGGER t INSERT ON a BEGIN SELECT 1; END;",
			"-- c\nCREATE TEMP TRIGGER t INSERT ON a BEGIN SELECT 1; end -- x", "ALTER TABLE t RENAME TO trigger",
			"DROP TRIGGER t", "SELECT ';'" })
	void knowsAWholeStatement(String piece) {
		assertThat(SqlStatements.isComplete(piece)).isTrue();
		assertThat(SqlStatements.split(piece)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "CREATE TRIGGER t INSERT ON a BEGIN SELECT 1", "CREATE TRIGGER t INSERT ON a BEGIN SELECT 1;",
					"CREATE TRIGGER t INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END",
					"create temporary trigger t insert on a begin select 1; select 2", "SELECT 'open", "SELECT \"open",
					"SELECT [open", "SELECT 1 /* open" })
	void knowsThePartOfAStatement(String piece) {
		assertThat(SqlStatements.isComplete(piece)).isFalse();
	}

}
