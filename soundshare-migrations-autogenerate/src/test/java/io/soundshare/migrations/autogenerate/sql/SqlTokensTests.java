package io.soundshare.migrations.autogenerate.sql;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Token.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SqlTokensTests {

	@Test
	void cutsCastsOff() {
		assertThat(texts("(state)::text='a'::\"Mood\"")).containsExactly("(", "state", ")", "::", "text", "=", "'a'",
				"::", "\"Mood\"");
		assertThat(texts("x :: int")).containsExactly("x", "::", "int");
		assertThat(texts("x::größe[1:2]")).containsExactly("x", "::", "größe", "[", "1", ":", "2", "]");
	}

	@Test
	void readsBracketsAsThoseOfAnArray() {
		assertThat(texts("ARRAY['a]'::text, 'b']")).containsExactly("ARRAY", "[", "'a]'", "::", "text", ",", "'b'",
				"]");
	}

	@Test
	void readsTextsOfEverySort() {
		for (String text : List.of("'it''s'", "E'it\\'s'", "e'a''b\\\\'", "$$it's$$", "$a$ $$ it's $a$", "x'00'")) {
			List<Token> tokens = SqlTokens.of("f(" + text + ")");
			assertThat(tokens).extracting(Token::text).containsExactly("f", "(", text, ")");
			assertThat(tokens.get(2).kind()).isIn(Kind.STRING, Kind.BLOB);
		}
	}

	@Test
	void readsOperatorsOfAnyLength() {
		assertThat(texts("a#>>b")).containsExactly("a", "#>>", "b");
		assertThat(texts("a?|b @> c")).containsExactly("a", "?|", "b", "@>", "c");
		assertThat(texts("a=-1")).containsExactly("a", "=", "-", "1");
		assertThat(texts("a@-b")).containsExactly("a", "@-", "b");
		assertThat(texts("a+--\nb/*c*/<d")).containsExactly("a", "+", "b", "<", "d");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "'open", "E'open\\'", "$$open", "$a$open$$", "\"open", "a::", "[", "$", "E", ":", "/*open" })
	void readsWhatIsIncomplete(String sql) {
		assertThat(String.join("", texts(sql))).isEqualTo(sql.startsWith("/*") ? "" : sql);
	}

	@Test
	void knowsWhereEachTokenIs() {
		String sql = "CHECK (a::varchar(3)[] <> E'\\'' AND \"b\"\"c\" IS NOT NULL)";
		assertThat(SqlTokens.of(sql))
			.allSatisfy((token) -> assertThat(sql.substring(token.start(), token.end())).isEqualTo(token.text()));
	}

	@Test
	void findsTheEndOfACast() {
		List<Token> tokens = SqlTokens.of("'a'::character varying(3)[] = b");
		assertThat(tokens.get(SqlTokens.afterCast(tokens, 1)).text()).isEqualTo("=");
		assertThat(SqlTokens.afterCast(SqlTokens.of("'a'::\"Mood\""), 1)).isEqualTo(1);
	}

	private static List<String> texts(String sql) {
		return SqlTokens.of(sql).stream().map(Token::text).toList();
	}

}
