package io.soundshare.migrations.sqlite.clause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.TokenList;
import liquibase.database.Database;
import liquibase.statement.ForeignKeyConstraint;
import liquibase.structure.core.Column;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * The clause {@code REFERENCES ...} in SQLite's order: actions, then deferrability.
 */
final class ForeignKeyClause {

	private ForeignKeyClause() {
	}

	/**
	 * The clause of a column's foreign key.
	 * @param key the foreign key
	 * @param database the database
	 * @return its text, from REFERENCES on
	 */
	static String references(ForeignKeyConstraint key, Database database) {
		StringBuilder sql = new StringBuilder("REFERENCES ").append(target(key, database));
		if (key.isDeleteCascade()) {
			sql.append(" ON DELETE CASCADE");
		}
		if (key.isDeferrable() || key.isInitiallyDeferred()) {
			// Elsewhere INITIALLY DEFERRED alone implies DEFERRABLE; SQLite wants both.
			sql.append(" DEFERRABLE");
		}
		if (key.isInitiallyDeferred()) {
			sql.append(" INITIALLY DEFERRED");
		}
		return sql.toString();
	}

	/**
	 * The start of a constraint that has a name.
	 * @param name the name, if it has one
	 * @param database the database
	 * @return {@code CONSTRAINT name} and a space, or nothing
	 */
	static String named(@Nullable String name, Database database) {
		return (name != null && !name.isBlank()) ? "CONSTRAINT " + database.escapeConstraintName(name.strip()) + " "
				: "";
	}

	private static String target(ForeignKeyConstraint key, Database database) {
		String references = key.getReferences();
		if (references == null) {
			return database.escapeObjectName(key.getReferencedTableName(), Table.class)
					+ columns(Arrays.stream(key.getReferencedColumnNames().split(",")), database);
		}
		TokenList tokens = TokenList.of(references);
		int name = 0;
		int next = nameEnd(tokens, name);
		// A foreign key stays within its database file: SQLite knows no schema here.
		while (tokens.isAt(next, ".")) {
			name = next + 1;
			next = nameEnd(tokens, name);
		}
		int close = tokens.isAt(next, "(") ? tokens.close(next) : -1;
		if (next == name || (tokens.isAt(next, "(") && close < 0)) {
			return references;
		}
		String table = references.substring(tokens.get(name).start(), tokens.get(next - 1).end());
		String actions = references.substring(tokens.get((close > 0) ? close : next - 1).end()).strip();
		return table(table, database) + ((close > 0) ? columns(tokens, next, close, database) : "")
				+ ((!actions.isEmpty()) ? " " + actions : "");
	}

	/** The end of a name, which some changelogs write with a dash and without quotes. */
	private static int nameEnd(TokenList tokens, int start) {
		int end = start;
		while (end < tokens.size() && (end == start || tokens.get(end).start() == tokens.get(end - 1).end())
				&& !tokens.isAt(end, "(") && !tokens.isAt(end, ".") && !tokens.isAt(end, ",")) {
			end++;
		}
		return end;
	}

	private static String table(String name, Database database) {
		return isQuoted(name) ? name : database.escapeObjectName(name, Table.class);
	}

	private static String columns(TokenList tokens, int open, int close, Database database) {
		List<String> names = new ArrayList<>();
		int from = tokens.get(open).end();
		for (int i = open + 1; i <= close; i++) {
			if (i == close || tokens.isAt(i, ",")) {
				names.add(tokens.sql().substring(from, tokens.get(i).start()));
				from = tokens.get(i).end();
			}
		}
		return columns(names.stream(), database);
	}

	private static String columns(Stream<String> names, Database database) {
		return names.map(String::strip)
			.map((name) -> isQuoted(name) ? name : database.escapeObjectName(name, Column.class))
			.collect(Collectors.joining(", ", "(", ")"));
	}

	private static boolean isQuoted(String name) {
		return name.startsWith("\"") || name.startsWith("`") || name.startsWith("[");
	}

}
