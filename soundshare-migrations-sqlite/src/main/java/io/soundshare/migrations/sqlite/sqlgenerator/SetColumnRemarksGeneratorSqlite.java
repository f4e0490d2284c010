package io.soundshare.migrations.sqlite.sqlgenerator;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.SetColumnRemarksStatement;

/**
 * Remarks of a column: nothing to do, since SQLite keeps none.
 */
public final class SetColumnRemarksGeneratorSqlite extends AbstractSqlGenerator<SetColumnRemarksStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(SetColumnRemarksStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(SetColumnRemarksStatement statement, Database database,
			SqlGeneratorChain<SetColumnRemarksStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("tableName", statement.getTableName());
		errors.checkRequiredField("columnName", statement.getColumnName());
		return errors;
	}

	@Override
	public Sql[] generateSql(SetColumnRemarksStatement statement, Database database,
			SqlGeneratorChain<SetColumnRemarksStatement> chain) {
		Remarks.leaveOut(database, statement.getTableName(), statement.getColumnName());
		return EMPTY_SQL;
	}

}
