package io.soundshare.migrations.sqlite.alter;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Names;
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
		return shape.edit((table) -> table.setDefault(this.column, this.sql, this.constraintName));
	}

	/** Rows that are there get a new column's first default. */
	@Override
	public boolean canFollow(List<TableEdit> others) {
		return others.stream()
			.noneMatch((other) -> other instanceof AddColumn add && Names.same(add.column(), this.column));
	}

}
