package io.soundshare.migrations.autogenerate.model;

import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProductTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "int8 | bigint", "INTEGER | int4", "smallint | int2", "bool | BOOLEAN",
					"decimal(10,2) | numeric(10, 2)", "NUMERIC(5) | numeric(5,0)", "float(53) | double precision",
					"float | float8", "float(24) | real", "timestamptz | timestamp with time zone",
					"timestamp(3) without time zone | TIMESTAMP(3)", "timestamp(6) | timestamp without time zone",
					"timestamp(3) with time zone | timestamptz(3)", "time | time(6) without time zone",
					"varchar(20) | character varying(20)", "char | character(1)", "bpchar(3) | char(3)", "bit | bit(1)",
					"varchar(9)[] | character varying(9) array", "int4[] | integer[3]",
					"pg_catalog.numeric(4,1) | decimal(4,1)",
					"pg_catalog.timestamptz(6) array | timestamp with time zone[]", "\"mood\" | Mood" })
	void postgresqlHasSeveralNamesForOneType(String one, String other) {
		assertThat(SupportedPostgres.INSTANCE.sameType(one, other)).isTrue();
		assertThat(SupportedPostgres.INSTANCE.sameType(other, one)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "int | bigint", "varchar(20) | varchar(21)", "varchar(20) | text",
					"numeric(10,2) | numeric(10,3)", "numeric | numeric(10)", "real | double precision",
					"timestamp | timestamptz", "timestamp(3) | timestamp(6)", "json | jsonb", "text | text[]",
					"bytea | oid", "uuid | text", "\"Mood\" | mood", "bpchar | char", "interval | interval second" })
	void postgresqlTellsOtherTypesApart(String one, String other) {
		assertThat(SupportedPostgres.INSTANCE.sameType(one, other)).isFalse();
		assertThat(SupportedPostgres.INSTANCE.sameType(other, one)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "VARCHAR(255) | TEXT", "clob | VARCHAR(10)", "CHAR(3) | varchar(3)", "INTEGER | BIGINT",
					"BOOLEAN | int", "tinyint | BOOLEAN", "NUMERIC | INTEGER", "NUMERIC(19,0) | bigint",
					"NUMERIC(10, 2) | decimal(10,2)", "NUMBER | NUMERIC(10,2)", "NUMBER(10) | NUMERIC(10,0)",
					"double precision | FLOAT", "REAL | DOUBLE", "BLOB | varbinary(255)", "longblob | BLOB",
					"TIMESTAMP | TEXT", "timestamp(6) | TIMESTAMP", "datetime | timestamptz", "DATE | varchar(10)",
					"TIME | TEXT", "timestamp with time zone | TEXT", "JSON | json", "INT(11) | INTEGER" })
	void sqliteKeepsAlikeWhatHasDifferentNames(String one, String other) {
		assertThat(SupportedSqlite.INSTANCE.sameType(one, other)).isTrue();
		assertThat(SupportedSqlite.INSTANCE.sameType(other, one)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "VARCHAR(100) | VARCHAR(200)", "NUMERIC(10,2) | NUMERIC(12,2)", "NUMERIC(10,2) | INTEGER",
					"TEXT | INTEGER", "REAL | INTEGER", "REAL | TEXT", "BLOB | TEXT", "BLOB | TIMESTAMP", "UUID | TEXT",
					"JSON | TEXT", "TIME | DOUBLE", "TIMESTAMP | INTEGER", "DATE | NUMERIC", "DATE | TIMESTAMP",
					"TIME | DATE" })
	void sqliteTellsOtherTypesApart(String one, String other) {
		assertThat(SupportedSqlite.INSTANCE.sameType(one, other)).isFalse();
		assertThat(SupportedSqlite.INSTANCE.sameType(other, one)).isFalse();
	}

	@Test
	void postgresqlFoldsAndCutsNames() {
		assertThat(SupportedPostgres.INSTANCE.keeps("FirstÄName", false)).isEqualTo("firstÄname");
		assertThat(SupportedPostgres.INSTANCE.keeps("FirstName", true)).isEqualTo("FirstName");
		assertThat(SupportedPostgres.INSTANCE.keeps("x".repeat(62) + "é", true)).isEqualTo("x".repeat(62));
		assertThat(SupportedSqlite.INSTANCE.keeps("FirstName" + "x".repeat(70), false))
			.isEqualTo("FirstName" + "x".repeat(70));
	}

}
