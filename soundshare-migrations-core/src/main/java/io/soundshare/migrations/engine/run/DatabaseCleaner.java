package io.soundshare.migrations.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import liquibase.CatalogAndSchema;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;
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

	private static final String SQLITE_OBJECTS = """
			SELECT CASE type WHEN 'view' THEN 'VIEW' ELSE 'TABLE' END AS "KIND",
				'"' || replace(name, '"', '""') || '"' AS "NAME"
			FROM sqlite_master
			WHERE type IN ('view', 'table') AND name NOT LIKE 'sqlite\\_%%' ESCAPE '\\' AND lower(name) NOT IN (%s, %s)
			ORDER BY type = 'table', sql LIKE 'CREATE VIRTUAL%%' DESC""";

	/**
	 * Whatever depends on the schema, unless an extension brought it. Liquibase's dropAll
	 * knows no types, functions, domains and collations.
	 */
	private static final String POSTGRES_OBJECTS = """
			SELECT CASE o.type WHEN 'composite type' THEN 'TYPE' WHEN 'statistics object' THEN 'STATISTICS'
				ELSE upper(o.type) END AS "KIND", o.identity AS "NAME"
			FROM pg_depend d JOIN pg_namespace n ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid,
				pg_identify_object(d.classid, d.objid, 0) o
			WHERE n.nspname = %s AND d.deptype = 'n'
				AND o.type NOT IN ('default acl', 'publication namespace', 'extension')
				AND NOT (d.classid = 'pg_class'::regclass AND lower(o.name) IN (%s, %s))
				AND NOT EXISTS (SELECT 1 FROM pg_depend e
					WHERE e.classid = d.classid AND e.objid = d.objid
						AND (e.deptype = 'e' OR e.deptype = 'i' AND e.refobjid <> d.objid))
			ORDER BY array_position(ARRAY['view', 'materialized view', 'table', 'foreign table', 'sequence',
				'composite type', 'type', 'domain'], o.type), o.identity""";

	/**
	 * Liquibase's dropAll leaves routines and events, and takes the lock's table along.
	 */
	private static final String MYSQL_OBJECTS = """
			SELECT CASE table_type WHEN 'VIEW' THEN 'VIEW' WHEN 'SEQUENCE' THEN 'SEQUENCE' ELSE 'TABLE' END AS KIND,
				concat('`', replace(table_schema, '`', '``'), '`.`', replace(table_name, '`', '``'), '`') AS NAME
			FROM information_schema.tables WHERE table_schema = %1$s AND lower(table_name) NOT IN (%2$s, %3$s)
			UNION ALL SELECT routine_type,
				concat('`', replace(routine_schema, '`', '``'), '`.`', replace(routine_name, '`', '``'), '`')
			FROM information_schema.routines WHERE routine_schema = %1$s
			UNION ALL SELECT 'EVENT',
				concat('`', replace(event_schema, '`', '``'), '`.`', replace(event_name, '`', '``'), '`')
			FROM information_schema.events WHERE event_schema = %1$s""";

	private final Database database;

	private final String journalTable;

	private final Executor executor;

	public DatabaseCleaner(Database database, String journalTable) {
		this.database = database;
		this.journalTable = journalTable;
		this.executor = Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
	}

	public void clean() throws LiquibaseException {
		if (this.database instanceof SQLiteDatabase) {
			cleanSqlite();
		}
		else if (this.database instanceof PostgresDatabase) {
			drop(objects(POSTGRES_OBJECTS, literal(this.database.getDefaultSchemaName()), lockTable(), journalTable()),
					" CASCADE");
			dropHistory();
		}
		else if (this.database instanceof MySQLDatabase) {
			cleanMysql();
		}
		else {
			this.database.dropDatabaseObjects(
					new CatalogAndSchema(this.database.getDefaultCatalogName(), this.database.getDefaultSchemaName()));
		}
		this.database.commit();
	}

	/** In any order: what refers to a table keeps it from being dropped otherwise. */
	private void cleanMysql() throws LiquibaseException {
		List<String> objects = objects(MYSQL_OBJECTS, literal(this.database.getDefaultCatalogName()), lockTable(),
				journalTable());
		int checked = this.executor.queryForInt(new RawParameterizedSqlStatement("SELECT @@foreign_key_checks"));
		this.executor.execute(new RawParameterizedSqlStatement("SET foreign_key_checks = 0"));
		try {
			drop(objects, "");
			dropHistory();
		}
		finally {
			this.executor.execute(new RawParameterizedSqlStatement("SET foreign_key_checks = " + checked));
		}
	}

	private void dropHistory() throws LiquibaseException {
		drop(List.of("TABLE IF EXISTS " + this.database.escapeTableName(this.database.getLiquibaseCatalogName(),
				this.database.getLiquibaseSchemaName(), this.database.getDatabaseChangeLogTableName())), "");
	}

	/**
	 * Liquibase drops SQLite's tables in any order, and SQLite deletes the rows of a
	 * dropped table first, one foreign key after the other. So: enforcement off, which
	 * SQLite allows outside a transaction only, then views before tables.
	 */
	private void cleanSqlite() throws LiquibaseException {
		boolean enforced = this.executor.queryForInt(new RawParameterizedSqlStatement("PRAGMA foreign_keys")) == 1;
		List<String> objects = objects(SQLITE_OBJECTS, lockTable(), journalTable());
		this.database.rollback();
		foreignKeys(enforced, "OFF");
		try {
			drop(objects, "");
			this.database.commit();
		}
		catch (LiquibaseException | RuntimeException ex) {
			// Before the switch below: turning auto-commit on would commit half a drop.
			this.database.rollback();
			throw ex;
		}
		finally {
			foreignKeys(enforced, "ON");
		}
	}

	private void foreignKeys(boolean enforced, String value) throws LiquibaseException {
		if (!enforced) {
			return;
		}
		this.database.setAutoCommit(true);
		try {
			this.executor.execute(new RawParameterizedSqlStatement("PRAGMA foreign_keys = " + value));
		}
		finally {
			this.database.setAutoCommit(false);
		}
	}

	/** What to drop: the kind, IF EXISTS, and the quoted name. */
	private List<String> objects(String query, Object... arguments) throws LiquibaseException {
		List<String> objects = new ArrayList<>();
		for (Map<String, ?> row : this.executor
			.queryForList(new RawParameterizedSqlStatement(query.formatted(arguments)))) {
			objects.add(row.get("KIND") + " IF EXISTS " + row.get("NAME"));
		}
		return objects;
	}

	private void drop(List<String> objects, String behaviour) throws LiquibaseException {
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

	private String lockTable() {
		return literal(this.database.getDatabaseChangeLogLockTableName().toLowerCase(Locale.ROOT));
	}

	private String journalTable() {
		return literal(this.journalTable.toLowerCase(Locale.ROOT));
	}

	private static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

}
