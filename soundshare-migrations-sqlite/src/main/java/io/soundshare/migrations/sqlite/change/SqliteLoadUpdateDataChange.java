package io.soundshare.migrations.sqlite.change;

import java.util.ArrayList;
import java.util.List;

import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.core.LoadDataColumnConfig;
import liquibase.change.core.LoadUpdateDataChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.RollbackImpossibleException;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.InsertOrUpdateStatement;

/**
 * {@code loadUpdateData} that writes every row as SQL on SQLite, and does not delete in a
 * rollback the rows that were there before.
 */
@DatabaseChange(name = "loadUpdateData", description = "Loads or updates data from a CSV file into an existing table",
		priority = ChangeMetaData.PRIORITY_DEFAULT + 10, appliesTo = "table", since = "2.0")
public final class SqliteLoadUpdateDataChange extends LoadUpdateDataChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	protected SqlStatement[] generateStatementsFromRows(Database database, List<LoadDataRowConfig> rows) {
		if (!(database instanceof SQLiteDatabase)) {
			return super.generateStatementsFromRows(database, rows);
		}
		List<SqlStatement> statements = new ArrayList<>();
		for (LoadDataRowConfig row : rows) {
			InsertOrUpdateStatement upsert = (InsertOrUpdateStatement) createStatement(getCatalogName(),
					getSchemaName(), getTableName());
			for (LoadDataColumnConfig column : row.getColumns()) {
				upsert.addColumnValue(column.getName(), SqlLiteral.of(column, getChangeSet(), database));
				upsert.setAllowColumnUpdate(column.getName(), !Boolean.FALSE.equals(column.getAllowUpdate()));
			}
			statements.add(upsert);
		}
		return statements.toArray(SqlStatement.EMPTY_SQL_STATEMENT);
	}

	@Override
	public boolean supportsRollback(Database database) {
		return !(database instanceof SQLiteDatabase) && super.supportsRollback(database);
	}

	@Override
	public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
		if (database instanceof SQLiteDatabase) {
			throw new RollbackImpossibleException("loadUpdateData of " + getTableName()
					+ " cannot be undone: nothing tells which rows it inserted and what the others held before."
					+ " Write the <rollback> of the change set yourself.");
		}
		return super.generateRollbackStatements(database);
	}

}
