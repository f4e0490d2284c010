package io.soundshare.migrations.sqlite.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.sqlite.statement.Statements;
import io.soundshare.migrations.sqlite.value.ColumnValues;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.InsertGenerator;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceCurrentValueFunction;
import liquibase.statement.SequenceNextValueFunction;
import liquibase.statement.core.InsertStatement;

/**
 * Inserts a row, its values as the columns need them, and with values of sequences: they
 * are read from the sequence's table, which is counted up afterwards.
 */
@SuppressWarnings("rawtypes")
public final class SequenceInsertGenerator extends InsertGenerator {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(InsertStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(InsertStatement statement, Database database, SqlGeneratorChain chain) {
		ValidationErrors errors = super.validate(statement, database, chain);
		ColumnValues.untranslatable(statement, database).forEach(errors::addError);
		return errors;
	}

	@Override
	public Sql[] generateSql(InsertStatement statement, Database database, SqlGeneratorChain chain) {
		InsertStatement plain = new InsertStatement(statement.getCatalogName(), statement.getSchemaName(),
				statement.getTableName());
		Map<SequenceTable, Integer> taken = new LinkedHashMap<>();
		ColumnValues columns = ColumnValues.of(statement.getTableName(), database);
		statement.getColumnValues().forEach((column, given) -> {
			Object value = columns.get(column, given);
			if (value instanceof SequenceNextValueFunction next) {
				SequenceTable sequence = SequenceTable.existing(next.getValue(), database);
				plain.addColumnValue(column, new DatabaseFunction(sequence.next(taken.getOrDefault(sequence, 0))));
				taken.merge(sequence, 1, Integer::sum);
			}
			else if (value instanceof SequenceCurrentValueFunction current) {
				plain.addColumnValue(column,
						new DatabaseFunction(SequenceTable.existing(current.getValue(), database).current()));
			}
			else {
				plain.addColumnValue(column, value);
			}
		});
		List<Sql> sql = new ArrayList<>(List.of(super.generateSql(plain, database, chain)));
		List<String> counted = new ArrayList<>();
		taken.forEach((sequence, values) -> counted.add(sequence.take(values)));
		sql.addAll(List.of(Statements.of(counted)));
		return sql.toArray(Sql[]::new);
	}

}
