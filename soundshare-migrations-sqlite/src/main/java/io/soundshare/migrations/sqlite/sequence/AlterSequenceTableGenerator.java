package io.soundshare.migrations.sqlite.sequence;

import java.math.BigInteger;

import io.soundshare.migrations.sqlite.statement.Statements;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.AlterSequenceStatement;

/**
 * Changes what a sequence is counted by; SQLite has no more to change.
 */
public final class AlterSequenceTableGenerator extends AbstractSqlGenerator<AlterSequenceStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(AlterSequenceStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(AlterSequenceStatement statement, Database database,
			SqlGeneratorChain<AlterSequenceStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("sequenceName", statement.getSequenceName());
		SequenceOptions.warn(errors, statement.getSequenceName(), statement.getMinValue(), statement.getMaxValue(),
				statement.getCycle(), statement.getCacheSize(), statement.getOrdered(), statement.getDataType());
		return errors;
	}

	@Override
	public Sql[] generateSql(AlterSequenceStatement statement, Database database,
			SqlGeneratorChain<AlterSequenceStatement> chain) {
		SequenceTable sequence = SequenceTable.existing(statement.getSequenceName(), database);
		BigInteger by = statement.getIncrementBy();
		if (by == null || by.equals(sequence.increment())) {
			return EMPTY_SQL;
		}
		return Statements.of(sequence.incrementBy(by, SequenceTable.schema(database)));
	}

}
