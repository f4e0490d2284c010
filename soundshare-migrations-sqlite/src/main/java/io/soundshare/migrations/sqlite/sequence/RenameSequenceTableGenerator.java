package io.soundshare.migrations.sqlite.sequence;

import java.util.List;

import io.soundshare.migrations.sqlite.statement.Statements;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.RenameSequenceStatement;

/**
 * Renames the table that is a sequence.
 */
public final class RenameSequenceTableGenerator extends AbstractSqlGenerator<RenameSequenceStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(RenameSequenceStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(RenameSequenceStatement statement, Database database,
			SqlGeneratorChain<RenameSequenceStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("oldSequenceName", statement.getOldSequenceName());
		errors.checkRequiredField("newSequenceName", statement.getNewSequenceName());
		return errors;
	}

	@Override
	public Sql[] generateSql(RenameSequenceStatement statement, Database database,
			SqlGeneratorChain<RenameSequenceStatement> chain) {
		return Statements.of(List.of(SequenceTable.existing(statement.getOldSequenceName(), database)
			.rename(statement.getNewSequenceName())));
	}

}
