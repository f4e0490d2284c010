package io.soundshare.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import liquibase.CatalogAndSchema;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.statement.core.RawParameterizedSqlStatement;

/**
 * Drops everything in the default schema.
 */
final class DatabaseCleaner {

	private final Database database;

	DatabaseCleaner(Database database) {
		this.database = database;
	}

	void clean() throws LiquibaseException {
		if (this.database instanceof SQLiteDatabase) {
			cleanSqlite();
		}
		else {
			this.database.dropDatabaseObjects(
					new CatalogAndSchema(this.database.getDefaultCatalogName(), this.database.getDefaultSchemaName()));
		}
		this.database.commit();
		LockServiceFactory.getInstance().getLockService(this.database).reset();
		Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class).resetDatabase(this.database);
	}

	/**
	 * Liquibase drops SQLite's tables in any order, and SQLite deletes the rows of a
	 * dropped table first, one foreign key after the other. So: enforcement off, which
	 * SQLite allows outside a transaction only, then views before tables.
	 */
	private void cleanSqlite() throws LiquibaseException {
		Executor executor = Scope.getCurrentScope()
			.getSingleton(ExecutorService.class)
			.getExecutor("jdbc", this.database);
		boolean enforced = executor.queryForInt(new RawParameterizedSqlStatement("PRAGMA foreign_keys")) == 1;
		List<String> drops = new ArrayList<>();
		List<Map<String, ?>> objects = executor.queryForList(new RawParameterizedSqlStatement(
				"SELECT type, name FROM sqlite_master WHERE type IN ('view', 'table') AND name NOT LIKE 'sqlite\\_%' "
						+ "ESCAPE '\\' ORDER BY type DESC"));
		for (Map<String, ?> object : objects) {
			drops.add("DROP " + String.valueOf(object.get("TYPE")).toUpperCase(Locale.ROOT) + " IF EXISTS \""
					+ String.valueOf(object.get("NAME")).replace("\"", "\"\"") + "\"");
		}
		this.database.rollback();
		foreignKeys(executor, enforced, "OFF");
		try {
			for (String drop : drops) {
				executor.execute(new RawParameterizedSqlStatement(drop));
			}
			this.database.commit();
		}
		finally {
			foreignKeys(executor, enforced, "ON");
		}
	}

	private void foreignKeys(Executor executor, boolean enforced, String value) throws LiquibaseException {
		if (!enforced) {
			return;
		}
		this.database.setAutoCommit(true);
		try {
			executor.execute(new RawParameterizedSqlStatement("PRAGMA foreign_keys = " + value));
		}
		finally {
			this.database.setAutoCommit(false);
		}
	}

}
