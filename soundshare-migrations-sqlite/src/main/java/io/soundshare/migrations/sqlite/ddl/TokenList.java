package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of some SQL that have a meaning, asked for words and for parentheses.
 *
 * @param sql the SQL
 * @param tokens its tokens but for white space and comments
 */
public record TokenList(String sql, List<Token> tokens) {

	public TokenList {
		tokens = List.copyOf(tokens);
	}

	/**
	 * The tokens of some SQL.
	 * @param sql any text, also an incomplete one
	 * @return its tokens
	 */
	public static TokenList of(String sql) {
		return new TokenList(sql, Tokenizer.significant(sql));
	}

	/**
	 * The number of tokens.
	 * @return the number
	 */
	public int size() {
		return this.tokens.size();
	}

	/**
	 * A token.
	 * @param index its index
	 * @return the token
	 */
	public Token get(int index) {
		return this.tokens.get(index);
	}

	/**
	 * Whether words stand somewhere.
	 * @param index where the first of them should be
	 * @param words keywords or operators, in any case
	 * @return whether they do, one after the other
	 */
	public boolean isAt(int index, String... words) {
		if (index < 0 || index + words.length > size()) {
			return false;
		}
		for (int i = 0; i < words.length; i++) {
			if (!get(index + i).is(words[i])) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The first place of words.
	 * @param words keywords or operators, in any case
	 * @return the index of the first of them; -1 if they stand nowhere
	 */
	public int indexOf(String... words) {
		for (int i = 0; i + words.length <= size(); i++) {
			if (isAt(i, words)) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Whether words stand anywhere.
	 * @param words keywords or operators, in any case
	 * @return whether they do, one after the other
	 */
	public boolean has(String... words) {
		return indexOf(words) >= 0;
	}

	/**
	 * The end of a parenthesis.
	 * @param open the index of an opening parenthesis
	 * @return the index of its closing one; -1 if there is none
	 */
	public int close(int open) {
		int depth = 0;
		for (int i = open; i < size(); i++) {
			if (get(i).is("(")) {
				depth++;
			}
			else if (get(i).is(")") && --depth == 0) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Whether parentheses enclose the whole.
	 * @return whether the first character opens what the last one closes
	 */
	public boolean isEnclosed() {
		return isAt(0, "(") && get(0).start() == 0 && close(0) == size() - 1
				&& get(size() - 1).end() == this.sql.length();
	}

	/**
	 * The tokens outside of all parentheses.
	 * @return the tokens, with the opening parentheses themselves
	 */
	public TokenList outside() {
		List<Token> outside = new ArrayList<>();
		int depth = 0;
		for (Token token : this.tokens) {
			if (depth == 0) {
				outside.add(token);
			}
			if (token.is("(")) {
				depth++;
			}
			else if (token.is(")")) {
				depth--;
			}
		}
		return new TokenList(this.sql, outside);
	}

	/**
	 * The SQL within all parentheses that enclose the whole.
	 * @param sql some SQL
	 * @return what they hold, or the SQL itself
	 */
	public static String inner(String sql) {
		String inner = sql;
		while (of(inner).isEnclosed()) {
			inner = inner.substring(1, inner.length() - 1).strip();
		}
		return inner;
	}

}
