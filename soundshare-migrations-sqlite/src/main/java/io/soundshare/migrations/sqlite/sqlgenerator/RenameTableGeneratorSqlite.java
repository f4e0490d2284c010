package io.soundshare.migrations.sqlite.sqlgenerator;

import io.soundshare.migrations.sqlite.schema.SchemaSource;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.RenameTableGenerator;
import liquibase.statement.core.RenameTableStatement;

/**
 * Renames a table, also where a view is broken already.
 */
@SuppressWarnings("rawtypes")
public final class RenameTableGeneratorSqlite extends RenameTableGenerator {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(RenameTableStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public Sql[] generateSql(RenameTableStatement statement, Database database, SqlGeneratorChain chain) {
		return SetAside.around(super.generateSql(statement, database, chain), ((SchemaSource) database).schema());
	}

}
