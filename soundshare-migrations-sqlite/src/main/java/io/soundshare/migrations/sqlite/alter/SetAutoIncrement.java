package io.soundshare.migrations.sqlite.alter;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import org.jspecify.annotations.Nullable;

/**
 * Makes a column count up by itself and never give a number out twice:
 * {@code INTEGER PRIMARY KEY AUTOINCREMENT}.
 *
 * @param table the table
 * @param column the column, which must be the primary key
 * @param start the first number to give out, {@code null} for the one after the highest
 */
public record SetAutoIncrement(String table, String column, @Nullable Long start) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		ColumnDefinition column = shape.column(this.column);
		Constraint key = shape.constraint(Constraint.Kind.PRIMARY_KEY)
			.orElseThrow(() -> refused(shape, "the table has none. Make the column the primary key before"
					+ " (addPrimaryKey), if nothing speaks against its being unique"));
		if (key.columns().size() != 1 || !Names.same(key.columns().get(0), column.name())) {
			throw refused(shape, "here it is " + String.join(", ", key.columns()));
		}
		if (shape.definition().withoutRowid()) {
			throw new AlterRefusedException("Column " + column.name() + " of table " + shape.table()
					+ " cannot count up by itself: the table is WITHOUT ROWID.");
		}
		return shape.edit((table) -> table.setAutoIncrement(column.name())).startWith(this.start);
	}

	private AlterRefusedException refused(TableShape shape, String reason) {
		return new AlterRefusedException("Column " + shape.column(this.column).name() + " of table " + shape.table()
				+ " cannot count up by itself: on SQLite only a primary key of one column can, and " + reason
				+ "; or let the application hand out the numbers.");
	}

}
