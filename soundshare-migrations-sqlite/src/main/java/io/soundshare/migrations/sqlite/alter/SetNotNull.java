package io.soundshare.migrations.sqlite.alter;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.schema.SqliteVersion;

/**
 * Forbids NULL in a column. Fails if there is one.
 *
 * @param table the table
 * @param column the column
 */
public record SetNotNull(String table, String column) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		if (shape.column(this.column).notNull()) {
			return shape;
		}
		return shape.edit((definition) -> definition.setNotNull(this.column, null))
			.proveNoNulls(List.of(this.column), "Fill them first, or give a defaultNullValue.");
	}

	@Override
	public List<String> nativeSql(TableShape shape, SqliteVersion version) {
		return isAlwaysNative(version) ? List.of(alterColumn(shape, this.column) + " SET NOT NULL") : List.of();
	}

	@Override
	public boolean isAlwaysNative(SqliteVersion version) {
		return version.isAtLeast(SqliteVersion.ALTERS_NOT_NULL);
	}

	static String alterColumn(TableShape shape, String column) {
		return "ALTER TABLE main." + Names.quote(shape.table()) + " ALTER COLUMN "
				+ Names.quote(shape.column(column).name());
	}

}
