package io.soundshare.migrations.sqlite.value;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceNextValueFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedValueTests {

	@ParameterizedTest
	@CsvSource({ "true,1", "TRUE,1", "t,1", "yes,1", "Y,1", "on,1", "1,1", "' true ',1", "false,0", "F,0", "no,0",
			"off,0", "0,0" })
	void whatPostgresTakesForATruthValueIsANumber(String text, int expected) {
		assertThat(TypedValue.of(text, ValueKind.BOOLEAN)).isEqualTo(new TypedValue(expected, null));
	}

	@ParameterizedTest
	@CsvSource({ "2020-01-02T03:04:05,2020-01-02 03:04:05", "2020-01-02 03:04,2020-01-02 03:04:00",
			"2020-01-02,2020-01-02 00:00:00", "20200102,2020-01-02 00:00:00",
			"2020-01-02T03:04:05.1,2020-01-02 03:04:05.100", "2020-01-02T03:04:05.123456,2020-01-02 03:04:05.123",
			"2020-01-02T03:04:05.000,2020-01-02 03:04:05", "1577934245000,1577934245000", "null,null" })
	void aPointInTimeIsWhatTheDriverReads(String text, String expected) {
		assertThat(TypedValue.of(text, ValueKind.TIMESTAMP)).isEqualTo(new TypedValue(expected, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2020-07-02T03:04:05.123+05:30", "2020-01-02T03:04:05Z", "2020-07-02T03:04:05-04:00",
			"2020-07-02T23:04:05.5+14:00" })
	void aPointInTimeWithAnOffsetIsThatInstantHere(String text) {
		LocalDateTime here = OffsetDateTime.parse(text).atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime();
		assertThat(Timestamp.valueOf(String.valueOf(TypedValue.of(text, ValueKind.TIMESTAMP).value())))
			.isEqualTo(Timestamp.valueOf(here));
		assertThat(TypedValue.of(new DatabaseFunction(text), ValueKind.TIMESTAMP))
			.isEqualTo(TypedValue.of(text, ValueKind.TIMESTAMP));
	}

	@Test
	void daysAndTimesAreWhatTheDriverReads() {
		assertThat(value("2020-01-02", ValueKind.DATE)).isEqualTo("2020-01-02 00:00:00");
		assertThat(value("2020-01-02T23:04:05-12:00", ValueKind.DATE)).isEqualTo("2020-01-02 00:00:00");
		assertThat(value("03:04:05", ValueKind.TIME)).isEqualTo("1970-01-01 03:04:05");
		assertThat(value("03:04", ValueKind.TIME)).isEqualTo("1970-01-01 03:04:00");
		assertThat(value("2020-01-02 03:04:05.5", ValueKind.TIME)).isEqualTo("1970-01-01 03:04:05.500");
		Timestamp moment = Timestamp.valueOf("2020-01-02 03:04:05.5");
		assertThat(value(moment, ValueKind.DATE)).isEqualTo("2020-01-02 00:00:00");
		assertThat(value(moment, ValueKind.TIME)).isEqualTo("1970-01-01 03:04:05.500");
		assertThat(value(moment, ValueKind.TIMESTAMP)).isEqualTo("2020-01-02 03:04:05.500");
		assertThat(value(moment, ValueKind.TEXT)).isEqualTo("2020-01-02 03:04:05.500");
		assertThat(value(Date.valueOf("2020-01-02"), ValueKind.TIMESTAMP)).isEqualTo("2020-01-02 00:00:00");
		assertThat(value(Date.valueOf("2020-01-02"), ValueKind.TEXT)).isEqualTo("2020-01-02");
		assertThat(value(Time.valueOf("03:04:05"), ValueKind.OTHER)).isEqualTo("03:04:05");
	}

	@Test
	void textStaysText() {
		for (String text : new String[] { "true", "2020-01-02T03:04:05", "1,000", "now()", "" }) {
			assertThat(value(text, ValueKind.TEXT)).isEqualTo(text);
			assertThat(value(text, ValueKind.OTHER)).isEqualTo(text);
		}
		assertThat(value(true, ValueKind.TEXT)).isEqualTo("true");
		assertThat(value(true, ValueKind.BOOLEAN)).isEqualTo(true);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "maybe|BOOLEAN", "''|BOOLEAN", "2020-13-01|DATE", "01/02/2020|DATE", "tomorrow|TIMESTAMP",
					"25:00:00|TIME", "1,000|NUMBER", "0x1F|INTEGER", "1 000|INTEGER", "NaN|NUMBER", "true|INTEGER",
					"9223372036854775808|INTEGER" })
	void whatIsOfAnotherTypeIsRefused(String text, ValueKind kind) {
		TypedValue typed = TypedValue.of(text, kind);
		assertThat(typed.refusal()).contains(text);
		assertThat(typed.value()).isEqualTo(text);
	}

	@Test
	void numbersStayAsTheyAreWritten() {
		for (String text : new String[] { "1e3", "1.50", "-0", "+5", " 7 ", ".5", "9223372036854775807" }) {
			assertThat(TypedValue.of(text, ValueKind.INTEGER)).isEqualTo(new TypedValue(text, null));
		}
	}

	@Test
	void functionsAreThoseOfTheColumn() {
		assertThat(function("now()", ValueKind.TIMESTAMP)).isEqualTo("CURRENT_TIMESTAMP");
		assertThat(function("now()", ValueKind.DATE)).isEqualTo("CURRENT_TIMESTAMP");
		assertThat(function("current_date", ValueKind.DATE)).isEqualTo("datetime(CURRENT_DATE, 'start of day')");
		assertThat(function("now()::date", ValueKind.DATE))
			.isEqualTo("datetime(date(CURRENT_TIMESTAMP), 'start of day')");
		assertThat(function("current_date", ValueKind.TIMESTAMP)).isEqualTo("datetime(CURRENT_DATE)");
		assertThat(function("localtime", ValueKind.TIME)).isEqualTo("'1970-01-01 ' || time(CURRENT_TIME)");
		assertThat(function("current_date", ValueKind.TEXT)).isEqualTo("CURRENT_DATE");
		assertThat(value(new DatabaseFunction("'true'::text"), ValueKind.BOOLEAN)).isEqualTo(1);
		assertThat(function("'true'::text", ValueKind.TEXT)).isEqualTo("'true'");
		assertThat(value(new DatabaseFunction("nextval('s')"), ValueKind.INTEGER))
			.isInstanceOf(SequenceNextValueFunction.class)
			.hasToString("s");
	}

	private static Object value(Object value, ValueKind kind) {
		return String.valueOf(value).isEmpty() ? value : TypedValue.of(value, kind).value();
	}

	private static String function(String text, ValueKind kind) {
		return String.valueOf(TypedValue.of(new DatabaseFunction(text), kind).value());
	}

}
