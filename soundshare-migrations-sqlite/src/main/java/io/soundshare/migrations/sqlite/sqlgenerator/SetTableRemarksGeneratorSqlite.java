package io.soundshare.migrations.sqlite.sqlgenerator;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.SetTableRemarksStatement;

/**
 * Remarks of a table: nothing to do, since SQLite keeps none.
 */
public final class SetTableRemarksGeneratorSqlite extends AbstractSqlGenerator<SetTableRemarksStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(SetTableRemarksStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(SetTableRemarksStatement statement, Database database,
			SqlGeneratorChain<SetTableRemarksStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("tableName", statement.getTableName());
		return errors;
	}

	@Override
	public Sql[] generateSql(SetTableRemarksStatement statement, Database database,
			SqlGeneratorChain<SetTableRemarksStatement> chain) {
		Remarks.leaveOut(database, statement.getTableName(), null);
		return EMPTY_SQL;
	}

}
