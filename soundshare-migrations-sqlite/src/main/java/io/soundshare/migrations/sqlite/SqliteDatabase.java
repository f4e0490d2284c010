package io.soundshare.migrations.sqlite;

import liquibase.database.core.SQLiteDatabase;

/**
 * SQLite, as Liquibase sees it with this extension on the class path.
 */
public final class SqliteDatabase extends SQLiteDatabase {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

}
