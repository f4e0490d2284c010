package io.soundshare.migrations.sqlite.statement;

import liquibase.statement.ColumnConstraint;

/**
 * A column's {@code checkConstraint}, which Liquibase reads from the changelog and then
 * forgets.
 *
 * @param column the column
 * @param text as the changelog has it: a condition, or a whole {@code CHECK (...)} with
 * or without its {@code CONSTRAINT} name
 */
public record ColumnCheck(String column, String text) implements ColumnConstraint {

	public ColumnCheck {
		if (text.isBlank()) {
			throw new IllegalArgumentException("The check constraint of column " + column + " is empty");
		}
	}

}
