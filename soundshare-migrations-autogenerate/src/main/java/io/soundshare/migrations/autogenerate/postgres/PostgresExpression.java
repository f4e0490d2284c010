package io.soundshare.migrations.autogenerate.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.database.SqlWords;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.sql.SqlTokens;
import io.soundshare.migrations.sqlite.ddl.Token;

/**
 * An expression as PostgreSQL tells it, and in a form that is the same for what means the
 * same. PostgreSQL does not tell it in the same words when it has read its own
 * ({@code a IN ('x')} over a {@code varchar} comes back with other casts each time), and
 * in others when the type of a column changes. So casts between texts are left out, and
 * the parentheses that nothing needs.
 */
final class PostgresExpression {

	private static final Pattern TEXT = Pattern.compile("(?:text|bpchar|character varying)(?: \\[ ])?");

	private static final int LONGEST_TEXT = 4;

	private PostgresExpression() {
	}

	static DeclaredSql declared(String expression) {
		return new DeclaredSql(withoutParentheses(expression), canonical(expression));
	}

	static String canonical(String expression) {
		List<String> words = words(expression);
		for (int i = words.size() - 1; i >= 0; i--) {
			if (words.get(i).equals("::")) {
				words.subList(i, endOfText(words, i)).clear();
			}
		}
		return new SqlWords(words).dropParentheses().toString();
	}

	/** An expression without the parentheses around the whole of it. */
	static String withoutParentheses(String expression) {
		String inner = expression.strip();
		while (new SqlWords(words(inner)).isEnclosed()) {
			inner = inner.substring(1, inner.length() - 1).strip();
		}
		return inner;
	}

	/**
	 * The place where a cast to text ends, which has no length; where it starts if it is
	 * none.
	 */
	private static int endOfText(List<String> words, int cast) {
		for (int length = LONGEST_TEXT; length >= 1; length--) {
			int end = cast + 1 + length;
			if (end <= words.size() && TEXT.matcher(String.join(" ", words.subList(cast + 1, end))).matches()
					&& (end == words.size() || !words.get(end).equals("("))) {
				return end;
			}
		}
		return cast;
	}

	private static List<String> words(String expression) {
		return new ArrayList<>(SqlTokens.of(expression).stream().map(Token::text).toList());
	}

}
