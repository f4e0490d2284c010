package io.soundshare.migrations.sqlite;

import java.util.List;

/**
 * The keywords that SQLite, from 3.40 on, does not take as a name without quotes in all
 * of its statements. It takes the others, see
 * <a href="https://www.sqlite.org/lang_keywords.html">its manual</a>.
 */
final class ReservedWords {

	/** All of them, in upper case. */
	static final List<String> ALL = List.of("ADD", "ALL", "ALTER", "AND", "AS", "AUTOINCREMENT", "BETWEEN", "CASE",
			"CAST", "CHECK", "COLLATE", "COMMIT", "CONSTRAINT", "CREATE", "CURRENT_DATE", "CURRENT_TIME",
			"CURRENT_TIMESTAMP", "DEFAULT", "DEFERRABLE", "DELETE", "DISTINCT", "DROP", "ELSE", "ESCAPE", "EXCEPT",
			"EXISTS", "FOREIGN", "FROM", "GROUP", "HAVING", "IF", "IN", "INDEX", "INSERT", "INTERSECT", "INTO", "IS",
			"ISNULL", "JOIN", "LIMIT", "NOT", "NOTHING", "NOTNULL", "NULL", "ON", "OR", "ORDER", "PRIMARY", "RAISE",
			"REFERENCES", "RETURNING", "SELECT", "SET", "TABLE", "THEN", "TO", "TRANSACTION", "UNION", "UNIQUE",
			"UPDATE", "USING", "VALUES", "WHEN", "WHERE");

	private ReservedWords() {
	}

}
