package io.soundshare.migrations.sqlite.alter;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Position;
import io.soundshare.migrations.sqlite.schema.SqliteVersion;
import org.jspecify.annotations.Nullable;

/**
 * Adds a column.
 *
 * @param table the table
 * @param column the column's name
 * @param sql its definition, beginning with the name
 * @param position where it goes
 * @param plain whether {@code ALTER TABLE ADD COLUMN} takes such a definition for a table
 * with rows, by the rules of
 * <a href="https://www.sqlite.org/lang_altertable.html">SQLite's manual</a>
 * @param sequenceStart where an auto-increment column starts, {@code null} for 1
 */
public record AddColumn(String table, String column, String sql, Position position, boolean plain,
		@Nullable Long sequenceStart) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		if (shape.definition().column(this.column).isPresent()) {
			throw new AlterRefusedException("Table " + shape.table() + " has a column " + this.column
					+ " already. Choose another name, or drop that one first.");
		}
		TableShape edited = shape.edit((table) -> table.addColumn(this.sql, this.position));
		AddConstraint.refuseSecondPrimaryKey(edited);
		return (this.sequenceStart != null) ? edited.startWith(this.sequenceStart) : edited;
	}

	@Override
	public List<String> nativeSql(TableShape shape, SqliteVersion version) {
		return isAlwaysNative(version)
				? List.of("ALTER TABLE main." + Names.quote(shape.table()) + " ADD COLUMN " + this.sql) : List.of();
	}

	@Override
	public boolean isAlwaysNative(SqliteVersion version) {
		return this.plain && this.position.equals(Position.last());
	}

}
