package io.soundshare.migrations.sqlite.alter;

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
		return shape.edit((definition) -> definition.dropDefault(this.column));
	}

}
