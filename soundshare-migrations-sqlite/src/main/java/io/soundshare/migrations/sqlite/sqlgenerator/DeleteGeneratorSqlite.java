package io.soundshare.migrations.sqlite.sqlgenerator;

import io.soundshare.migrations.sqlite.value.ColumnValues;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.DeleteGenerator;
import liquibase.statement.core.DeleteStatement;

/**
 * Deletes rows, the values it compares as the columns have them.
 */
@SuppressWarnings("rawtypes")
public final class DeleteGeneratorSqlite extends DeleteGenerator {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(DeleteStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public Sql[] generateSql(DeleteStatement statement, Database database, SqlGeneratorChain chain) {
		DeleteStatement plain = new DeleteStatement(statement.getCatalogName(), statement.getSchemaName(),
				statement.getTableName());
		ColumnValues columns = ColumnValues.of(statement.getTableName(), database);
		plain.setWhere(columns.condition(statement.getWhere()));
		statement.getWhereColumnNames().forEach(plain::addWhereColumnName);
		columns.parameters(statement.getWhereColumnNames(), statement.getWhereParameters())
			.forEach(plain::addWhereParameter);
		return super.generateSql(plain, database, chain);
	}

}
