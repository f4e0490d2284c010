package io.soundshare.migrations.sqlite.alter;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.schema.SqliteVersion;
import io.soundshare.migrations.sqlite.schema.StoredObject;

/**
 * Drops a column, and as PostgreSQL does the indexes and constraints of the same table it
 * takes part in. What else uses the column stops it: generated columns and triggers here,
 * views and the triggers of other tables when the change set is verified.
 *
 * @param table the table
 * @param column the column
 */
public record DropColumn(String table, String column) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		ColumnDefinition dropped = shape.column(this.column);
		if (shape.columnNames().size() == 1) {
			throw new AlterRefusedException("Column " + dropped.name() + " is the only one of table " + shape.table()
					+ ". Drop the table instead.");
		}
		for (ColumnDefinition other : shape.definition().columns()) {
			if (!Names.same(other.name(), dropped.name())
					&& other.constraint(Constraint.Kind.GENERATED).filter(this::mentions).isPresent()) {
				throw new AlterRefusedException("Column " + other.name() + " of table " + shape.table()
						+ " is generated from " + dropped.name() + ". Drop " + other.name() + " first.");
			}
		}
		for (StoredObject trigger : shape.triggers()) {
			if (MentionedColumns.inUpdateOf(trigger, this.column)) {
				throw new AlterRefusedException("Trigger " + trigger.name() + " of table " + shape.table()
						+ " watches column " + dropped.name() + ". Drop the trigger first.");
			}
		}
		TableShape edited = shape;
		List<Constraint> lost = using(shape);
		for (int i = lost.size(); i > 0; i--) {
			// The last first: what comes before keeps its place in the text.
			edited = edited.lose(lost.get(i - 1));
		}
		return edited.dropIndexes((index) -> MentionedColumns.inIndex(index, this.column))
			.edit((table) -> table.dropColumn(dropped.name()))
			.forget(dropped.name());
	}

	@Override
	public List<String> nativeSql(TableShape shape, SqliteVersion version) {
		ColumnDefinition dropped = shape.column(this.column);
		boolean keyed = dropped.constraint(Constraint.Kind.PRIMARY_KEY).isPresent()
				|| dropped.constraint(Constraint.Kind.UNIQUE).isPresent();
		// SQLite cuts the text from column to column, or back to a comma, be it in a
		// comment.
		if (keyed || !using(shape).isEmpty() || shape.definition().hasCommentsAround(this.column)) {
			return List.of();
		}
		List<String> sql = new ArrayList<>();
		shape.indexes()
			.stream()
			.filter((index) -> MentionedColumns.inIndex(index, this.column))
			.forEach((index) -> sql.add("DROP INDEX main." + Names.quote(index.name())));
		sql.add("ALTER TABLE main." + Names.quote(shape.table()) + " DROP COLUMN " + Names.quote(dropped.name()));
		return sql;
	}

	/**
	 * The constraints of the table and of its other columns this column takes part in.
	 */
	private List<Constraint> using(TableShape shape) {
		return shape.definition()
			.constraints()
			.stream()
			.filter((constraint) -> constraint.column() == null || !Names.same(constraint.column(), this.column))
			.filter((constraint) -> constraint.kind() != Constraint.Kind.GENERATED)
			.filter(this::mentions)
			.toList();
	}

	private boolean mentions(Constraint constraint) {
		return constraint.columns().stream().anyMatch((name) -> Names.same(name, this.column));
	}

}
