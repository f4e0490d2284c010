package io.soundshare.migrations.sqlite.sqlgenerator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A value takes the type its column has then, whichever change writes it.
 */
class ColumnValueTests {

	private static final String TABLE = """
			changes:
			- createTable:
			    tableName: song
			    columns:
			    - column: {name: id, type: int, constraints: {primaryKey: true}}
			    - column: {name: live, type: boolean}
			    - column: {name: made, type: timestamp}
			    - column: {name: day, type: date}
			    - column: {name: at, type: time}
			    - column: {name: title, type: varchar(50)}
			    - column: {name: price, type: "decimal(10,2)"}
			""";

	private static final String ROW = """
			changes:
			- insert:
			    tableName: song
			    columns:
			    - column: {name: id, value: "1"}
			    - column: {name: live, value: "true"}
			    - column: {name: made, value: "2020-01-02T03:04:05.5"}
			    - column: {name: day, value: "2020-01-02"}
			    - column: {name: at, value: "03:04:05"}
			    - column: {name: title, value: "true"}
			    - column: {name: price, value: "12.50"}
			""";

	@TempDir
	private Path directory;

	@Test
	void insertedValuesAreReadByTheDriver() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE, ROW);
			assertThat(database.rows("SELECT typeof(id), typeof(live), title, price FROM song"))
				.containsExactly("integer|integer|true|12.5");
		}
		assertRead();
	}

	@Test
	void updatedValuesAreReadByTheDriver() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE, """
					changes:
					- insert: {tableName: song, columns: [{column: {name: id, valueNumeric: 1}}]}
					- update:
					    tableName: song
					    columns:
					    - column: {name: live, value: "TRUE"}
					    - column: {name: made, valueDate: "2020-01-02T03:04:05.5"}
					    - column: {name: day, valueDate: "2020-01-02T10:11:12"}
					    - column: {name: at, valueDate: "03:04:05"}
					    where: "id = '1'::int AND (made IS NULL OR made < now())"
					""");
		}
		assertRead();
	}

	@Test
	void addedColumnsAreReadByTheDriver() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", """
					changes:
					- createTable: {tableName: song, columns: [{column: {name: id, type: int}}]}
					- insert: {tableName: song, columns: [{column: {name: id, value: "1"}}]}
					- addColumn:
					    tableName: song
					    columns:
					    - column: {name: live, type: boolean, value: "yes", constraints: {nullable: false}}
					    - column: {name: made, type: datetime, value: "2020-01-02T03:04:05.5"}
					    - column: {name: day, type: date, defaultValue: "2020-01-02"}
					    - column: {name: at, type: time, defaultValueDate: "03:04:05"}
					""");
		}
		assertRead();
	}

	@ParameterizedTest
	@ValueSource(strings = { "loadData", "loadUpdateData" })
	void loadedValuesAreReadByTheDriver(String change) throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.file("song.csv", "id,live,made,day,at\n1,Y,2020-01-02T03:04:05.5,2020-01-02,03:04:05\n")
				.update("v", TABLE, "changes: [{" + change + ": {tableName: song, file: song.csv"
						+ (change.equals("loadData") ? "" : ", primaryKey: id") + "}}]");
		}
		assertRead();
	}

	@Test
	void filledNullsAreReadByTheDriver() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE,
					"""
							changes:
							- insert: {tableName: song, columns: [{column: {name: id, value: "1"}}]}
							- addNotNullConstraint: {tableName: song, columnName: live, defaultNullValue: "true"}
							- addNotNullConstraint:
							    {tableName: song, columnName: made, columnDataType: timestamp, defaultNullValue: "2020-01-02T03:04:05.5"}
							- addNotNullConstraint: {tableName: song, columnName: day, defaultNullValue: "2020-01-02"}
							- addNotNullConstraint: {tableName: song, columnName: at, defaultNullValue: "03:04:05"}
							""");
		}
		assertRead();
	}

	@Test
	void defaultsAreReadByTheDriver() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE,
					"""
							changes:
							- addDefaultValue: {tableName: song, columnName: live, columnDataType: boolean, defaultValue: "yes"}
							- addDefaultValue:
							    {tableName: song, columnName: made, columnDataType: timestamp, defaultValue: "2020-01-02T03:04:05.5"}
							- addDefaultValue: {tableName: song, columnName: day, columnDataType: date, defaultValueDate: "2020-01-02"}
							- addDefaultValue: {tableName: song, columnName: at, columnDataType: time, defaultValue: "03:04:05"}
							- insert: {tableName: song, columns: [{column: {name: id, value: "1"}}]}
							""");
		}
		assertRead();
	}

	@Test
	void anAddedDefaultTakesTheTypeTheTableHas() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE, """
					changes:
					- addDefaultValue: {tableName: song, columnName: live, defaultValue: "true"}
					- addDefaultValue: {tableName: song, columnName: made, defaultValue: "2020-01-02T03:04:05.5"}
					- addDefaultValue: {tableName: song, columnName: day, defaultValue: "2020-01-02"}
					- addDefaultValue: {tableName: song, columnName: at, defaultValue: "03:04:05"}
					- insert: {tableName: song, columns: [{column: {name: id, value: "1"}}]}
					""");
		}
		assertRead();
	}

	@Test
	void whatARollbackWritesIsReadByTheDriver() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE,
					ROW.replace("true", "false")
							+ """
									rollback:
									- delete: {tableName: song, where: ":name = :value", whereParams: [{param: {name: live, value: "no"}}]}
									"""
							+ ROW.substring(ROW.indexOf("- insert")));
			database.rollback(Migrated.YAML, 1);
		}
		assertRead();
	}

	@Test
	void writtenSqlHasTheSameValues() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", "changes: []");
			StringBuilder yaml = new StringBuilder("databaseChangeLog:\n");
			for (String changes : List.of(TABLE, ROW)) {
				yaml.append("- changeSet:\n    id: ").append(changes.length()).append("\n    author: t\n");
				yaml.append(changes.indent(4));
			}
			String sql = database.file("sql.yaml", yaml.toString()).sql("sql.yaml");
			assertThat(sql).contains("VALUES ('1', 1, '2020-01-02 03:04:05.500', '2020-01-02 00:00:00',"
					+ " '1970-01-01 03:04:05', 'true', '12.50')");
		}
	}

	@Test
	void conditionsCompareWhatTheColumnHolds() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE, ROW, """
					changes:
					- update:
					    tableName: song
					    columns: [{column: {name: title, value: "found"}}]
					    where: ":name = :value AND :name = :value"
					    whereParams:
					    - param: {name: live, value: "true"}
					    - param: {name: day, valueDate: "2020-01-02"}
					""");
			assertThat(database.rows("SELECT title FROM song")).containsExactly("found");
			database.update("w", """
					changes:
					- delete:
					    tableName: song
					    where: ":name = :value"
					    whereParams: [{param: {name: made, value: "2020-01-02T03:04:05.5"}}]
					""");
			assertThat(database.rows("SELECT title FROM song")).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "live = 'true'", "live IN ('yes', 'on') AND title = 'true'", "day = '2020-01-02'",
			"song.day = '20200102'", "\"day\" between '2020-01-02' and '2020-01-02' and live <> 'f'",
			"made = '2020-01-02T03:04:05.5'", "made >= '2020-01-02' AND at = '03:04:05'", "day < current_date",
			"NOT live = 'false' and lower('X') = 'x' and title = 'true'", "date(day) = '2020-01-02'" })
	void literalsOfConditionsAreWhatTheColumnHolds(String where) throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE, ROW,
					"changes: [{delete: {tableName: song, where: '" + where.replace("'", "''") + "'}}]");
			assertThat(database.rows("SELECT * FROM song")).isEmpty();
		}
	}

	@Test
	void functionsOfOtherDatabasesAreSqlites() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE, """
					changes:
					- createSequence: {sequenceName: numbers, startValue: 5}
					- insert:
					    tableName: song
					    columns:
					    - column: {name: id, valueComputed: "nextval('numbers')"}
					    - column: {name: live, valueComputed: "true"}
					    - column: {name: made, valueDate: now()}
					    - column: {name: day, valueComputed: current_date}
					    - column: {name: at, valueComputed: localtime}
					    - column: {name: title, valueComputed: "gen_random_uuid()::text"}
					    - column: {name: price, valueComputed: "'12.50'::numeric(10,2)"}
					- update:
					    tableName: song
					    columns: [{column: {name: made, valueComputed: "coalesce(made, localtimestamp)"}}]
					""");
			assertThat(database.rows("SELECT id, live, length(title), price, typeof(price) FROM song"))
				.containsExactly("5|1|36|12.5|real");
			assertThat(database.rows("SELECT next_val FROM numbers")).containsExactly("6");
		}
		try (Connection connection = SqliteDrivers.MANAGED.open(this.directory.resolve("test.db"), false);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT made, day, at FROM song")) {
			Instant made = row.getTimestamp(1).toLocalDateTime().toInstant(ZoneOffset.UTC);
			assertThat(Duration.between(made, Instant.now())).isLessThan(Duration.ofMinutes(5));
			assertThat(row.getDate(2)).isNotNull();
			assertThat(row.getTime(3)).isNotNull();
		}
	}

	@Test
	void checksAndDefaultsSpeakAsPostgresDoes() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v",
					"""
							changes:
							- createTable:
							    tableName: song
							    columns:
							    - column: {name: kind, type: varchar(9), constraints: {checkConstraint: "CHECK (kind::text = 'A'::text)"}}
							    - column: {name: day, type: date, defaultValueComputed: "now()::date"}
							    - column: {name: code, type: varchar(50), defaultValueComputed: "upper(gen_random_uuid()::text)"}
							- addColumn: {tableName: song, columns: [{column: {name: made, type: timestamp, valueComputed: now()}}]}
							- insert: {tableName: song, columns: [{column: {name: kind, value: A}}]}
							""");
			assertThat(database.rows("SELECT length(code), substr(day, 11) FROM song")).containsExactly("36| 00:00:00");
			assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> database.update("w",
					"changes: [{insert: {tableName: song, columns: [{column: {name: kind, value: B}}]}}]"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{name: made, valueComputed: \"now() + interval '1 day'\"}",
			"{name: made, valueComputed: \"date_trunc('day', now())\"}",
			"{name: title, valueComputed: \"title::mood\"}", "{name: id, valueComputed: \"1 + nextval('s')\"}" })
	void whatCannotBeTranslatedIsRefusedBeforeAnythingRuns(String column) throws LiquibaseException {
		for (String change : List.of("insert", "update")) {
			try (Migrated database = Migrated.in(this.directory)) {
				assertThatExceptionOfType(LiquibaseException.class)
					.isThrownBy(() -> database.update("v", TABLE,
							"changes: [{" + change + ": {tableName: song, columns: [{column: " + column + "}]}}]"))
					.withMessageContaining("of table song");
				assertThat(database.objects()).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{name: live, value: maybe}", "{name: made, value: tomorrow}", "{name: day, value: 1/2/2020}",
					"{name: price, value: \"1,000\"}", "{name: price, valueNumeric: \"12 apples\"}" })
	void whatIsOfAnotherTypeIsRefused(String column) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.update("v", TABLE, ROW);
			for (String change : List.of("insert", "update")) {
				assertThatExceptionOfType(LiquibaseException.class)
					.isThrownBy(() -> database.update("w",
							"changes: [{" + change + ": {tableName: song, columns: [{column: " + column + "}]}}]"))
					.withMessageContaining("of table song: ");
			}
			assertThat(database.rows("SELECT count(*), title FROM song")).containsExactly("1|true");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2020-01-02T03:04:05.500+05:30", "2020-01-01T21:34:05.5Z", "2020-01-01T17:34:05.5-04:00" })
	void aPointInTimeWithAnOffsetIsThatInstant(String moment) throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.file("song.csv", "id,made\n5,%1$s\n".formatted(moment))
				.update("v", TABLE,
						"""
								changes:
								- insert: {tableName: song, columns: [{column: {name: id, value: "1"}}, {column: {name: made, value: "%1$s"}}]}
								- insert: {tableName: song, columns: [{column: {name: id, value: "2"}}, {column: {name: made, valueDate: "%1$s"}}]}
								- addColumn: {tableName: song, columns: [{column: {name: again, type: timestamp, valueDate: "%1$s"}}]}
								- update: {tableName: song, columns: [{column: {name: live, valueBoolean: true}}]}
								- insert: {tableName: song, columns: [{column: {name: id, value: "3"}}]}
								- update: {tableName: song, columns: [{column: {name: made, valueDate: "%1$s"}}], where: id = 3}
								- loadData: {tableName: song, file: song.csv}
								"""
							.formatted(moment));
		}
		try (Connection connection = SqliteDrivers.MANAGED.open(this.directory.resolve("test.db"), false);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT made, again FROM song ORDER BY id")) {
			int rows = 0;
			while (row.next()) {
				rows++;
				assertThat(row.getTimestamp(1).toInstant()).isEqualTo("2020-01-01T21:34:05.500Z");
				assertThat(rows > 2 || row.getTimestamp(2).toInstant().equals(row.getTimestamp(1).toInstant()))
					.isTrue();
			}
			assertThat(rows).isEqualTo(4);
		}
	}

	@Test
	void theChangelogTellsTheTypeWhereTheTableTellsNone() throws Exception {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE song (live, made TEXT, title TEXT)");
			database.update("v", """
					changes:
					- insert:
					    tableName: song
					    columns:
					    - column: {name: live, type: boolean, value: "true"}
					    - column: {name: made, type: datetime, value: "2020-01-02T03:04:05"}
					    - column: {name: title, type: boolean, value: "true"}
					""");
			assertThat(database.rows("SELECT live, typeof(live), made, title FROM song"))
				.containsExactly("1|integer|2020-01-02 03:04:05|true");
		}
	}

	private void assertRead() throws Exception {
		try (Connection connection = SqliteDrivers.MANAGED.open(this.directory.resolve("test.db"), false);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT live, made, day, at FROM song")) {
			assertThat(row.next()).isTrue();
			assertThat(row.getBoolean(1)).isTrue();
			assertThat(row.getTimestamp(2))
				.isEqualTo(Timestamp.valueOf(LocalDateTime.of(2020, 1, 2, 3, 4, 5, 500_000_000)));
			assertThat(row.getDate(3)).hasToString("2020-01-02");
			assertThat(row.getTime(4)).hasToString("03:04:05");
		}
	}

}
