package io.soundshare.migrations.sqlite.ddl;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A constraint of a column or of a table.
 *
 * @param kind what it is
 * @param name its name after CONSTRAINT, or null
 * @param column the column it is written at, or null for a constraint of the table
 * @param columns the columns of its table it is about: the key columns, for CHECK and
 * GENERATED those the expression mentions
 * @param foreignKey what a foreign key refers to, otherwise null
 * @param expression what CHECK and GENERATED have in parentheses, what follows DEFAULT
 * (with parentheses, if it has them), the name after COLLATE, otherwise empty
 * @param autoIncrement whether it is a primary key with AUTOINCREMENT
 * @param conflict the resolution in upper case after ON CONFLICT, or null
 * @param sql the constraint as it is written, with its name
 */
public record Constraint(Kind kind, @Nullable String name, @Nullable String column, List<String> columns,
		@Nullable ForeignKeyDefinition foreignKey, String expression, boolean autoIncrement, @Nullable String conflict,
		String sql) {

	public Constraint {
		columns = List.copyOf(columns);
	}

	/**
	 * The kind of a constraint.
	 */
	public enum Kind {

		/** PRIMARY KEY. */
		PRIMARY_KEY,

		/** NOT NULL. */
		NOT_NULL,

		/** NULL, which says nothing. */
		NULL,

		/** UNIQUE. */
		UNIQUE,

		/** CHECK. */
		CHECK,

		/** DEFAULT. */
		DEFAULT,

		/** COLLATE. */
		COLLATE,

		/** REFERENCES of a column or FOREIGN KEY of a table. */
		FOREIGN_KEY,

		/** GENERATED ALWAYS AS, or only AS. */
		GENERATED

	}

	/**
	 * Whether it is a constraint of the table, not one of a column.
	 * @return true if it is
	 */
	public boolean tableLevel() {
		return this.column == null;
	}

}
