package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.Map;

import io.soundshare.migrations.sqlite.statement.FillStatement;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.UpdateGenerator;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceCurrentValueFunction;
import liquibase.statement.SequenceNextValueFunction;
import liquibase.statement.core.UpdateStatement;

/**
 * Updates rows. Each would get the next value of a sequence, which SQLite cannot count up
 * in between. What fills a column of a table that is changed loses no row.
 */
@SuppressWarnings("rawtypes")
public final class SequenceUpdateGenerator extends UpdateGenerator {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(UpdateStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(UpdateStatement statement, Database database, SqlGeneratorChain chain) {
		ValidationErrors errors = super.validate(statement, database, chain);
		for (Map.Entry<String, Object> column : statement.getNewColumnValues().entrySet()) {
			if (column.getValue() instanceof SequenceNextValueFunction next) {
				errors.addError("update of " + statement.getTableName() + "." + column.getKey()
						+ " with valueSequenceNext is not supported on SQLite, which cannot count up " + next.getValue()
						+ " from row to row. Use valueComputed with an expression that numbers the rows.");
			}
		}
		return errors;
	}

	@Override
	public Sql[] generateSql(UpdateStatement statement, Database database, SqlGeneratorChain chain) {
		UpdateStatement plain = new UpdateStatement(statement.getCatalogName(), statement.getSchemaName(),
				statement.getTableName());
		statement.getNewColumnValues()
			.forEach((column, value) -> plain.addNewColumnValue(column,
					(value instanceof SequenceCurrentValueFunction current)
							? new DatabaseFunction(SequenceTable.existing(current.getValue(), database).current())
							: value));
		plain.setWhereClause(statement.getWhereClause());
		statement.getWhereColumnNames().forEach(plain::addWhereColumnName);
		statement.getWhereParameters().forEach(plain::addWhereParameter);
		Sql[] sql = super.generateSql(plain, database, chain);
		String abort = (statement instanceof FillStatement) ? OnConflict.abort(statement.getTableName(), database) : "";
		if (!abort.isEmpty()) {
			sql[0] = new UnparsedSql("UPDATE" + abort + sql[0].toSql().substring("UPDATE".length()),
					getAffectedTable(statement));
		}
		return sql;
	}

}
