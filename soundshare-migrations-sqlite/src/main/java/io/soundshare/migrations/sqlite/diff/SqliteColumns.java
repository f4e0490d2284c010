package io.soundshare.migrations.sqlite.diff;

import liquibase.change.ColumnConfig;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.structure.core.Column;

/**
 * Completes a column Liquibase has written down.
 */
final class SqliteColumns {

	private SqliteColumns() {
	}

	static void complete(ColumnConfig written, Column column, Database target) {
		if (column.getDefaultValue() instanceof String text) {
			// Liquibase writes it with its quotes doubled, and would double them again.
			written.setDefaultValue(text);
		}
		String collation = column.getAttribute("collation", String.class);
		if (collation != null && target instanceof SQLiteDatabase) {
			written.setType(written.getType() + " COLLATE " + collation);
		}
	}

}
