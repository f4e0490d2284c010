package io.soundshare.migrations.sqlite.sqlgenerator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Properties;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A point in time has the type TIMESTAMP, whichever change makes its column.
 */
class TimestampTests {

	private static final Instant NOON = Instant.parse("2026-07-25T12:00:00.123Z");

	@TempDir
	private Path directory;

	@Test
	void everyChangeThatMakesAColumnKeepsTheType() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("t",
					"""
							changes:
							- createTable:
							    tableName: song
							    columns:
							    - column: {name: id, type: bigint, autoIncrement: true, constraints: {primaryKey: true}}
							    - column: {name: made, type: timestamp, defaultValueComputed: CURRENT_TIMESTAMP}
							    - column: {name: mixed, type: "timestamp(6) with time zone", defaultValueDate: "2020-02-29T01:02:03"}
							    - column: {name: dated, type: varchar(20)}
							    - column: {name: day, type: date}
							    - column: {name: hour, type: varchar(10)}
							""",
					"""
							changes:
							- insert: {tableName: song, columns: [{column: {name: dated, value: "2021-01-02 03:04:05"}}]}
							""",
					"""
							changes:
							- addColumn: {tableName: song, columns: [{column: {name: played, type: datetime}}]}
							- addColumn:
							    tableName: song
							    columns:
							    - column: {name: first, type: java.sql.Types.TIMESTAMP, beforeColumn: id}
							- modifyDataType: {tableName: song, columnName: dated, newDataType: datetime2}
							- addNotNullConstraint:
							    {tableName: song, columnName: dated, columnDataType: timestamp, defaultNullValue: "2020-01-01 00:00:00"}
							- addDefaultValue: {tableName: song, columnName: played, columnDataType: timestamp, defaultValueComputed: now()}
							- addLookupTable:
							    existingTableName: song
							    existingColumnName: dated
							    newTableName: moment
							    newColumnName: at
							    newColumnDataType: timestamp
							    constraintName: fk_moment
							- mergeColumns:
							    {tableName: song, column1Name: day, joinString: " ", column2Name: hour, finalColumnName: live, finalColumnType: datetime(3)}
							""");
			assertThat(database.rows("SELECT name, type, dflt_value FROM pragma_table_info('song') WHERE name <> 'id'"))
				.containsExactlyInAnyOrder("first|TIMESTAMP|null", "made|TIMESTAMP|CURRENT_TIMESTAMP",
						"mixed|TIMESTAMP(6)|'2020-02-29 01:02:03'", "dated|TIMESTAMP|null",
						"played|TIMESTAMP|CURRENT_TIMESTAMP", "live|TIMESTAMP(3)|null");
			assertThat(database.rows("SELECT name, type FROM pragma_table_info('moment')"))
				.containsExactly("at|TIMESTAMP");
			assertThat(database.rows("SELECT dated, typeof(dated), length(made), mixed FROM song"))
				.containsExactly("2021-01-02 03:04:05|text|19|2020-02-29 01:02:03");
		}
	}

	@Test
	void liquibasesOwnTablesAreAsStockLiquibaseMakesThem() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("t", "changes: [{createTable: {tableName: t, columns: [{column: {name: a, type: int}}]}}]");
			assertThat(database
				.rows("SELECT type FROM pragma_table_info('DATABASECHANGELOG') WHERE name = 'DATEEXECUTED'"))
				.containsExactly("TEXT");
			assertThat(database
				.rows("SELECT type FROM pragma_table_info('DATABASECHANGELOGLOCK') WHERE name = 'LOCKGRANTED'"))
				.containsExactly("TEXT");
		}
	}

	@ParameterizedTest
	@CsvSource({ "INTEGER,integer", "TEXT,text" })
	void whatTheDriverWritesIsReadBack(String dateClass, String stored) throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("t", """
					changes:
					- createTable:
					    tableName: t
					    columns:
					    - column: {name: id, type: int}
					    - column: {name: at, type: timestamp with time zone}
					""");
		}
		try (Connection connection = connect(dateClass)) {
			assertThat(roundTrip(connection, stored)).isEqualTo(NOON);
		}
	}

	@Test
	void aColumnOfStockLiquibaseStaysWhatItIsUntilItsTypeIsModified() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE t (id INT, at TEXT)");
			try (Connection connection = connect("INTEGER")) {
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> roundTrip(connection, "text"))
					.withMessage("Error parsing time stamp");
			}
			database.update("a", "changes: [{addNotNullConstraint: {tableName: t, columnName: id}}]");
			database.update("b", "changes: [{addUniqueConstraint: {tableName: t, columnNames: id}}]");
			assertThat(database.rows("SELECT type FROM pragma_table_info('t')")).containsExactly("INT", "TEXT");
			database.update("c", "changes: [{modifyDataType: {tableName: t, columnName: at, newDataType: timestamp}}]");
			assertThat(database.rows("SELECT type FROM pragma_table_info('t')")).containsExactly("INT", "TIMESTAMP");
			try (Connection connection = connect("INTEGER")) {
				assertThat(read(connection, "integer")).isEqualTo(NOON);
			}
		}
	}

	private Connection connect(String dateClass) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("date_class", dateClass);
		return SqliteDrivers.MANAGED.driver().connect("jdbc:sqlite:" + this.directory.resolve("test.db"), properties);
	}

	private static Instant roundTrip(Connection connection, String stored) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (id, at) VALUES (1, ?)")) {
			insert.setTimestamp(1, Timestamp.from(NOON));
			insert.execute();
		}
		return read(connection, stored);
	}

	private static Instant read(Connection connection, String stored) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT at, typeof(at) FROM t")) {
			assertThat(row.getString(2)).isEqualTo(stored);
			return row.getTimestamp(1).toInstant();
		}
	}

}
