package io.soundshare.migrations.sqlite.alter;

import org.jspecify.annotations.Nullable;

/**
 * Gives a column a default. Existing rows stay as they are.
 *
 * @param table the table
 * @param column the column
 * @param sql the value, as it stands after DEFAULT
 * @param constraintName the name of the default, if it has one
 */
public record SetDefault(String table, String column, String sql,
		@Nullable String constraintName) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		shape.column(this.column);
		return shape.edit((definition) -> definition.setDefault(this.column, this.sql, this.constraintName));
	}

}
