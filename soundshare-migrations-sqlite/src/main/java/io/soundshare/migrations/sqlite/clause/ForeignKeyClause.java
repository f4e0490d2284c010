package io.soundshare.migrations.sqlite.clause;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import liquibase.database.Database;
import liquibase.statement.ForeignKeyConstraint;
import liquibase.structure.core.Column;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code REFERENCES ...} in SQLite's order: actions, then deferrability.
 */
final class ForeignKeyClause {

	private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^\\]]*\\]|[^\\s.(,\"`\\[]+)";

	private static final Pattern REFERENCES = Pattern
		.compile("(?s)\\s*(?:" + NAME + "\\s*\\.\\s*)*(" + NAME + ")\\s*(?:\\(([^)]*)\\))?\\s*(.*?)\\s*");

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
					+ columns(key.getReferencedColumnNames(), database);
		}
		Matcher parts = REFERENCES.matcher(references);
		if (!parts.matches()) {
			return references;
		}
		// A foreign key stays within its database file: SQLite knows no schema here.
		String columns = parts.group(2);
		return table(parts.group(1), database) + ((columns != null) ? columns(columns, database) : "")
				+ ((!parts.group(3).isEmpty()) ? " " + parts.group(3) : "");
	}

	private static String table(String name, Database database) {
		return isQuoted(name) ? name : database.escapeObjectName(name, Table.class);
	}

	private static String columns(String names, Database database) {
		return Arrays.stream(names.split(","))
			.map(String::strip)
			.map((name) -> isQuoted(name) ? name : database.escapeObjectName(name, Column.class))
			.collect(Collectors.joining(", ", "(", ")"));
	}

	private static boolean isQuoted(String name) {
		return name.startsWith("\"") || name.startsWith("`") || name.startsWith("[");
	}

}
