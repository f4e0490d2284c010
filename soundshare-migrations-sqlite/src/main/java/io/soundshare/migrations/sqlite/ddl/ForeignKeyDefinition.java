package io.soundshare.migrations.sqlite.ddl;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The table and columns a foreign key refers to, and how.
 *
 * @param table the parent table
 * @param columns the parent's columns, empty for its primary key
 * @param onDelete the action in upper case, or null if none is written
 * @param onUpdate the action in upper case, or null if none is written
 * @param deferrable whether it is DEFERRABLE
 * @param initiallyDeferred whether it is checked at the commit only
 * @param match the MATCH name, which SQLite ignores, or null
 */
public record ForeignKeyDefinition(String table, List<String> columns, @Nullable String onDelete,
		@Nullable String onUpdate, boolean deferrable, boolean initiallyDeferred, @Nullable String match) {

	public ForeignKeyDefinition {
		columns = List.copyOf(columns);
	}

}
