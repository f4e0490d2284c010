package io.soundshare.migrations.sqlite.change;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.statement.FillStatement;
import liquibase.change.DatabaseChange;
import liquibase.change.core.MergeColumnChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.AddColumnStatement;
import liquibase.statement.core.DropColumnStatement;
import liquibase.statement.core.ModifyDataTypeStatement;
import liquibase.statement.core.UpdateStatement;
import liquibase.structure.core.Column;

/**
 * {@code mergeColumns} as on other databases: add the column, fill it, drop the two. A
 * NULL on either side makes the whole NULL, as on PostgreSQL.
 */
@DatabaseChange(name = "mergeColumns",
		description = "Concatenates the values in two columns, joins them with a string, and stores the resulting value in a new column.",
		priority = PrioritizedService.PRIORITY_DATABASE)
public class SqliteMergeColumnChange extends MergeColumnChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public boolean generateStatementsVolatile(Database database) {
		return !(database instanceof SQLiteDatabase) && super.generateStatementsVolatile(database);
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		if (!(database instanceof SQLiteDatabase)) {
			return super.generateStatements(database);
		}
		// The join string stands between quotes as it is written, as Liquibase does it.
		String merged = database.getConcatSql(database.escapeObjectName(getColumn1Name(), Column.class),
				"'" + getJoinString() + "'", database.escapeObjectName(getColumn2Name(), Column.class));
		SqlStatement fill = new FillStatement(new UpdateStatement(getCatalogName(), getSchemaName(), getTableName())
			.addNewColumnValue(getFinalColumnName(), new DatabaseFunction(merged)));
		if (isFinal(getColumn1Name()) || isFinal(getColumn2Name())) {
			SqlStatement type = new ModifyDataTypeStatement(getCatalogName(), getSchemaName(), getTableName(),
					getFinalColumnName(), getFinalColumnType());
			return new SqlStatement[] { type, fill,
					drop(isFinal(getColumn1Name()) ? getColumn2Name() : getColumn1Name()) };
		}
		return new SqlStatement[] {
				new AddColumnStatement(getCatalogName(), getSchemaName(), getTableName(), getFinalColumnName(),
						getFinalColumnType(), null),
				fill, new DropColumnStatement(List.of(drop(getColumn1Name()), drop(getColumn2Name()))) };
	}

	private boolean isFinal(String column) {
		return Names.same(String.valueOf(column), String.valueOf(getFinalColumnName()));
	}

	private DropColumnStatement drop(String column) {
		return new DropColumnStatement(getCatalogName(), getSchemaName(), getTableName(), column);
	}

}
