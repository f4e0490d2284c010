package io.soundshare.migrations.sqlite.sqlgenerator;

import java.nio.file.Path;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rows from CSV files and LOB files.
 */
class LoadDataTests {

	private static final String TABLE = """
			changes:
			- createTable:
			    tableName: person
			    columns:
			    - column: {name: id, type: int, constraints: {primaryKey: true}}
			    - column: {name: name, type: varchar(50)}
			    - column: {name: active, type: boolean}
			    - column: {name: price, type: "decimal(10,2)"}
			    - column: {name: born, type: date}
			    - column: {name: at, type: datetime}
			    - column: {name: photo, type: blob}
			    - column: {name: bio, type: clob}
			    - column: {name: uid, type: varchar(36)}
			    - column: {name: calc, type: varchar(20)}
			""";

	private static final String LOAD = """
			changes:
			- loadData:
			    tableName: person
			    file: person.csv%s
			    columns:
			    - column: {name: id, type: numeric}
			    - column: {name: name, type: string, nullPlaceholder: '-'}
			    - column: {name: active, type: boolean}
			    - column: {name: price, type: numeric}
			    - column: {name: born, type: date}
			    - column: {name: at, type: datetime}
			    - column: {name: photo, type: blob}
			    - column: {name: bio, type: clob}
			    - column: {name: uid, type: uuid}
			    - column: {name: calc, type: computed}
			    - column: {name: junk, type: skip}
			""";

	private static final String CSV = """
			id,name,active,price,born,at,photo,bio,uid,calc,junk
			1,NULL,true,12.50,2020-01-02,2020-01-02T03:04:05,AQID,bio.txt,123E4567-E89B-12D3-A456-426614174000,upper('a'),x
			2,CURRENT_TIMESTAMP,false,3,2021-05-06,2021-05-06T07:08:09.123,NULL,NULL,NULL,upper('b'),y
			3,"O'Neil; x",NULL,NULL,NULL,NULL,photo.bin,"It's -- not; a comment",123e4567-e89b-12d3-a456-426614174001,abs(-3),z
			4,-,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,z
			""";

	private static final String[] ROWS = {
			"1|NULL|1|12.5|2020-01-02 00:00:00|2020-01-02 03:04:05|010203|It's a file.|123e4567-e89b-12d3-a456-426614174000|A",
			"2|CURRENT_TIMESTAMP|0|3|2021-05-06 00:00:00|2021-05-06 07:08:09.123||null|null|B",
			"3|O'Neil; x|null|null|null|null|616263|It's -- not; a comment|123e4567-e89b-12d3-a456-426614174001|3",
			"4|null|null|null|null|null||null|null|null" };

	private static final String SELECT = "SELECT id, name, active, price, born, at, hex(photo), bio, uid, calc FROM person";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "", "usePreparedStatements: true", "usePreparedStatements: false" })
	void everyTypeLoadsTheSameWay(String setting) throws LiquibaseException {
		try (Migrated database = files(Migrated.in(this.directory))) {
			database.update("l", TABLE, LOAD.formatted(setting.isEmpty() ? "" : "\n    " + setting));
			assertThat(database.rows(SELECT)).containsExactly(ROWS);
		}
	}

	@ParameterizedTest
	@EnumSource
	void everySqliteLoadsTheSameWay(SqliteDrivers driver) throws LiquibaseException {
		try (Migrated database = files(Migrated.in(this.directory, driver, false))) {
			database.update("l", TABLE, LOAD.formatted(""));
			assertThat(database.rows(SELECT)).containsExactly(ROWS);
		}
	}

	@Test
	void writtenSqlHasEveryRow() throws LiquibaseException {
		try (Migrated database = files(Migrated.in(this.directory))) {
			database.update("l", TABLE);
			database.update("l", TABLE, LOAD.formatted(""));
			assertThat(database.execute("DELETE FROM DATABASECHANGELOG WHERE id = 'l1'").sql(Migrated.YAML))
				.contains("X'616263'", "CURRENT_TIMESTAMP", "upper('b')")
				.doesNotContain("prepared statement");
		}
	}

	@Test
	void valueThatIsNotOfItsTypeIsNamed() throws LiquibaseException {
		try (Migrated database = files(Migrated.in(this.directory))) {
			database.file("person.csv", "id,uid\n1,nonsense\n");
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("l", TABLE, LOAD.formatted("")))
				.withMessageContaining("uid: nonsense is no uuid");
		}
	}

	@Test
	void manyRowsLoad() throws LiquibaseException {
		StringBuilder csv = new StringBuilder("id,name\n");
		for (int i = 0; i < 20_000; i++) {
			csv.append(i).append(",name ").append(i).append('\n');
		}
		try (Migrated database = Migrated.in(this.directory)) {
			database.file("person.csv", csv.toString()).update("l", TABLE, LOAD.formatted(""));
			assertThat(database.rows("SELECT count(*), max(name), sum(id) FROM person"))
				.containsExactly("20000|name 9999|199990000");
		}
	}

	@Test
	void insertAndUpdateTakeFiles() throws LiquibaseException {
		try (Migrated database = files(Migrated.in(this.directory))) {
			database.update("l", TABLE, """
					changes:
					- insert:
					    tableName: person
					    columns:
					    - column: {name: id, valueNumeric: 1}
					    - column: {name: photo, valueBlobFile: photo.bin}
					    - column: {name: at, valueDate: '2020-01-02T03:04:05'}
					- update:
					    tableName: person
					    columns:
					    - column: {name: bio, valueClobFile: bio.txt}
					    where: ":name = :value"
					    whereParams:
					    - param: {name: id, valueNumeric: 1}
					""");
			assertThat(database.rows("SELECT id, hex(photo), at, bio FROM person"))
				.containsExactly("1|616263|2020-01-02 03:04:05|It's a file.");
		}
	}

	@ParameterizedTest
	@CsvSource({ "MANAGED,true", "MANAGED,false", "V3_45,true", "V3_40,true" })
	void updateKeepsTheRowsThatReferToIt(SqliteDrivers driver, boolean foreignKeys) throws LiquibaseException {
		try (Migrated database = shop(Migrated.in(this.directory, driver, foreignKeys))) {
			database.update("u", """
					changes:
					- loadUpdateData: {tableName: artist, file: artist.csv, primaryKey: id}
					""");
			assertThat(database.rows("SELECT rowid, * FROM artist")).containsExactly("1|1|New|kept", "2|2|Other|kept",
					"3|3|Third|null");
			assertThat(database.rows("SELECT * FROM song")).containsExactly("10|1", "11|2");
			assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> database.rollback(Migrated.YAML, 1))
				.withMessageContaining("artist");
			assertThat(database.rows("SELECT * FROM song")).hasSize(2);
		}
	}

	@Test
	void onlyUpdateInsertsNothing() throws LiquibaseException {
		try (Migrated database = shop(Migrated.in(this.directory))) {
			database.update("u", """
					changes:
					- loadUpdateData:
					    tableName: artist
					    file: artist.csv
					    primaryKey: id
					    onlyUpdate: true
					""");
			assertThat(database.rows("SELECT * FROM artist")).containsExactly("1|New|kept", "2|Other|kept");
		}
	}

	@Test
	void columnsNotAllowedToUpdateKeepTheirValue() throws LiquibaseException {
		try (Migrated database = shop(Migrated.in(this.directory))) {
			database.file("artist.csv", "id,name,note\n1,New,x\n3,Third,y\n").update("u", """
					changes:
					- loadUpdateData:
					    tableName: artist
					    file: artist.csv
					    primaryKey: id
					    columns:
					    - column: {name: name, type: string, allowUpdate: false}
					    - column: {name: note, type: string}
					""");
			assertThat(database.rows("SELECT * FROM artist")).containsExactly("1|One|x", "2|Two|kept", "3|Third|y");
		}
	}

	@Test
	void keysNeedNotBeUniqueNorBePresent() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.execute("CREATE TABLE \"order\" (\"a b\" TEXT, code INTEGER, note TEXT)",
					"INSERT INTO \"order\" VALUES ('x', NULL, 'was'), ('x', 1, 'was'), ('y', 1, 'was')");
			database.file("o.csv", "a b,code,note\nx,NULL,now\nz,NULL,new\nz,NULL,newer\n").update("u", """
					changes:
					- loadUpdateData: {tableName: order, file: o.csv, primaryKey: 'a b, code'}
					""");
			assertThat(database.rows("SELECT * FROM \"order\"")).containsExactly("x|null|now", "x|1|was", "y|1|was",
					"z|null|newer");
		}
	}

	@Test
	void keyThatIsNoColumnIsAnError() throws LiquibaseException {
		try (Migrated database = shop(Migrated.in(this.directory))) {
			assertThatExceptionOfType(LiquibaseException.class).isThrownBy(() -> database.update("u", """
					changes:
					- loadUpdateData: {tableName: artist, file: artist.csv, primaryKey: nr, onlyUpdate: true}
					""")).withMessageContaining("no such column: artist.nr");
		}
	}

	private static Migrated files(Migrated database) {
		return database.file("person.csv", CSV).file("photo.bin", "abc").file("bio.txt", "It's a file.");
	}

	private static Migrated shop(Migrated database) {
		return database
			.execute("CREATE TABLE artist (id INTEGER PRIMARY KEY, name TEXT UNIQUE, note TEXT)",
					"CREATE TABLE song (id INTEGER PRIMARY KEY, artist REFERENCES artist (id) ON DELETE CASCADE)",
					"INSERT INTO artist VALUES (1, 'One', 'kept'), (2, 'Two', 'kept')",
					"INSERT INTO song VALUES (10, 1), (11, 2)")
			.file("artist.csv", "id,name\n1,New\n2,Other\n3,Third\n");
	}

}
