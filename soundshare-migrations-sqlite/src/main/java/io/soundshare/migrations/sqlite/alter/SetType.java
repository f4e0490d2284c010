package io.soundshare.migrations.sqlite.alter;

import java.util.Locale;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;

/**
 * Gives a column another type. The values take the new type's affinity, as if they were
 * inserted anew; what does not fit stays as it is, or fails in a STRICT table.
 *
 * @param table the table
 * @param column the column
 * @param type the new type
 */
public record SetType(String table, String column, String type) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		ColumnDefinition column = shape.column(this.column);
		boolean integer = this.type.toUpperCase(Locale.ROOT).contains("INT");
		boolean rowid = shape.definition().rowidAlias().filter((alias) -> Names.same(alias, column.name())).isPresent();
		if (rowid && integer) {
			// INTEGER holds 64 bits, and only under that very name is the column the
			// rowid.
			return shape;
		}
		boolean autoIncrement = column.constraint(Constraint.Kind.PRIMARY_KEY)
			.filter(Constraint::autoIncrement)
			.isPresent();
		if (autoIncrement) {
			throw new AlterRefusedException("Column " + column.name() + " of table " + shape.table()
					+ " counts up by itself, which SQLite has for INTEGER only, not for " + this.type + ".");
		}
		return shape.edit((table) -> table.setType(column.name(), this.type));
	}

}
