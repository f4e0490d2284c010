package io.soundshare.migrations.sqlite.sqlgenerator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CreateTableTests {

	@TempDir
	Path directory;

	/**
	 * {@code create-table.txt}: changes in YAML, an arrow, the SQL; dashes between them.
	 */
	static Stream<Arguments> golden() throws IOException {
		String text;
		try (InputStream file = CreateTableTests.class.getResourceAsStream("/create-table.txt")) {
			text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
		}
		List<Arguments> cases = new ArrayList<>();
		for (String part : text.split("\n-----\n")) {
			String[] sides = part.strip().split("\n=>\n");
			for (SqliteDrivers driver : SqliteDrivers.all()) {
				cases.add(Arguments.of(driver, sides[0], sides[1].strip().lines().toList()));
			}
		}
		return cases.stream();
	}

	@ParameterizedTest
	@MethodSource("golden")
	void writesEachTableTheSameWayOnEverySqliteAndDropsItAgain(SqliteDrivers driver, String table, List<String> sql)
			throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory, driver, true)) {
			database.update("t", "changes:\n- createTable:\n" + table.indent(4));
			List<String> made = new ArrayList<>(
					database.rows("SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE"
							+ " 'DATABASECHANGELOG%' AND name NOT LIKE 'sqlite%' ORDER BY rowid"));
			database.execute("CREATE TABLE IF NOT EXISTS seq (x INTEGER PRIMARY KEY AUTOINCREMENT)");
			made.addAll(database.rows("SELECT 'seq = ' || seq FROM sqlite_sequence"));
			assertThat(made).isEqualTo(sql);
			database.execute("DROP TABLE seq").rollback(Migrated.YAML, 1);
			assertThat(database.objects()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{name: id, type: bigint, autoIncrement: true}|Column id of table t cannot count up by itself: on"
					+ " SQLite only a primary key of one column can. Make it the primary key",
			"{name: id, type: uuid, autoIncrement: true, constraints: {primaryKey: true}}|is no integer, but TEXT",
			"{name: id, type: int, autoIncrement: true, incrementBy: 2, constraints: {primaryKey: true}}|cannot count up by 2",
			"{name: id, type: int, autoIncrement: true, startWith: 0, constraints: {primaryKey: true}}|cannot start at 0",
			"{name: id, type: bigserial}|cannot count up by itself",
			"{name: id, type: int, defaultValueSequenceNext: s}|SQLite has no sequences a default could draw from",
			"{name: id, type: int, defaultValueComputed: GENERATED ALWAYS AS IDENTITY}|Write autoIncrement: true",
			"{name: id, type: text, defaultValueComputed: gen_salt(1)}|no such function: gen_salt",
			"{name: id, type: boolean, defaultValue: perhaps}|is neither true nor false" })
	void refusesWhatCannotBeBeforeAnythingRuns(String column, String reason) {
		try (Migrated database = Migrated.in(this.directory)) {
			String first = "changes:\n- createTable:\n    tableName: first\n    columns: [{column: {name: a, type: int}}]\n";
			String refused = "changes:\n- createTable:\n    tableName: t\n    columns: [{column: " + column + "}]\n";
			assertThatThrownBy(() -> database.update("r", first, refused)).hasMessageContaining("Validation Failed")
				.hasMessageContaining(reason);
			assertThat(database.objects()).isEmpty();
		}
	}

	@Test
	void refusesToCountWithinAKeyOfTwo() {
		try (Migrated database = Migrated.in(this.directory)) {
			assertThatThrownBy(() -> database.update("r", """
					changes:
					- createTable:
					    tableName: t
					    columns:
					    - column: {name: a, type: int, autoIncrement: true, constraints: {primaryKey: true}}
					    - column: {name: b, type: int, constraints: {primaryKey: true}}
					""")).hasMessageContaining("only a primary key of one column can");
		}
	}

	@Test
	void addedColumnsAreRefusedTheSameWay() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE t (a INT)");
			assertThatThrownBy(() -> database.update("r", """
					changes:
					- addColumn:
					    tableName: t
					    columns: [{column: {name: b, type: int, defaultValueSequenceNext: s}}]
					""")).hasMessageContaining("Validation Failed").hasMessageContaining("SQLite has no sequences");
		}
	}

	@Test
	void aFunctionOfSqliteIsADefault() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("f", """
					changes:
					- createTable:
					    tableName: t
					    columns:
					    - column: {name: a, type: text, defaultValueComputed: "hex(upper('å') || 1)"}
					    - column: {name: b, type: int}
					- addColumn:
					    tableName: t
					    columns: [{column: {name: c, type: uuid, defaultValueComputed: gen_random_uuid()}}]
					""").execute("INSERT INTO t (b) VALUES (1)");
			assertThat(database.rows("SELECT a, length(c) FROM t")).containsExactly("C3A531|36");
		}
	}

	@Test
	void numbersStartWhereTheChangelogSays() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database
				.update("s",
						"""
								changes:
								- createTable:
								    tableName: t
								    columns:
								    - column: {name: id, type: bigint, autoIncrement: true, startWith: 1000, constraints: {primaryKey: true}}
								    - column: {name: a, type: int}
								""")
				.execute("INSERT INTO t (a) VALUES (1), (2)");
			assertThat(database.rows("SELECT id FROM t")).containsExactly("1000", "1001");
		}
	}

	@Test
	void aTemporaryTableGoesWithItsConnection() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("s",
					"""
							changes:
							- createTable:
							    tableName: t
							    tableType: global temporary
							    columns:
							    - column: {name: id, type: bigint, autoIncrement: true, startWith: 5, constraints: {primaryKey: true}}
							""");
			assertThat(database.objects()).isEmpty();
			assertThat(database.rows("SELECT name FROM sqlite_temp_master WHERE type = 'table'")).contains("t");
			assertThat(database.rows("SELECT seq FROM temp.sqlite_sequence")).containsExactly("4");
		}
	}

	@Test
	void anExistingTableKeepsItsNumbers() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE T (id INTEGER PRIMARY KEY AUTOINCREMENT, a)", "INSERT INTO t VALUES (7, 1)");
			database.update("s",
					"""
							changes:
							- createTable:
							    tableName: t
							    ifNotExists: true
							    columns:
							    - column: {name: id, type: bigint, autoIncrement: true, startWith: 1000, constraints: {primaryKey: true}}
							""");
			assertThat(database.rows("SELECT name, seq FROM sqlite_sequence")).containsExactly("T|7");
		}
	}

}
