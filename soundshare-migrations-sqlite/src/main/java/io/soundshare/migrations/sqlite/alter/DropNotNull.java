package io.soundshare.migrations.sqlite.alter;

import java.util.List;

import io.soundshare.migrations.sqlite.schema.SqliteVersion;

/**
 * Allows NULL in a column.
 *
 * @param table the table
 * @param column the column
 */
public record DropNotNull(String table, String column) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		if (!shape.column(this.column).notNull()) {
			return shape;
		}
		return shape.edit((definition) -> definition.dropNotNull(this.column));
	}

	@Override
	public List<String> nativeSql(TableShape shape, SqliteVersion version) {
		return isAlwaysNative(version) ? List.of(SetNotNull.alterColumn(shape, this.column) + " DROP NOT NULL")
				: List.of();
	}

	@Override
	public boolean isAlwaysNative(SqliteVersion version) {
		return version.isAtLeast(SqliteVersion.ALTERS_NOT_NULL);
	}

}
