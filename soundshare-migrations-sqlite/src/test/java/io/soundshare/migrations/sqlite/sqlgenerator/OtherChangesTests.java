package io.soundshare.migrations.sqlite.sqlgenerator;

import java.nio.file.Path;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The changes that edit no table.
 */
class OtherChangesTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void indexesOfEveryKind(SqliteDrivers driver) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory, driver, true)) {
			database.execute("CREATE TABLE \"order\" (id INTEGER PRIMARY KEY, \"a b\" TEXT, \"group\" TEXT)");
			database.update("i", """
					changes:
					- createIndex:
					    tableName: order
					    indexName: index
					    unique: true
					    clustered: true
					    columns: [{column: {name: group, descending: true}}, {column: {name: a b}}]
					- createIndex:
					    tableName: order
					    indexName: i2
					    columns: [{column: {name: lower("group"), computed: true}}]
					- createIndex: {tableName: order, columns: [{column: {name: group}}]}
					- createIndex: {tableName: order, columns: [{column: {name: group}}]}
					""");
			assertThat(database.objects()).containsExactly("index i2", "index index", "index order_group_idx",
					"index order_group_idx1", "table order");
			assertThat(database.rows("SELECT name, \"desc\" FROM pragma_index_xinfo('index') WHERE key"))
				.containsExactly("group|1", "a b|0");
			database.update("d", "changes: [{dropIndex: {indexName: index, tableName: order}}]");
			assertThat(database.objects()).doesNotContain("index index");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("e", "changes: [{dropIndex: {indexName: index, tableName: order}}]"))
				.withMessageContaining("no such index: index");
			assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> database.update("f",
					"changes: [{createIndex: {tableName: order, indexName: x, columns: [{column: {name: nope}}]}}]"))
				.withMessageContaining("nope");
		}
	}

	@Test
	void rowsOfTablesWithAnyName() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE \"order\" (\"select\" INTEGER, \"a b\" TEXT)");
			database.update("r", """
					changes:
					- insert:
					    tableName: order
					    columns: [{column: {name: select, valueNumeric: 1}}, {column: {name: a b, value: it's}}]
					- insert: {tableName: order, columns: [{column: {name: select, valueNumeric: 2}}]}
					- update:
					    tableName: order
					    columns: [{column: {name: a b, valueComputed: "upper('x')"}}]
					    where: '"select" = 2'
					- delete: {tableName: order, where: '"select" = 1'}
					- tagDatabase: {tag: here}
					- output: {message: hello, target: STDERR}
					- empty: {}
					""");
			assertThat(database.rows("SELECT * FROM \"order\"")).containsExactly("2|X");
			assertThat(database.rows("SELECT tag FROM DATABASECHANGELOG")).containsExactly("here");
		}
	}

	@Test
	void preconditionsAndStopDecide() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE a (x)").update("p", """
					preConditions:
					- onFail: MARK_RAN
					- sqlCheck: {expectedResult: 1, sql: SELECT count(*) FROM a}
					changes: [{sql: {sql: DROP TABLE a}}]
					""");
			assertThat(database.history()).containsExactly("p0 MARK_RAN");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(
						() -> database.update("s", "changes: [{sql: {sql: DROP TABLE a}}, {stop: {message: wait}}]"))
				.withMessageContaining("wait");
			assertThat(database.objects()).containsExactly("table a");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "createProcedure: {procedureName: p, procedureText: SELECT 1}",
			"dropProcedure: {procedureName: p}" })
	void proceduresAreRefusedBeforeAnythingRuns(String change) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("p", "changes: [{sql: {sql: CREATE TABLE a (x)}}]",
						"changes: [{" + change + "}]"))
				.withMessageContaining("p is not supported on SQLite")
				.withMessageContaining("trigger")
				.withMessageContaining("dbms=\"!sqlite\"");
			assertThat(database.objects()).isEmpty();
			database.update("p", "changes: [{sql: {sql: CREATE TABLE a (x)}}]",
					"dbms: '!sqlite'\nchanges: [{" + change + "}]");
			assertThat(database.objects()).containsExactly("table a");
		}
	}

	@Test
	void procedureOfAnotherDatabaseIsSkipped() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("p",
					"changes: [{createProcedure: {procedureName: p, dbms: oracle, procedureText: SELECT 1}}]");
			assertThat(database.history()).isEmpty();
		}
	}

	@Test
	void remarksStayInTheChangelog() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE a (x)").update("r", """
					changes:
					- createTable:
					    tableName: n
					    remarks: what
					    columns: [{column: {name: x, type: int, remarks: what}}]
					- setTableRemarks: {tableName: a, remarks: what}
					- setColumnRemarks: {tableName: a, columnName: x, remarks: what}
					""");
			assertThat(database.history()).containsExactly("r0 EXECUTED");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("s", "changes: [{setTableRemarks: {tableName: b, remarks: what}}]"))
				.withMessageContaining("There is no table b");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("t",
						"changes: [{setColumnRemarks: {tableName: a, columnName: y, remarks: what}}]"))
				.withMessageContaining("There is no column y");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void lookupTableIsMade(boolean foreignKeys) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory, SqliteDrivers.MANAGED, foreignKeys)) {
			database.execute("CREATE TABLE song (id INTEGER PRIMARY KEY, genre VARCHAR(20))",
					"INSERT INTO song (genre) VALUES ('a'), ('b'), ('a'), (NULL)");
			database.update("l", """
					changes:
					- addLookupTable:
					    existingTableName: song
					    existingColumnName: genre
					    newTableName: genre
					    newColumnName: name
					    newColumnDataType: varchar(20)
					    constraintName: fk_genre
					""");
			assertThat(database.rows("SELECT name FROM genre ORDER BY 1")).containsExactly("a", "b");
			assertThat(database.rows("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('song')"))
				.containsExactly("genre|genre|name");
			assertThat(database.rows("SELECT genre FROM song")).containsExactly("a", "b", "a", "null");
			assertThat(database.rows("PRAGMA foreign_keys")).containsExactly(foreignKeys ? "1" : "0");
			database.rollback(Migrated.YAML, 1);
			assertThat(database.objects()).containsExactly("table song");
		}
	}

}
