package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, a literal, a parenthesis with all that is in it, or a sign.
 *
 * @param text as written
 * @param start where it starts
 * @param end where the next may start
 */
record SqlToken(String text, int start, int end) {

	private static final String QUOTES = "'\"`";

	static List<SqlToken> of(String sql) {
		List<SqlToken> tokens = new ArrayList<>();
		int position = 0;
		while (position < sql.length()) {
			char first = sql.charAt(position);
			int end = Character.isWhitespace(first) ? position : end(sql, position);
			if (end > position) {
				tokens.add(new SqlToken(sql.substring(position, end), position, end));
			}
			position = Math.max(end, position + 1);
		}
		return tokens;
	}

	boolean is(String word) {
		return this.text.equalsIgnoreCase(word);
	}

	String word() {
		return this.text.toUpperCase(Locale.ROOT);
	}

	boolean parenthesis() {
		return this.text.startsWith("(");
	}

	/** What stands in the parenthesis. */
	String inside() {
		boolean closed = this.text.endsWith(")");
		return this.text.substring(1, this.text.length() - (closed ? 1 : 0)).strip();
	}

	private static int end(String sql, int start) {
		char first = sql.charAt(start);
		if (first == '(') {
			return afterParenthesis(sql, start);
		}
		if (QUOTES.indexOf(first) >= 0) {
			return afterQuote(sql, start);
		}
		int end = start + 1;
		while (wordPart(first) && end < sql.length() && wordPart(sql.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean wordPart(char character) {
		return Character.isLetterOrDigit(character) || character == '_' || character == '$';
	}

	private static int afterParenthesis(String sql, int start) {
		int depth = 0;
		int position = start;
		while (position < sql.length()) {
			char character = sql.charAt(position);
			if (QUOTES.indexOf(character) >= 0) {
				position = afterQuote(sql, position);
				continue;
			}
			depth += (character == '(') ? 1 : (character == ')') ? -1 : 0;
			position++;
			if (depth == 0) {
				return position;
			}
		}
		return sql.length();
	}

	/** A doubled quote starts a new literal right behind: together they are one. */
	private static int afterQuote(String sql, int start) {
		int close = sql.indexOf(sql.charAt(start), start + 1);
		if (close < 0) {
			return sql.length();
		}
		boolean doubled = close + 1 < sql.length() && sql.charAt(close + 1) == sql.charAt(start);
		return doubled ? afterQuote(sql, close + 1) : close + 1;
	}

}
