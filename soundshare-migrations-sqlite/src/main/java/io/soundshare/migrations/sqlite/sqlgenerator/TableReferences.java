package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;

/**
 * Where SQL reads or writes a table or view: after FROM, JOIN, INTO, UPDATE, IN, and
 * after the commas of a FROM.
 */
final class TableReferences {

	private static final Set<String> BEFORE = Set.of("FROM", "JOIN", "INTO", "UPDATE", "IN");

	private static final Set<String> AFTER_FROM = Set.of("SELECT", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT",
			"UNION", "EXCEPT", "INTERSECT", "SET", "VALUES", "WINDOW", "RETURNING", ";");

	private TableReferences() {
	}

	/** Whether the statement reads or writes the table or view of that name. */
	static boolean has(String sql, String name) {
		List<Token> tokens = Tokenizer.tokenize(sql).stream().filter(Token::isSignificant).toList();
		Deque<Boolean> inFrom = new ArrayDeque<>(List.of(false));
		boolean expected = false;
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			String word = isWord(token) ? token.text().toUpperCase(Locale.ROOT) : "";
			if (word.equals("(")) {
				inFrom.push(expected);
			}
			else if (word.equals(")")) {
				inFrom.pop();
				expected = false;
				if (inFrom.isEmpty()) {
					inFrom.push(false);
				}
			}
			else if (BEFORE.contains(word)) {
				set(inFrom, inFrom.element() || word.equals("FROM"));
				expected = true;
			}
			else if (AFTER_FROM.contains(word)) {
				set(inFrom, false);
				expected = false;
			}
			else if (word.equals(",")) {
				expected = inFrom.element();
			}
			else if (expected && i + 1 < tokens.size() && tokens.get(i + 1).is(".")) {
				i++;
			}
			else {
				if (expected && token.identifier().filter((table) -> Names.same(table, name)).isPresent()) {
					return true;
				}
				expected = false;
			}
		}
		return false;
	}

	private static boolean isWord(Token token) {
		return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.OPERATOR;
	}

	private static void set(Deque<Boolean> inFrom, boolean value) {
		inFrom.pop();
		inFrom.push(value);
	}

}
