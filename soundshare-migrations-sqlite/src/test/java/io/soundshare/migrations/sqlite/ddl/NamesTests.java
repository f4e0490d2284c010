package io.soundshare.migrations.sqlite.ddl;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
			plain    ; plain
			"a""b"   ; a"b
			`a``b`   ; a`b
			'it''s'  ; it's
			[a"b]    ; a"b
			"open    ; "open
			"        ; "
			[        ; [
			""       ; ~~
			"a"b"    ; "a"b"
			""\""     ; "
			""")
	void unquotes(String written, String name) {
		assertThat(Names.unquote(written)).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a b", "a\"b", "order", "", "größe", "\"\"", "'" })
	void quotesSoThatSqliteReadsTheSameName(String name) {
		try (Database database = new Database()) {
			assertThat(database.rows("SELECT 1 AS " + Names.quote(name)).get(0).get(name)).isEqualTo("1");
		}
		assertThat(Names.unquote(Names.quote(name))).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "a, A, true", "Größe, gRößE, true", "É, é, false", "K, \u212A, false", "ab, a, false", "İ, i, false" })
	void comparesAsSqliteDoes(String one, String other, boolean same) {
		assertThat(Names.same(one, other)).isEqualTo(same);
		try (Database database = new Database()) {
			database.execute("CREATE TABLE " + Names.quote(one) + " (a)");
			assertThat(database.accepts("CREATE TABLE " + Names.quote(other) + " (a)")).isNotEqualTo(same);
		}
	}

	@Test
	void keepsEveryCharacterOfAText() {
		String text = "SELECT\t\u00a0x.\"y\"\"z\" -- c\n/* d */+.5e-3||x'0a' ?1 :a 0x1F->>'$' \ufeff[q] 'open";
		assertThat(Tokenizer.tokenize(text)).extracting(Token::text)
			.doesNotContain("")
			.satisfies((texts) -> assertThat(String.join("", texts)).isEqualTo(text));
		assertThat(Tokenizer.tokenize(text))
			.allSatisfy((token) -> assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text()));
	}

}
