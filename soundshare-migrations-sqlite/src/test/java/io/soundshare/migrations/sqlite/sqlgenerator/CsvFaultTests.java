package io.soundshare.migrations.sqlite.sqlgenerator;

import java.nio.file.Path;

import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Cells of a CSV file are what they say, or are named with file, line and column.
 */
class CsvFaultTests {

	private static final String TABLE = """
			changes:
			- createTable:
			    tableName: t
			    columns:
			    - column: {name: id, type: int, constraints: {primaryKey: true}}
			    - column: {name: whole, type: bigint}
			    - column: {name: price, type: "decimal(10,2)"}
			    - column: {name: flag, type: boolean}
			    - column: {name: day, type: date}
			    - column: {name: at, type: timestamp}
			    - column: {name: clock, type: time}
			    - column: {name: data, type: blob}
			    - column: {name: note, type: clob}
			    - column: {name: uid, type: uuid}
			""";

	private static final String TYPES = """
			, columns: [{column: {name: whole, type: numeric}}, {column: {name: price, type: numeric}},\
			 {column: {name: flag, type: boolean}}, {column: {name: day, type: date}}, {column: {name: at, type: datetime}},\
			 {column: {name: data, type: blob}}, {column: {name: uid, type: uuid}}]"""
		.stripTrailing();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "loadData: {tableName: t, file: t.csv",
			"loadUpdateData: {tableName: t, file: t.csv, primaryKey: id" })
	void cellsAreWhatTheySay(String change) throws LiquibaseException {
		for (String types : new String[] { "", TYPES }) {
			try (Migrated database = Migrated.in(this.directory)) {
				database.execute("DROP TABLE IF EXISTS t", "DROP TABLE IF EXISTS DATABASECHANGELOG");
				database.file("t.csv", "\uFEFFid,whole,price,flag,day,at,data,note,uid\n"
						+ "1,1e3,1e-2,yes,2020-01-02,2020-01-02T03:04:05Z,AQID,\"two\nlines\",123e4567-e89b-12d3-a456-426614174000\n"
						+ "\n# a comment\n2,NULL,null,NULL,NULL,NULL,NULL,NULL,NULL\n3,,,,,,,,\n"
						+ "4,-9223372036854775808,1.0,2,2020-01-02 23:00:00,2020-01-02 03:04,,x,\n");
				database.update("c", TABLE, "changes: [{" + change + types + "}}]");
				assertThat(database.rows("SELECT id, whole, typeof(whole), price, flag, day, hex(data), note FROM t"))
					.containsExactly("1|1000|integer|0.01|1|2020-01-02 00:00:00|010203|two\nlines",
							"2|null|null|null|null|null||null", "3|null|null|null|null|null||null",
							"4|-9223372036854775808|integer|1|1|2020-01-02 00:00:00||x");
				assertThat(database.rows("SELECT count(*) FROM t WHERE data IS NULL")).containsExactly("3");
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			value = { "whole~\"1,000\"~is no number", "whole~0x1F~is no number", "whole~12 apples~is no number",
					"whole~9223372036854775808~64 bits", "price~NaN~is no number", "price~\"1,5\"~is no number",
					"flag~maybe~neither true nor false", "day~01/02/2020~is no day", "day~2020-02-30~is no day",
					"at~tomorrow~no point in time", "clock~25:00:00~no time of day",
					"data~missing.bin~cannot read missing.bin", "uid~1-1-1-1-1~no uuid" })
	void aCellThatIsNoSuchValueIsNamed(String column, String cell, String reason) throws LiquibaseException {
		for (String types : new String[] { "", TYPES }) {
			if (column.equals("uid") && types.isEmpty()) {
				continue;
			}
			for (String change : new String[] { "loadData: {", "loadUpdateData: {primaryKey: id, " }) {
				try (Migrated database = Migrated.in(this.directory)) {
					database.execute("DROP TABLE IF EXISTS t", "DROP TABLE IF EXISTS DATABASECHANGELOG");
					database.file("t.csv", "id,note," + column + "\n1,\"two\nlines\",NULL\n\n3,x," + cell + "\n");
					assertThatExceptionOfType(LiquibaseException.class)
						.isThrownBy(() -> database.update("c", TABLE,
								"changes: [{" + change + "tableName: t, file: t.csv" + types + "}}]"))
						.withMessageContaining("t.csv, line 5, column " + column + ": ")
						.withMessageContaining(reason);
					assertThat(database.rows("SELECT count(*) FROM t")).containsExactly("0");
				}
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', value = { "'id,note\n1,x,y\n'~Line 2", "'id,note\n1\n'~Line 2",
			"'id,note\n1,\"x\n'~line 2", "'id,,note\n1,2,3\n'~unnamed", "''~empty" })
	void aFileThatIsNoTableIsNamed(String csv, String reason) throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.file("t.csv", csv);
			assertThatExceptionOfType(LiquibaseException.class)
				.isThrownBy(() -> database.update("c", TABLE, "changes: [{loadData: {tableName: t, file: t.csv}}]"))
				.withMessageContaining("t.csv")
				.withMessageContaining(reason);
		}
	}

	@Test
	void aComputedCellMayDrawFromASequence() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.file("t.csv", "id,at\nnextval('s'),now()\nnextval('s'),localtimestamp\n").update("c", TABLE, """
					changes:
					- createSequence: {sequenceName: s, startValue: 5}
					- loadData:
					    tableName: t
					    file: t.csv
					    columns: [{column: {name: id, type: computed}}, {column: {name: at, type: computed}}]
					""");
			assertThat(database.rows("SELECT id, length(at) FROM t")).containsExactly("5|19", "6|19");
		}
	}

	@Test
	void defaultsOfEmptyCellsAreThoseOfTheChangelog() throws LiquibaseException {
		try (Migrated database = Migrated.in(this.directory)) {
			database.file("t.csv", "id;whole;flag;day;note\n1;;;;\n2;NULL;-;NULL;''\n").update("c", TABLE, """
					changes:
					- loadData:
					    tableName: t
					    file: t.csv
					    separator: ";"
					    quotchar: "'"
					    columns:
					    - column: {name: whole, type: numeric, defaultValueNumeric: 7}
					    - column: {name: flag, type: boolean, defaultValueBoolean: true, nullPlaceholder: '-'}
					    - column: {name: day, type: date, defaultValueDate: "2020-01-02"}
					    - column: {name: note, type: string, defaultValue: none}
					""");
			assertThat(database.rows("SELECT id, whole, flag, day, note FROM t"))
				.containsExactly("1|7|1|2020-01-02 00:00:00|none", "2|null|null|null|none");
		}
	}

}
