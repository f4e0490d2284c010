package io.soundshare.migrations.sqlite.alter;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Names;

/**
 * Takes a column's default away; one without stays as it is, as in PostgreSQL.
 *
 * @param table the table
 * @param column the column
 */
public record DropDefault(String table, String column) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		if (shape.column(this.column).defaultSql().isEmpty()) {
			return shape;
		}
		return shape.edit((table) -> table.dropDefault(this.column));
	}

	/** Rows that are there get a new column's first default. */
	@Override
	public boolean canFollow(List<TableEdit> others) {
		return others.stream()
			.noneMatch((other) -> other instanceof AddColumn add && Names.same(add.column(), this.column));
	}

}
