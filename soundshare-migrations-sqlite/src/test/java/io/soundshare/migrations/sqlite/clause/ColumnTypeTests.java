package io.soundshare.migrations.sqlite.clause;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.soundshare.migrations.sqlite.SqliteDatabase;
import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.database.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class ColumnTypeTests {

	private static final Database DATABASE = new SqliteDatabase();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = { "int|INTEGER|", "bigint|BIGINT|",
			"bigint(20) unsigned|BIGINT unsigned(20)|", "smallint|SMALLINT|", "varchar(255)|VARCHAR(255)|",
			"varchar2(255 char)|VARCHAR(255)|", "varchar(max)|VARCHAR|", "nvarchar(max)|NVARCHAR|",
			"character varying(255)|VARCHAR(255)|", "decimal(10,2)|DECIMAL(10, 2)|", "numeric(19)|NUMBER(19)|",
			"boolean|BOOLEAN|", "bit(1)|BOOLEAN(1)|", "timestamp|TIMESTAMP|", "timestamp with time zone|TIMESTAMP|",
			"timestamp(6)|TIMESTAMP(6)|", "timestamp(3) with time zone|TIMESTAMP(3)|", "timestamptz|TIMESTAMP|",
			"smalldatetime|TIMESTAMP|", "datetime|TIMESTAMP|", "datetime2(7)|TIMESTAMP(7)|",
			"java.sql.Types.TIMESTAMP|TIMESTAMP|", "java.sql.Types.TIMESTAMP_WITH_TIMEZONE|TIMESTAMP|",
			"java.sql.Timestamp|TIMESTAMP|", "java.util.Date|TIMESTAMP|",
			"timestamp default current_timestamp|TIMESTAMP|default current_timestamp",
			"timestamp(6) without time zone|TIMESTAMP(6)|", "datetime(6)|TIMESTAMP(6)|", "date|date|", "time|time|",
			"clob|TEXT|", "longtext|TEXT|", "text|TEXT|", "text[]|TEXT[]|", "blob|BLOB|", "bytea|BYTEA|",
			"longblob|BLOB|", "uuid|TEXT|", "json|JSON|", "jsonb|JSONB|", "double precision|DOUBLE precision|",
			"float8|FLOAT8|", "money|REAL|", "enum('a','b')|TEXT|", "geometry(Point,4326)|GEOMETRY(4326)|",
			"interval day to second|INTERVAL DAY|", "varchar(20) collate nocase|VARCHAR(20)|collate nocase",
			"int not null default 5|INTEGER|not null default 5",
			"int generated always as (a + (1)) stored|INTEGER|generated always as (a + (1)) stored",
			"varchar(20) check (x in ('a', 'not null'))|VARCHAR(20)|check (x in ('a', 'not null'))" })
	void aTypeOfAnyDatabaseIsOneThatSqliteReads(String description, String expected, String tail) throws SQLException {
		ColumnType type = ColumnType.of(description, DATABASE);
		assertThat(type.tail()).isEqualTo((tail != null) ? tail : "");
		assertThatCode(() -> create("x " + type.sql() + " " + type.tail() + ", a")).doesNotThrowAnyException();
		assertThat(type.sql()).isEqualTo(expected);
	}

	private static void create(String columns) throws SQLException {
		try (Connection connection = SqliteDrivers.V3_40.openInMemory(true);
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE t (" + columns + ")");
		}
	}

}
