package io.soundshare.migrations.sqlite.change;

import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.core.CreateViewChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.CreateViewStatement;

/**
 * {@code createView} whose {@code replaceIfExists} does not fail where there is no view
 * to replace, and says in one statement that the triggers of the view are to be kept.
 */
@DatabaseChange(name = "createView", description = "Create a new database view",
		priority = ChangeMetaData.PRIORITY_DATABASE, appliesTo = "view")
public final class SqliteCreateViewChange extends CreateViewChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		SqlStatement[] statements = super.generateStatements(database);
		if (!(database instanceof SQLiteDatabase) || !Boolean.TRUE.equals(getReplaceIfExists())) {
			return statements;
		}
		CreateViewStatement create = (CreateViewStatement) statements[statements.length - 1];
		return new SqlStatement[] { new CreateViewStatement(create.getCatalogName(), create.getSchemaName(),
				create.getViewName(), create.getSelectQuery(), true)
			.setFullDefinition(create.isFullDefinition()) };
	}

}
