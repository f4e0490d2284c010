package io.soundshare.migrations.sqlite.change;

import io.soundshare.migrations.sqlite.value.ColumnValues;
import liquibase.change.ChangeMetaData;
import liquibase.change.ColumnConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.UpdateStatement;

/**
 * {@code update} whose files are written as SQL on SQLite, and whose values have the type
 * the changelog tells where the table tells none.
 */
@DatabaseChange(name = "update", description = "Updates data in an existing table",
		priority = ChangeMetaData.PRIORITY_DEFAULT + 10, appliesTo = "table")
public final class SqliteUpdateDataChange extends UpdateDataChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		SqlStatement[] statements = super.generateStatements(database);
		if (!(database instanceof SQLiteDatabase)) {
			return statements;
		}
		boolean files = statements[0] instanceof ExecutablePreparedStatement;
		ColumnValues columns = ColumnValues.of(getTableName(), database);
		UpdateStatement update = new UpdateStatement(getCatalogName(), getSchemaName(), getTableName());
		for (ColumnConfig column : getColumns()) {
			update.addNewColumnValue(column.getName(), files ? SqlLiteral.of(column, getChangeSet(), database)
					: ColumnConfigValue.of(column, columns, database));
		}
		update.setWhereClause(getWhere());
		for (ColumnConfig parameter : getWhereParams()) {
			if (parameter.getName() != null) {
				update.addWhereColumnName(parameter.getName());
			}
			update.addWhereParameter(ColumnConfigValue.of(parameter));
		}
		return new SqlStatement[] { update };
	}

}
