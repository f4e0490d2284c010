package io.soundshare.migrations.sqlite.alter;

import java.util.List;

import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.SqliteVersion;

/**
 * A change of a table's shape, as data.
 */
public sealed interface TableEdit permits AddColumn, DropColumn, SetType, SetNotNull, DropNotNull, SetDefault,
		DropDefault, SetAutoIncrement, AddConstraint, DropUnique, DropPrimaryKey, DropForeignKeys, DropConstraint {

	/**
	 * The table to change.
	 * @return its name, in any case
	 */
	String table();

	/**
	 * The table with this change.
	 * @param shape the table without it
	 * @return the table with it
	 * @throws AlterRefusedException if it cannot be done faithfully
	 */
	TableShape applyTo(TableShape shape);

	/**
	 * The statements of SQLite that make just this change.
	 * @param shape the table without it
	 * @param version the SQLite in use
	 * @return the statements; empty if this SQLite has none for it
	 */
	default List<String> nativeSql(TableShape shape, SqliteVersion version) {
		return List.of();
	}

	/**
	 * Whether this change may be made together with others, or has to see their result.
	 * @param others changes before this one, of the same table
	 * @return whether it may
	 */
	default boolean canFollow(List<TableEdit> others) {
		return true;
	}

	/**
	 * Whether SQLite itself can make this change of any table. If not, foreign key
	 * enforcement has to be off for the change set.
	 * @param version the SQLite in use
	 * @return whether it can
	 */
	default boolean isAlwaysNative(SqliteVersion version) {
		return false;
	}

	/**
	 * Whether SQLite itself can make this change of the table there is.
	 * @param schema the schema before the change set
	 * @return whether it can, as far as that can be said already
	 */
	default boolean isNativeIn(SqliteSchema schema) {
		return isAlwaysNative(schema.version());
	}

}
