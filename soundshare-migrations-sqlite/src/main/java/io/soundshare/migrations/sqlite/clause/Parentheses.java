package io.soundshare.migrations.sqlite.clause;

/**
 * Finds the ends of parentheses, without being taken in by those within quotes.
 */
final class Parentheses {

	private Parentheses() {
	}

	/**
	 * Where a parenthesis closes.
	 * @param sql some SQL
	 * @param open the place of an opening parenthesis
	 * @return the place of its closing one; -1 if there is none
	 */
	static int close(String sql, int open) {
		int depth = 0;
		for (int i = open; i < sql.length(); i++) {
			char c = sql.charAt(i);
			if (c == '\'' || c == '"' || c == '`') {
				i = sql.indexOf(c, i + 1);
				if (i < 0) {
					return -1;
				}
			}
			else if (c == '(') {
				depth++;
			}
			else if (c == ')' && --depth == 0) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Whether every parenthesis opened is closed.
	 * @param sql some SQL
	 * @return whether they are
	 */
	static boolean areBalanced(String sql) {
		return close("(" + sql + ")", 0) == sql.length() + 1;
	}

}
