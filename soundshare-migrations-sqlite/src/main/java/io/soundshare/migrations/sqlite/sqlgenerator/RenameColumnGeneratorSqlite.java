package io.soundshare.migrations.sqlite.sqlgenerator;

import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.view.BrokenViews;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.RenameColumnGenerator;
import liquibase.statement.core.RenameColumnStatement;

/**
 * Renames a column, also where a view is broken already.
 */
@SuppressWarnings("rawtypes")
public final class RenameColumnGeneratorSqlite extends RenameColumnGenerator {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(RenameColumnStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public Sql[] generateSql(RenameColumnStatement statement, Database database, SqlGeneratorChain chain) {
		return BrokenViews.setAside(super.generateSql(statement, database, chain), ((SchemaSource) database).schema());
	}

}
