package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.sql.SqlTokens;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Token.Kind;

/**
 * Conditions of checks, as a database tells them.
 */
final class Conditions {

	private Conditions() {
	}

	/**
	 * Whether two conditions are one: it does not matter in which order values are
	 * listed.
	 */
	static boolean same(String a, String b) {
		return a.equals(b) || sorted(SqlTokens.of(a)).equals(sorted(SqlTokens.of(b)));
	}

	/** The words of a condition, with each list of values as one of them. */
	private static List<Object> sorted(List<Token> condition) {
		List<Object> words = new ArrayList<>();
		int next = 0;
		while (next < condition.size()) {
			List<String> values = new ArrayList<>();
			int end = isList(condition, next) ? readValues(condition, next, values) : next;
			words.add((end > next) ? values.stream().sorted().toList() : condition.get(next).text());
			next = Math.max(end, next + 1);
		}
		return words;
	}

	/** Whether a list may begin here: after {@code IN (} or {@code ARRAY[}. */
	private static boolean isList(List<Token> tokens, int place) {
		return place > 1 && ((tokens.get(place - 1).is("(") && tokens.get(place - 2).is("in"))
				|| (tokens.get(place - 1).is("[") && tokens.get(place - 2).is("array")));
	}

	/**
	 * Read literals, with or without a cast, up to what closes the list.
	 * @return the place of that; the beginning if there is something else in the list
	 */
	private static int readValues(List<Token> tokens, int begin, List<String> values) {
		int next = begin;
		while (next < tokens.size()) {
			int start = next;
			next += tokens.get(next).is("-") ? 1 : 0;
			if (next >= tokens.size() || !isLiteral(tokens.get(next++))) {
				return begin;
			}
			if (next < tokens.size() && tokens.get(next).is("::")) {
				next = SqlTokens.afterCast(tokens, next);
			}
			values.add(String.join(" ", tokens.subList(start, next).stream().map(Token::text).toList()));
			if (next < tokens.size() && (tokens.get(next).is(")") || tokens.get(next).is("]"))) {
				return next;
			}
			if (next >= tokens.size() || !tokens.get(next++).is(",")) {
				return begin;
			}
		}
		return begin;
	}

	private static boolean isLiteral(Token token) {
		return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER;
	}

}
