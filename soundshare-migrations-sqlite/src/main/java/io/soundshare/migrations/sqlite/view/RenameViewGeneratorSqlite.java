package io.soundshare.migrations.sqlite.view;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.statement.Statements;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.RenameViewStatement;

/**
 * Renames a view, which SQLite has no statement for: it is made anew under the other
 * name, with its triggers.
 */
public final class RenameViewGeneratorSqlite extends AbstractSqlGenerator<RenameViewStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(RenameViewStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(RenameViewStatement statement, Database database,
			SqlGeneratorChain<RenameViewStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("oldViewName", statement.getOldViewName());
		errors.checkRequiredField("newViewName", statement.getNewViewName());
		return errors;
	}

	@Override
	public Sql[] generateSql(RenameViewStatement statement, Database database,
			SqlGeneratorChain<RenameViewStatement> chain) {
		SqliteSchema schema = ((SchemaSource) database).schema();
		StoredView view = StoredView.existing(statement.getOldViewName(), schema);
		view.refuseIfUsed("renamed");
		List<String> sql = new ArrayList<>(List.of(view.drop()));
		sql.addAll(view.createAs(statement.getNewViewName()));
		return Statements.of(sql);
	}

}
