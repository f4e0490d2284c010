package io.soundshare.migrations.engine.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import liquibase.Scope;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;

/**
 * Drops everything in the default schema, and the history. The lock table stays, since
 * the lock is held, and so does the journal, which remembers this too.
 */
public final class DatabaseCleaner {

	private final Database database;

	private final String journalTable;

	private final Executor executor;

	public DatabaseCleaner(Database database, String journalTable) {
		this.database = database;
		this.journalTable = journalTable;
		this.executor = Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
	}

	public void clean() throws LiquibaseException {
		DatabaseProduct.of(this.database).drop(this);
		this.database.commit();
	}

	/**
	 * Find what to drop.
	 * @param query tells KIND and NAME, quoted, of each; its {@code %s} are the schema,
	 * the lock table and the journal, as literals
	 * @return the kind, IF EXISTS, and the name
	 */
	List<String> objects(String query, String schema) throws LiquibaseException {
		List<String> objects = new ArrayList<>();
		String sql = query.formatted(literal(schema),
				literal(this.database.getDatabaseChangeLogLockTableName().toLowerCase(Locale.ROOT)),
				literal(this.journalTable.toLowerCase(Locale.ROOT)));
		for (Map<String, ?> row : this.executor.queryForList(new RawParameterizedSqlStatement(sql))) {
			objects.add(row.get("KIND") + " IF EXISTS " + row.get("NAME"));
		}
		return objects;
	}

	void drop(List<String> objects, String behaviour) throws LiquibaseException {
		for (String object : objects) {
			RawParameterizedSqlStatement drop = new RawParameterizedSqlStatement("DROP " + object + behaviour);
			if (this.executor.updatesDatabase()) {
				this.executor.execute(drop);
			}
			else {
				// Written down: the extension for SQLite has to know what is gone.
				this.database.execute(new SqlStatement[] { drop }, List.of());
			}
		}
	}

	void dropHistory() throws LiquibaseException {
		drop(List.of("TABLE IF EXISTS " + this.database.escapeTableName(this.database.getLiquibaseCatalogName(),
				this.database.getLiquibaseSchemaName(), this.database.getDatabaseChangeLogTableName())), "");
	}

	int number(String query) throws LiquibaseException {
		return this.executor.queryForInt(new RawParameterizedSqlStatement(query));
	}

	void execute(String statement) throws LiquibaseException {
		this.executor.execute(new RawParameterizedSqlStatement(statement));
	}

	private static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

}
