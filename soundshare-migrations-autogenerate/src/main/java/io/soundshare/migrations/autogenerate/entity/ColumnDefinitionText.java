package io.soundshare.migrations.autogenerate.entity;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A {@code columnDefinition} taken apart: people write more than a type into it.
 *
 * @param type the type alone
 * @param notNull whether it says NOT NULL
 * @param defaultValue the default; {@code null} if there is none
 * @param generatedAs what the column is computed by; {@code null} if it is not
 * @param identity whether the column counts by itself
 * @param unique whether it says UNIQUE
 * @param collation the collation; {@code null} if there is none
 * @param comment the comment; {@code null} if there is none
 * @param checks the checks
 * @param reference the reference; {@code null} if there is none
 */
record ColumnDefinitionText(String type, boolean notNull, @Nullable String defaultValue, @Nullable String generatedAs,
		boolean identity, boolean unique, @Nullable String collation, @Nullable String comment, List<Check> checks,
		@Nullable Reference reference) {

	ColumnDefinitionText {
		checks = List.copyOf(checks);
	}

	static ColumnDefinitionText of(String sql) {
		return new ColumnDefinitionParser(sql.strip()).parse();
	}

	/**
	 * A check.
	 *
	 * @param name its name; {@code null} if none is given
	 * @param expression what it says
	 */
	record Check(@Nullable String name, String expression) {

	}

	/**
	 * A reference to another table.
	 *
	 * @param name its name; {@code null} if none is given
	 * @param table the table as written
	 * @param column the column as written; {@code null} for the primary key
	 * @param actions what follows
	 */
	record Reference(@Nullable String name, String table, @Nullable String column, String actions) {

	}

}
