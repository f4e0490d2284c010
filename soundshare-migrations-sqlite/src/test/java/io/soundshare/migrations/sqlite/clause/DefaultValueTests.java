package io.soundshare.migrations.sqlite.clause;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Date;

import io.soundshare.migrations.sqlite.SqliteDatabase;
import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.database.Database;
import liquibase.datatype.DataTypeFactory;
import liquibase.datatype.LiquibaseDataType;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceNextValueFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultValueTests {

	private static final Database DATABASE = new SqliteDatabase();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "5|5", "-1.5e3|-1.5e3", "(0)|0", "'it''s'|'it''s'", "NULL|NULL", "true|true", "x'00FF'|x'00FF'",
					"'a'::character varying|'a'", "('{}'::jsonb)|'{}'", "(0)::numeric(10,2)|0", "'x'::\"char\"|'x'",
					"N'abc'|'abc'", "E'abc'|'abc'", "b'0'|0", "B'101'|5", "0x1F|0x1F" })
	void aLiteralOfAnyDatabaseIsALiteral(String text, String expected) {
		DefaultValue value = DefaultValue.ofText(text);
		assertThat(value.sql()).isEqualTo(expected);
		assertThat(value.constant()).isTrue();
		assertThat(value.refused()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '\0',
			value = { "CURRENT_TIMESTAMP~CURRENT_TIMESTAMP", "current_timestamp(6)~CURRENT_TIMESTAMP",
					"current_datetime~CURRENT_TIMESTAMP", "now()~CURRENT_TIMESTAMP", "(NOW())~CURRENT_TIMESTAMP",
					"getdate()~CURRENT_TIMESTAMP", "SYSDATE~CURRENT_TIMESTAMP", "current_date~CURRENT_DATE",
					"curdate()~CURRENT_DATE", "localtime~CURRENT_TIME", "datetime('now')~(datetime('now'))",
					"(abs(-1))~(abs(-1))", "(1) + (2)~((1) + (2))", "'a' || 'b'~('a' || 'b')",
					"lower(')')~(lower(')'))" })
	void anythingElseIsAnExpressionInParentheses(String text, String expected) {
		DefaultValue value = DefaultValue.ofText(text);
		assertThat(value.sql()).isEqualTo(expected);
		assertThat(value.constant()).isFalse();
		assertThat(value.refused()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aRandomUuidIsOneOnEverySqlite(SqliteDrivers driver) throws SQLException {
		String sql = DefaultValue.ofText("gen_random_uuid()").sql();
		assertThat(DefaultValue.ofText("public.uuid_generate_v4()").sql()).isEqualTo(sql);
		try (Connection connection = driver.openInMemory(true); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE t (id TEXT PRIMARY KEY DEFAULT " + sql + ", n INT)");
			for (int i = 0; i < 50; i++) {
				statement.execute("INSERT INTO t (n) VALUES (1)");
			}
			try (ResultSet rows = statement.executeQuery("SELECT id FROM t")) {
				int count = 0;
				while (rows.next()) {
					count++;
					assertThat(rows.getString(1))
						.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
				}
				assertThat(count).isEqualTo(50);
			}
		}
	}

	@Test
	void whatComesOnUpdateIsLeftOutAndSaid() {
		DefaultValue value = DefaultValue.ofText("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP");
		assertThat(value.sql()).isEqualTo("CURRENT_TIMESTAMP");
		assertThat(value.loss()).isEqualTo("ON UPDATE CURRENT_TIMESTAMP");
		assertThat(DefaultValue.ofText("'x ON UPDATE y'").loss()).isNull();
		assertThat(DefaultValue.ofText("lower('x ON UPDATE y')").loss()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nextval('songs_id_seq'::regclass)", "songs_seq.nextval", "NEXT VALUE FOR songs_seq" })
	void aSequenceIsRefused(String text) {
		assertThat(DefaultValue.ofText(text).refused()).hasValueSatisfying(
				(reason) -> assertThat(reason).startsWith("SQLite has no sequences").contains("autoIncrement", "JPA"));
	}

	@Test
	void aSequenceIsRefusedInLiquibasesOwnWordsToo() {
		assertThat(of(new SequenceNextValueFunction("songs_seq"), "bigint").refused()).isPresent();
		assertThat(of("nextval('songs_seq')", "bigint").refused()).isPresent();
		assertThat(of("nextval('songs_seq')", "text").refused()).isEmpty();
	}

	@Test
	void valuesAreLiteralsOfTheirType() {
		assertThat(of("it's", "varchar(20)").sql()).isEqualTo("'it''s'");
		assertThat(of("it's", "json").sql()).isEqualTo("'it''s'");
		assertThat(of("5", "varchar(20)").sql()).isEqualTo("'5'");
		assertThat(of(5, "varchar(20)").sql()).isEqualTo("'5'");
		assertThat(of("5", "int").sql()).isEqualTo("5");
		assertThat(of(1.5, "json").sql()).isEqualTo("1.5");
		assertThat(of(true, "boolean").sql()).isEqualTo("1");
		assertThat(of(true, "int").sql()).isEqualTo("1");
		assertThat(of(false, "tinyint(1)").sql()).isEqualTo("0");
		assertThat(of(true, "varchar(5)").sql()).isEqualTo("'true'");
		assertThat(of("false", "boolean").sql()).isEqualTo("0");
		assertThat(of("null", "varchar(20)").sql()).isEqualTo("NULL");
		assertThat(of("now()", "timestamp").sql()).isEqualTo("CURRENT_TIMESTAMP");
		assertThat(of("now()", "varchar(20)").sql()).isEqualTo("'now()'");
		assertThat(of(new DatabaseFunction("now()"), "varchar(20)").sql()).isEqualTo("CURRENT_TIMESTAMP");
		Date noon = Timestamp.valueOf("2020-02-29 12:00:00");
		assertThat(of(noon, "timestamp").sql()).isEqualTo("'2020-02-29 12:00:00'");
		assertThat(of(noon, "date").sql()).isEqualTo("'2020-02-29 00:00:00'");
	}

	private static DefaultValue of(Object value, String type) {
		LiquibaseDataType dataType = DataTypeFactory.getInstance().fromDescription(type, DATABASE);
		return DefaultValue.of(value, dataType, DATABASE);
	}

}
