package io.soundshare.migrations.sqlite;

import java.util.List;

import io.soundshare.migrations.sqlite.sqlgenerator.RawSqlScripts;
import liquibase.change.Change;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.statement.SqlStatement;

/**
 * SQLite, as Liquibase sees it with this extension on the class path.
 */
public final class SqliteDatabase extends SQLiteDatabase {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public void executeStatements(Change change, DatabaseChangeLog changeLog, List<SqlVisitor> sqlVisitors)
			throws LiquibaseException {
		super.execute(RawSqlScripts.statements(change, this).toArray(SqlStatement.EMPTY_SQL_STATEMENT), sqlVisitors);
	}

	@Override
	public void execute(SqlStatement[] statements, List<SqlVisitor> sqlVisitors) throws LiquibaseException {
		super.execute(RawSqlScripts.normalize(List.of(statements), this).toArray(SqlStatement.EMPTY_SQL_STATEMENT),
				sqlVisitors);
	}

}
