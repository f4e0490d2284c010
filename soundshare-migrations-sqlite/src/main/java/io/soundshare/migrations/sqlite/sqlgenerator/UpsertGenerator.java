package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.clause.OnConflict;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.value.ColumnValues;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.sqlgenerator.core.InsertGenerator;
import liquibase.statement.core.InsertOrUpdateStatement;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a row or updates the one with its key, which need not be unique. Nothing is
 * deleted, as INSERT OR REPLACE does, with the rows that refer to it.
 */
public final class UpsertGenerator extends AbstractSqlGenerator<InsertOrUpdateStatement> {

	@Override
	public int getPriority() {
		// Above Liquibase's generator for SQLite.
		return PRIORITY_DATABASE + 10;
	}

	@Override
	public boolean supports(InsertOrUpdateStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(InsertOrUpdateStatement statement, Database database,
			SqlGeneratorChain<InsertOrUpdateStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("tableName", statement.getTableName());
		errors.checkRequiredField("columns", statement.getColumnValues());
		errors.checkRequiredField("primaryKey", statement.getPrimaryKey());
		ColumnValues.untranslatable(statement, database).forEach(errors::addError);
		return errors;
	}

	@Override
	public Sql[] generateSql(InsertOrUpdateStatement statement, Database database,
			SqlGeneratorChain<InsertOrUpdateStatement> chain) {
		String table = Names.quote(statement.getTableName());
		String abort = OnConflict.abort(statement.getTableName(), database);
		Map<String, @Nullable Object> values = values(statement, database);
		List<String> keys = Arrays.stream(statement.getPrimaryKey().split(",")).map(String::strip).toList();
		// IS compares NULL, too. With its table, a quoted name that is no column is an
		// error
		// and not a text.
		String found = keys.stream()
			.map((key) -> table + "." + Names.quote(key) + " IS " + value(key, values, database))
			.collect(Collectors.joining(" AND "));
		List<Sql> sql = new ArrayList<>();
		String changes = statement.getColumnValues()
			.keySet()
			.stream()
			.filter((column) -> keys.stream().noneMatch((key) -> Names.same(key, column)))
			.filter(statement::getAllowColumnUpdate)
			.map((column) -> Names.quote(column) + " = " + value(column, values, database))
			.collect(Collectors.joining(", "));
		if (!changes.isEmpty()) {
			sql.add(new UnparsedSql("UPDATE" + abort + " " + table + " SET " + changes + " WHERE " + found));
		}
		if (!statement.getOnlyUpdate()) {
			sql.add(new UnparsedSql("INSERT" + abort + " INTO " + table + " ("
					+ statement.getColumnValues().keySet().stream().map(Names::quote).collect(Collectors.joining(", "))
					+ ") SELECT "
					+ statement.getColumnValues()
						.keySet()
						.stream()
						.map((column) -> value(column, values, database))
						.collect(Collectors.joining(", "))
					+ " WHERE NOT EXISTS (SELECT 1 FROM " + table + " WHERE " + found + ")"));
		}
		return sql.toArray(Sql[]::new);
	}

	private static Map<String, @Nullable Object> values(InsertOrUpdateStatement statement, Database database) {
		ColumnValues columns = ColumnValues.of(statement.getTableName(), database);
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		statement.getColumnValues().forEach((column, value) -> values.put(column, columns.get(column, value)));
		return values;
	}

	private static String value(String column, Map<String, @Nullable Object> values, Database database) {
		StringBuilder sql = new StringBuilder();
		new InsertGenerator().appendValue(sql, database, get(column, values));
		return sql.toString();
	}

	private static @Nullable Object get(String column, Map<String, @Nullable Object> values) {
		return values.entrySet()
			.stream()
			.filter((value) -> Names.same(value.getKey(), column) && value.getValue() != null)
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

}
