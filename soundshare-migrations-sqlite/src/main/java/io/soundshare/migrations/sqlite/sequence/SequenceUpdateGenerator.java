package io.soundshare.migrations.sqlite.sequence;

import java.util.Map;

import io.soundshare.migrations.sqlite.clause.OnConflict;
import io.soundshare.migrations.sqlite.statement.FillStatement;
import io.soundshare.migrations.sqlite.value.ColumnValues;
import io.soundshare.migrations.sqlite.value.TypedValue;
import io.soundshare.migrations.sqlite.value.ValueKind;
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
 * Updates rows with values as the columns need them. Each row would get the next value of
 * a sequence, which SQLite cannot count up in between. What fills a column of a table
 * that is changed loses no row.
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
			if (TypedValue.of(column.getValue(), ValueKind.OTHER).value() instanceof SequenceNextValueFunction next) {
				errors.addError("update of " + statement.getTableName() + "." + column.getKey()
						+ " with valueSequenceNext is not supported on SQLite, which cannot count up " + next.getValue()
						+ " from row to row. Use valueComputed with an expression that numbers the rows.");
			}
		}
		ColumnValues.untranslatable(statement, database).forEach(errors::addError);
		return errors;
	}

	@Override
	public Sql[] generateSql(UpdateStatement statement, Database database, SqlGeneratorChain chain) {
		UpdateStatement plain = new UpdateStatement(statement.getCatalogName(), statement.getSchemaName(),
				statement.getTableName());
		ColumnValues columns = ColumnValues.of(statement.getTableName(), database);
		statement.getNewColumnValues()
			.forEach((column, value) -> plain.addNewColumnValue(column,
					(value instanceof SequenceCurrentValueFunction current)
							? new DatabaseFunction(SequenceTable.existing(current.getValue(), database).current())
							: columns.get(column, value)));
		plain.setWhereClause(columns.condition(statement.getWhereClause()));
		statement.getWhereColumnNames().forEach(plain::addWhereColumnName);
		columns.parameters(statement.getWhereColumnNames(), statement.getWhereParameters())
			.forEach(plain::addWhereParameter);
		Sql[] sql = super.generateSql(plain, database, chain);
		String abort = (statement instanceof FillStatement) ? OnConflict.abort(statement.getTableName(), database) : "";
		if (!abort.isEmpty()) {
			sql[0] = new UnparsedSql("UPDATE" + abort + sql[0].toSql().substring("UPDATE".length()),
					getAffectedTable(statement));
		}
		return sql;
	}

}
