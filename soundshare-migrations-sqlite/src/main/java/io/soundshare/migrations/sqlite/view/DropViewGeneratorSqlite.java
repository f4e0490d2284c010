package io.soundshare.migrations.sqlite.view;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.statement.Statements;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.DropViewStatement;

/**
 * Drops a view, unless something else would no longer work.
 */
public final class DropViewGeneratorSqlite extends AbstractSqlGenerator<DropViewStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(DropViewStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(DropViewStatement statement, Database database,
			SqlGeneratorChain<DropViewStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("viewName", statement.getViewName());
		return errors;
	}

	@Override
	public Sql[] generateSql(DropViewStatement statement, Database database,
			SqlGeneratorChain<DropViewStatement> chain) {
		SqliteSchema schema = ((SchemaSource) database).schema();
		if (Boolean.TRUE.equals(statement.isIfExists()) && schema.object("view", statement.getViewName()).isEmpty()) {
			return Statements.of(List.of("DROP VIEW IF EXISTS " + Names.quote(statement.getViewName())));
		}
		StoredView view = StoredView.existing(statement.getViewName(), schema);
		if (!((SchemaSource) database).dropsEverything()) {
			view.refuseIfUsed("dropped");
		}
		return Statements.of(List.of(view.drop()));
	}

}
