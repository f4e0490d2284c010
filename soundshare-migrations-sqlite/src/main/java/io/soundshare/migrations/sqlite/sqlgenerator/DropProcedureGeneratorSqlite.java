package io.soundshare.migrations.sqlite.sqlgenerator;

import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.DropProcedureStatement;

/**
 * Refuses to drop a procedure: SQLite has none.
 */
public final class DropProcedureGeneratorSqlite extends AbstractSqlGenerator<DropProcedureStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(DropProcedureStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(DropProcedureStatement statement, Database database,
			SqlGeneratorChain<DropProcedureStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.addError(Procedures.refusal("dropProcedure", statement.getProcedureName()));
		return errors;
	}

	@Override
	public Sql[] generateSql(DropProcedureStatement statement, Database database,
			SqlGeneratorChain<DropProcedureStatement> chain) {
		return EMPTY_SQL;
	}

}
