package io.soundshare.migrations.sqlite.sequence;

import java.util.List;

import io.soundshare.migrations.sqlite.statement.Statements;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.DropSequenceStatement;

/**
 * Drops the table that is a sequence, and no other.
 */
public final class DropSequenceTableGenerator extends AbstractSqlGenerator<DropSequenceStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(DropSequenceStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(DropSequenceStatement statement, Database database,
			SqlGeneratorChain<DropSequenceStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("sequenceName", statement.getSequenceName());
		return errors;
	}

	@Override
	public Sql[] generateSql(DropSequenceStatement statement, Database database,
			SqlGeneratorChain<DropSequenceStatement> chain) {
		return Statements.of(List.of(SequenceTable.existing(statement.getSequenceName(), database).drop()));
	}

}
