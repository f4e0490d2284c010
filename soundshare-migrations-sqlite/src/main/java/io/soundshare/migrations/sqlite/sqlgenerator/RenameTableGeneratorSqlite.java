package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.view.BrokenViews;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.RenameTableGenerator;
import liquibase.statement.core.RenameTableStatement;

/**
 * Renames a table, also where a view is broken already, and to the same name in another
 * case, which SQLite takes in two steps only.
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
		SqliteSchema schema = ((SchemaSource) database).schema();
		String from = statement.getOldTableName();
		String to = statement.getNewTableName();
		if (from.equals(to) || !Names.same(from, to)) {
			return BrokenViews.setAside(super.generateSql(statement, database, chain), schema);
		}
		String between = to + "_";
		while (schema.isTaken(between)) {
			between += "_";
		}
		List<Sql> steps = new ArrayList<>(
				List.of(super.generateSql(renaming(statement, from, between), database, chain)));
		steps.addAll(List.of(super.generateSql(renaming(statement, between, to), database, chain)));
		return BrokenViews.setAside(steps.toArray(Sql[]::new), schema);
	}

	private static RenameTableStatement renaming(RenameTableStatement statement, String from, String to) {
		return new RenameTableStatement(statement.getCatalogName(), statement.getSchemaName(), from, to);
	}

}
