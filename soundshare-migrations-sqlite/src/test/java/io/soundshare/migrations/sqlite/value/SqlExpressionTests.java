package io.soundshare.migrations.sqlite.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SqlExpressionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '\0',
			value = { "now()~CURRENT_TIMESTAMP", "NOW ( )~CURRENT_TIMESTAMP", "now~CURRENT_TIMESTAMP",
					"pg_catalog.now()~CURRENT_TIMESTAMP", "current_timestamp(3)~CURRENT_TIMESTAMP",
					"localtimestamp~CURRENT_TIMESTAMP", "LOCALTIMESTAMP(0)~CURRENT_TIMESTAMP",
					"clock_timestamp()~CURRENT_TIMESTAMP", "(getdate())~CURRENT_TIMESTAMP", "current_date~CURRENT_DATE",
					"curdate()~CURRENT_DATE", "localtime~CURRENT_TIME",
					"coalesce(made, now())~coalesce(made, CURRENT_TIMESTAMP)",
					"current_timestamp || 'x'~CURRENT_TIMESTAMP || 'x'",
					"made < now() AND a = 'now()'~" + "made < CURRENT_TIMESTAMP AND a = 'now()'", "t.now~t.now",
					"\"now\"~\"now\"" })
	void theCurrentMomentOfAnyDatabaseIsSqlites(String text, String expected) {
		assertThat(SqlExpression.of(text)).isEqualTo(new SqlExpression(expected, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '\0',
			value = { "'x'::text~'x'", "'x'::character varying(10) || 'y'~'x' || 'y'", "'5'::int~CAST('5' AS INTEGER)",
					"a::varchar~CAST(a AS TEXT)", "t.a::int + 1~CAST(t.a AS INTEGER) + 1",
					"lower(a || 'x')::text = 'y'~CAST(lower(a || 'x') AS TEXT) = 'y'",
					"x = 1 and (a + b)::double precision > 0~x = 1 and CAST((a + b) AS REAL) > 0",
					"price::numeric(10,2)~round(price, 2)", "now()::date~date(CURRENT_TIMESTAMP)",
					"made :: timestamp with time zone~datetime(made)", "'{\"a\":1}'::jsonb~'{\"a\":1}'",
					"'A'::public.mood~'A'", "'true'::boolean~1", "'\\x00ff'::bytea~X'00ff'",
					"cast(now() as date)~date(CURRENT_TIMESTAMP)", "cast('5' as varchar(10))~cast('5' as varchar(10))",
					"cast(a as timestamp)~datetime(a)", "DATE '2020-01-02'~'2020-01-02'",
					"timestamp '2020-01-02T03:04:05'~'2020-01-02 03:04:05'", "N'a' || E'b'~'a' || 'b'",
					"case when a::int > 1 then b'101' else 0 end~case when CAST(a AS INTEGER) > 1 then 5 else 0 end",
					"a::text::int~CAST(CAST(a AS TEXT) AS INTEGER)" })
	void aCastOfPostgresIsOneOfSqlite(String text, String expected) {
		assertThat(SqlExpression.of(text)).isEqualTo(new SqlExpression(expected, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "(select max(id) + 1 from song)", "upper('a')", "strftime('%Y', 'now')", "a || ':b'",
			"CASE a WHEN 1 THEN 'x' END", "-1.5e3", "x'00FF'", "json_extract(a, '$.b')", "a /* :: */ + 1",
			"CAST(a AS INTEGER)", "\"a b\" + [c] + `d`" })
	void whatIsSqlitesStays(String text) {
		assertThat(SqlExpression.of(text)).isEqualTo(new SqlExpression(text, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "now() + interval '1 day'", "a::mood", "'{1}'::int[]", "1 + nextval('s')", "E'a\\n'" })
	void whatSqliteHasNoWordForIsRefused(String text) {
		assertThat(SqlExpression.of(text).refusal()).isNotBlank();
	}

	@Test
	void theNextValueOfASequenceIsSeen() {
		assertThat(SqlExpression.sequence("nextval('public.s'::regclass)")).isEqualTo("s");
		assertThat(SqlExpression.sequence("NEXT VALUE FOR s")).isEqualTo("s");
		assertThat(SqlExpression.sequence("s.nextval")).isEqualTo("s");
		assertThat(SqlExpression.sequence("nextval('s') + 1")).isNull();
	}

}
