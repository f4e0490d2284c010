package io.soundshare.migrations.sqlite.alter;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
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
		return shape.edit((table) -> table.setNotNull(this.column, null))
			.proveNoNulls(List.of(this.column), "Fill them first, or give a defaultNullValue.");
	}

	@Override
	public List<String> nativeSql(TableShape shape, SqliteVersion version) {
		return (isAlwaysNative(version) && isUnderstood(shape.column(this.column)))
				? List.of(alterColumn(shape, this.column) + " SET NOT NULL") : List.of();
	}

	@Override
	public boolean isNativeIn(SqliteSchema schema) {
		return isAlwaysNative(schema.version()) && schema.table(this.table)
			.flatMap((table) -> table.column(this.column))
			.map(SetNotNull::isUnderstood)
			.orElse(true);
	}

	/** SQLite's own statement takes NOT DEFERRABLE for a NOT NULL, and away. */
	static boolean isUnderstood(ColumnDefinition column) {
		List<Token> tokens = Tokenizer.significant(column.sql());
		for (int i = 1; i < tokens.size(); i++) {
			if (tokens.get(i).is("DEFERRABLE") && tokens.get(i - 1).is("NOT")) {
				return false;
			}
		}
		return true;
	}

	@Override
	public boolean isAlwaysNative(SqliteVersion version) {
		return version.isAtLeast(SqliteVersion.ALTERS_CONSTRAINTS);
	}

	static String alterColumn(TableShape shape, String column) {
		return "ALTER TABLE main." + Names.quote(shape.table()) + " ALTER COLUMN "
				+ Names.quote(shape.column(column).name());
	}

}
