package io.soundshare.migrations.sqlite.sqlgenerator;

import io.soundshare.migrations.sqlite.value.ColumnValues;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.InsertSetGenerator;
import liquibase.statement.core.InsertSetStatement;
import liquibase.statement.core.InsertStatement;

/**
 * Inserts rows, their values as the columns need them.
 */
@SuppressWarnings("rawtypes")
public final class InsertSetGeneratorSqlite extends InsertSetGenerator {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(InsertSetStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public Sql[] generateSql(InsertSetStatement statement, Database database, SqlGeneratorChain chain) {
		ColumnValues columns = ColumnValues.of(statement.getTableName(), database);
		InsertSetStatement plain = new InsertSetStatement(statement.getCatalogName(), statement.getSchemaName(),
				statement.getTableName(), statement.getBatchThreshold());
		for (InsertStatement row : statement.getStatements()) {
			InsertStatement typed = new InsertStatement(row.getCatalogName(), row.getSchemaName(), row.getTableName());
			row.getColumnValues().forEach((column, value) -> typed.addColumnValue(column, columns.get(column, value)));
			plain.addInsertStatement(typed);
		}
		return super.generateSql(plain, database, chain);
	}

}
