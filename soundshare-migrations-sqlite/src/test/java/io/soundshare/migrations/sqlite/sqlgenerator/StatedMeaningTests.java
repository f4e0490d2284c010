package io.soundshare.migrations.sqlite.sqlgenerator;

import java.nio.file.Path;
import java.util.List;

import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A change means on SQLite what it states, no more and no less, or is refused.
 */
class StatedMeaningTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"addAutoIncrement: {tableName: t, columnName: a, columnDataType: int}|Make the column the primary key",
			"addAutoIncrement: {tableName: k, columnName: b, columnDataType: int}|here it is a",
			"addAutoIncrement: {tableName: k, columnName: a, startWith: 0}|cannot start at 0",
			"addAutoIncrement: {tableName: k, columnName: a, incrementBy: 5}|counts by 1",
			"addUniqueConstraint: {tableName: t, columnNames: a, deferrable: true}|Leave deferrable out",
			"addUniqueConstraint: {tableName: t, columnNames: a, initiallyDeferred: true}|Leave deferrable out",
			"addUniqueConstraint: {tableName: t, columnNames: a, disabled: true}|cannot be disabled",
			"dropNotNullConstraint: {tableName: k, columnName: a}|dropPrimaryKey",
			"modifyDataType: {tableName: t, columnName: a, newDataType: varchar(9) DEFAULT 'x'}|not DEFAULT 'x'",
			"addColumn: {tableName: t, columns: [{column: {name: n, type: int, defaultValueNumeric: '1,000'}}]}|is no number",
			"addColumn: {tableName: t, columns: [{column: {name: n, type: int, autoIncrement: true}}]}|primary key" })
	void whatSqliteCannotMeanIsRefusedWithTheWayOut(String change, String wayOut) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE t (a INT, b INT)",
					"CREATE TABLE k (a VARCHAR(9) NOT NULL PRIMARY KEY, b INT)", "INSERT INTO t VALUES (1, 1)");
			List<String> before = database.rows("SELECT sql FROM sqlite_master WHERE name IN ('t', 'k')");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("m", "changes: [{" + change + "}]"))
				.withMessageContaining(wayOut);
			assertThat(database.rows("SELECT sql FROM sqlite_master WHERE name IN ('t', 'k')")).isEqualTo(before);
		}
	}

	@Test
	void anAutoIncrementAfterItsPrimaryKeyCounts() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE t (a INT, b INT)", "INSERT INTO t VALUES (7, 1)");
			database.update("m", """
					changes:
					- addPrimaryKey: {tableName: t, columnNames: a}
					- addAutoIncrement: {tableName: t, columnName: a, columnDataType: int}
					""");
			database.execute("INSERT INTO t (b) VALUES (2)");
			assertThat(database.rows("SELECT a FROM t")).containsExactly("7", "8");
		}
	}

	@Test
	void includedColumnsAreNoPartOfTheKey() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE t (a INT, b INT)");
			database.update("m", """
					changes:
					- createIndex:
					    indexName: i
					    tableName: t
					    unique: true
					    columns:
					    - column: {name: a}
					    - column: {name: b, included: true}
					""");
			assertThat(database.rows("SELECT name FROM pragma_index_info('i')")).containsExactly("a");
		}
	}

	@Test
	void aNewTypeTakesTheNotNullThatIsWrittenWithIt() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE t (a INT, b INT NOT NULL)");
			database.update("m",
					"changes: [{modifyDataType: {tableName: t, columnName: a, newDataType: BIGINT NOT NULL}},"
							+ " {modifyDataType: {tableName: t, columnName: b, newDataType: BIGINT NULL}}]");
			assertThat(database.rows("SELECT name, type, \"notnull\" FROM pragma_table_info('t')"))
				.containsExactly("a|BIGINT|1", "b|BIGINT|0");
		}
	}

}
