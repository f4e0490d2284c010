package io.soundshare.migrations.sqlite.ddl;

import java.util.List;

/**
 * SQL written so that what differs only in white space and comments is the same text.
 */
public final class NormalizedSql {

	private NormalizedSql() {
	}

	/**
	 * The text of some SQL.
	 * @param sql the SQL as written
	 * @return the SQL with a single space where there was any or a comment
	 */
	public static String of(String sql) {
		return of(Tokenizer.tokenize(sql));
	}

	/**
	 * The text of some tokens.
	 * @param tokens the tokens, white space and comments among them
	 * @return the SQL with a single space where there was any or a comment
	 */
	public static String of(List<Token> tokens) {
		StringBuilder text = new StringBuilder();
		boolean space = false;
		for (Token token : tokens) {
			if (!token.isSignificant()) {
				space = !text.isEmpty();
				continue;
			}
			text.append(space ? " " : "").append(token.text());
			space = false;
		}
		return text.toString();
	}

}
