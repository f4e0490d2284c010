package io.soundshare.migrations.sqlite;

import java.util.List;

import io.soundshare.migrations.sqlite.execution.ChangeSetLifecycle;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import io.soundshare.migrations.sqlite.snapshot.ViewDefinition;
import io.soundshare.migrations.sqlite.value.SqlExpression;
import liquibase.CatalogAndSchema;
import liquibase.change.Change;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SqlStatement;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Sequence;

/**
 * The SQLite database of Liquibase with this extension on the class path: one on which
 * every structural change works. Liquibase finds it by itself.
 */
public final class SqliteDatabase extends SQLiteDatabase implements SchemaSource {

	private final ChangeSetLifecycle changeSets = new ChangeSetLifecycle(this);

	private boolean dropsEverything;

	/**
	 * Made by Liquibase.
	 */
	public SqliteDatabase() {
		// The driver says otherwise, but names in SQLite have no case.
		setCaseSensitive(false);
		addReservedWords(ReservedWords.ALL);
	}

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(Class<? extends DatabaseObject> type) {
		// Tables with the one column next_val stand for sequences.
		return Sequence.class.isAssignableFrom(type) || super.supports(type);
	}

	@Override
	public String getViewDefinition(CatalogAndSchema schema, String viewName) throws DatabaseException {
		StoredObject view = schema().object("view", viewName)
			.orElseThrow(() -> new DatabaseException("There is no view " + viewName));
		return ViewDefinition.of(String.valueOf(view.sql())).marked();
	}

	@Override
	public boolean supportsForeignKeyDisable() {
		return true;
	}

	@Override
	public boolean disableForeignKeyChecks() throws DatabaseException {
		// Only dropAll asks: tables and views then go whatever refers to them.
		this.dropsEverything = true;
		this.changeSets.pauseEnforcement();
		return true;
	}

	@Override
	public void enableForeignKeyChecks() throws DatabaseException {
		this.dropsEverything = false;
		this.changeSets.resumeEnforcement();
	}

	@Override
	public boolean dropsEverything() {
		return this.dropsEverything;
	}

	/**
	 * Without schema and catalog: a changelog that names those of another database is
	 * about the tables here all the same.
	 */
	@Override
	public String escapeObjectName(String catalogName, String schemaName, String objectName,
			Class<? extends DatabaseObject> objectType) {
		return escapeObjectName(objectName, objectType);
	}

	/**
	 * In SQLite's words, and whole: Liquibase forgets what comes after a
	 * {@code current_timestamp}.
	 */
	@Override
	public String generateDatabaseFunctionValue(DatabaseFunction function) {
		boolean plain = function.getClass().equals(DatabaseFunction.class) && function.getValue() != null;
		return plain ? SqlExpression.of(function.getValue()).sql() : super.generateDatabaseFunctionValue(function);
	}

	@Override
	public SqliteSchema schema() {
		return this.changeSets.schema();
	}

	@Override
	public void executeStatements(Change change, DatabaseChangeLog changeLog, List<SqlVisitor> sqlVisitors)
			throws LiquibaseException {
		this.changeSets.execute(change, sqlVisitors);
	}

	@Override
	public void executeRollbackStatements(Change change, List<SqlVisitor> sqlVisitors) throws LiquibaseException {
		this.changeSets.rollback(change, filterRollbackVisitors(sqlVisitors));
	}

	@Override
	public void executeRollbackStatements(SqlStatement[] statements, List<SqlVisitor> sqlVisitors)
			throws LiquibaseException {
		this.changeSets.setUndoing(true);
		try {
			super.executeRollbackStatements(statements, sqlVisitors);
		}
		finally {
			this.changeSets.setUndoing(false);
		}
	}

	@Override
	public void execute(SqlStatement[] statements, List<SqlVisitor> sqlVisitors) throws LiquibaseException {
		this.changeSets.execute(statements, sqlVisitors);
	}

	@Override
	public void commit() throws DatabaseException {
		this.changeSets.beforeCommit();
		super.commit();
		this.changeSets.committed();
	}

	@Override
	public void rollback() throws DatabaseException {
		this.changeSets.beforeRollback();
		super.rollback();
		this.changeSets.rolledBack();
	}

	@Override
	public void close() throws DatabaseException {
		this.changeSets.close();
		super.close();
	}

}
