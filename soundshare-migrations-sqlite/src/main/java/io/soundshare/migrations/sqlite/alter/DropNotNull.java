package io.soundshare.migrations.sqlite.alter;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
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
		ColumnDefinition column = shape.column(this.column);
		boolean key = shape.constraint(Constraint.Kind.PRIMARY_KEY)
			.filter((primary) -> primary.columns().stream().anyMatch((name) -> Names.same(name, column.name())))
			.isPresent();
		if (key && (column.notNull() || shape.definition().withoutRowid())) {
			throw new AlterRefusedException("Column " + column.name() + " is in the primary key of table "
					+ shape.table() + " and can never be NULL there. Drop that first (dropPrimaryKey).");
		}
		if (column.notNull()) {
			return shape.edit((table) -> table.dropNotNull(this.column));
		}
		return shape;
	}

	/** SQLite's own statement takes comments before and behind NOT NULL along. */
	@Override
	public List<String> nativeSql(TableShape shape, SqliteVersion version) {
		boolean readable = SetNotNull.isUnderstood(shape.column(this.column));
		boolean commented = shape.definition().hasCommentsAround(this.column)
				|| Tokenizer.tokenize(shape.column(this.column).sql())
					.stream()
					.anyMatch((token) -> token.kind() == Token.Kind.COMMENT);
		return (version.isAtLeast(SqliteVersion.ALTERS_CONSTRAINTS) && readable && !commented)
				? List.of(SetNotNull.alterColumn(shape, this.column) + " DROP NOT NULL") : List.of();
	}

}
