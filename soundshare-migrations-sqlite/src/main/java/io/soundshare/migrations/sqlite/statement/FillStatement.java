package io.soundshare.migrations.sqlite.statement;

import liquibase.statement.SqlStatement;
import liquibase.statement.core.UpdateStatement;

/**
 * An UPDATE that is part of a change of a table's shape: it fills a column, and loses no
 * row, whatever {@code ON CONFLICT} clauses the table has.
 */
public final class FillStatement extends UpdateStatement {

	/**
	 * Does what another statement does.
	 * @param update the other statement
	 */
	public FillStatement(UpdateStatement update) {
		super(update.getCatalogName(), update.getSchemaName(), update.getTableName());
		update.getNewColumnValues().forEach(this::addNewColumnValue);
		setWhereClause(update.getWhereClause());
		update.getWhereColumnNames().forEach(this::addWhereColumnName);
		update.getWhereParameters().forEach(this::addWhereParameter);
	}

	/**
	 * Makes the updates among a change's statements such ones.
	 * @param statements the statements, changed in place
	 * @return the same
	 */
	public static SqlStatement[] fill(SqlStatement[] statements) {
		for (int i = 0; i < statements.length; i++) {
			if (statements[i] instanceof UpdateStatement update) {
				statements[i] = new FillStatement(update);
			}
		}
		return statements;
	}

}
