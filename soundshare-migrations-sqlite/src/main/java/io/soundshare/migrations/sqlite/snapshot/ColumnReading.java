package io.soundshare.migrations.sqlite.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * A column as {@code table_xinfo} shows it.
 *
 * @param name its name
 * @param type its type as declared, empty if it has none
 * @param notNull whether it says NOT NULL
 * @param defaultSql its default as written, without the parentheses of an expression
 * @param keyPosition its place in the primary key, from 1, or 0
 * @param hidden 0 for an ordinary column, 1 for a hidden one of a virtual table, 2 and 3
 * for a generated one
 */
record ColumnReading(String name, String type, boolean notNull, @Nullable String defaultSql, int keyPosition,
		int hidden) {

	boolean isGenerated() {
		return this.hidden > 1;
	}

}
