package io.soundshare.migrations.autogenerate.entity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that mean the least.
 */
class EmptyValueTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|', textBlock = """
			timestamp with time zone, '1970-01-01 00:00:00'
			"`TIMESTAMP`", '1970-01-01 00:00:00'
			date, '1970-01-01'
			int, 0
			clob, ''
			boolean, FALSE
			""")
	void numbersTextsTimesAndTruthValuesHaveEmptyOnes(String type, String sql) {
		assertThat(EmptyValue.ofType(type)).isEqualTo(sql);
	}

	@ParameterizedTest
	@ValueSource(strings = { "uuid", "point", "pg_catalog.int4 array", "integer[]", "jsonb" })
	void whatHasNoEmptyValueIsNotFilled(String type) {
		assertThat(EmptyValue.ofType(type)).isNull();
	}

}
