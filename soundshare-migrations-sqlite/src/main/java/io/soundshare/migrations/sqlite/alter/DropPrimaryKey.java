package io.soundshare.migrations.sqlite.alter;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;

/**
 * Drops a table's primary key; the columns stay.
 *
 * @param table the table
 */
public record DropPrimaryKey(String table) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		Constraint key = shape.constraint(Constraint.Kind.PRIMARY_KEY)
			.orElseThrow(() -> new AlterRefusedException("Table " + shape.table() + " has no primary key."));
		if (shape.definition().withoutRowid()) {
			throw new AlterRefusedException("Table " + shape.table()
					+ " is WITHOUT ROWID and cannot be without a primary key. Make a new table for its rows.");
		}
		TableShape edited = shape.edit((table) -> table.drop(key));
		String keyName = key.name();
		for (String column : key.columns()) {
			// What AddConstraint gave the columns along with the key.
			String ownName = shape.column(column)
				.constraint(Constraint.Kind.NOT_NULL)
				.map((notNull) -> String.valueOf(notNull.name()))
				.orElse("");
			if (keyName != null && Names.same(ownName, keyName)) {
				edited = edited.edit((table) -> table.dropNotNull(column));
			}
		}
		return edited;
	}

}
