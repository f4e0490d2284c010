package io.soundshare.migrations.autogenerate.render;

import liquibase.change.core.UpdateDataChange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnConfigsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			0                    | valueNumeric: 0
			-12.50               | valueNumeric: -12.50
			123456789012345678901 | valueNumeric: 123456789012345678901
			'en'                 | value: en
			'it''s'              | value: it's
			'1970-01-01 00:00:00' | value: '1970-01-01 00:00:00'
			'null'               | valueComputed: "'null'"
			''                   | valueComputed: "''"
			'\\x'::bytea         | valueComputed: '''\\x''::bytea'
			'big'::mood          | valueComputed: "'big'::mood"
			TRUE                 | valueBoolean: true
			upper(title)         | valueComputed: upper(title)
			""")
	void writesAValueAsWhatItIs(String sql, String written) {
		UpdateDataChange change = new UpdateDataChange();
		change.setTableName("songs");
		change.addColumn(ColumnConfigs.value("mood", sql));
		assertThat(new ReadableYaml().serialize(change, true)).contains("name: mood\n", " " + written + "\n");
	}

}
