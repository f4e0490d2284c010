package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An index somebody created.
 *
 * @param name its name
 * @param unique whether it is unique
 * @param keys what it sorts by
 * @param where the condition of a partial index; {@code null} if it is none
 */
public record IndexDefinition(String name, boolean unique, List<Key> keys, @Nullable String where) {

	public IndexDefinition {
		keys = List.copyOf(keys);
	}

	/**
	 * Reads a CREATE INDEX as {@code sqlite_master} has it.
	 * @param name the index's name
	 * @param sql the statement
	 * @return the index
	 */
	public static IndexDefinition parse(String name, String sql) {
		List<Token> tokens = Tokenizer.tokenize(sql);
		boolean unique = Tokenizer.significant(sql).get(1).is("UNIQUE");
		int open = 0;
		while (!tokens.get(open).is("(")) {
			open++;
		}
		List<Key> keys = new ArrayList<>();
		List<Token> key = new ArrayList<>();
		int depth = 0;
		int i = open;
		do {
			Token token = tokens.get(i++);
			depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
			if (depth == 0 || (depth == 1 && token.is(","))) {
				keys.add(Key.of(key));
				key.clear();
			}
			else if (i > open + 1) {
				key.add(token);
			}
		}
		while (depth > 0);
		List<Token> rest = tokens.subList(i, tokens.size()).stream().filter(Token::isSignificant).toList();
		String where = (!rest.isEmpty() && rest.get(0).is("WHERE")) ? sql.substring(rest.get(0).end()).strip() : null;
		return new IndexDefinition(name, unique, keys, where);
	}

	/**
	 * The parts it sorts by.
	 * @return the names of columns, and expressions as written
	 */
	public List<String> columns() {
		return this.keys.stream().map(Key::text).toList();
	}

	/**
	 * A part that an index sorts by.
	 *
	 * @param text the name of a column, or an expression as written
	 * @param expression whether it is more than a column, also a column with a collation
	 * @param descending whether it sorts downwards
	 */
	public record Key(String text, boolean expression, boolean descending) {

		static Key of(List<Token> written) {
			List<Token> tokens = new ArrayList<>(written.stream().filter(Token::isSignificant).toList());
			Token last = tokens.get(tokens.size() - 1);
			boolean descending = last.is("DESC");
			if (tokens.size() > 1 && (descending || last.is("ASC"))) {
				tokens.remove(tokens.size() - 1);
			}
			if (tokens.size() == 1 && tokens.get(0).identifier().isPresent()) {
				return new Key(tokens.get(0).identifier().get(), false, descending);
			}
			return new Key(
					NormalizedSql.of(written.stream().takeWhile((token) -> token.start() < end(tokens)).toList()), true,
					descending);
		}

		private static int end(List<Token> tokens) {
			return tokens.get(tokens.size() - 1).end();
		}

	}

}
