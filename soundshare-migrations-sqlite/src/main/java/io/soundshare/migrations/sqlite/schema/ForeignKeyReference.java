package io.soundshare.migrations.sqlite.schema;

import java.util.List;

/**
 * A foreign key as {@code foreign_key_list} shows it.
 *
 * @param table the table that has it
 * @param id its number within that table, as {@code foreign_key_check} names it
 * @param columns its columns
 * @param parent the table it refers to, as written
 * @param parentColumns the columns it refers to; empty for the parent's primary key
 * @param onDelete what becomes of its rows when those they refer to are deleted
 */
public record ForeignKeyReference(String table, int id, List<String> columns, String parent, List<String> parentColumns,
		String onDelete) {

	@Override
	public String toString() {
		return this.table + " (" + String.join(", ", this.columns) + ") -> " + this.parent
				+ ((!this.parentColumns.isEmpty()) ? " (" + String.join(", ", this.parentColumns) + ")" : "");
	}

}
