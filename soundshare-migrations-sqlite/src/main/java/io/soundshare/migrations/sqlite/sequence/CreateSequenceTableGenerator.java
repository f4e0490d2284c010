package io.soundshare.migrations.sqlite.sequence;

import io.soundshare.migrations.sqlite.statement.Statements;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.CreateSequenceStatement;

/**
 * Makes a sequence: a table of that name that Hibernate uses in its place.
 */
public final class CreateSequenceTableGenerator extends AbstractSqlGenerator<CreateSequenceStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(CreateSequenceStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(CreateSequenceStatement statement, Database database,
			SqlGeneratorChain<CreateSequenceStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("sequenceName", statement.getSequenceName());
		SequenceOptions.warn(errors, statement.getSequenceName(), statement.getMinValue(), statement.getMaxValue(),
				statement.getCycle(), statement.getCacheSize(), statement.getOrdered(), statement.getDataType());
		return errors;
	}

	@Override
	public Sql[] generateSql(CreateSequenceStatement statement, Database database,
			SqlGeneratorChain<CreateSequenceStatement> chain) {
		if (SequenceTable.schema(database).isTaken(statement.getSequenceName())) {
			throw new UnexpectedLiquibaseException(
					"Sequence " + statement.getSequenceName() + " cannot be created: something of that name exists.");
		}
		return Statements.of(
				SequenceTable
					.of(statement.getSequenceName(), statement.getStartValue(), statement.getIncrementBy(),
							statement.getMinValue(), statement.getMaxValue())
					.create());
	}

}
