package io.soundshare.migrations.sqlite.view;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.ddl.SqlStatements;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.statement.Statements;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.core.CreateViewStatement;

/**
 * Makes a view, or replaces one and keeps its INSTEAD OF triggers.
 */
public final class CreateViewGeneratorSqlite extends AbstractSqlGenerator<CreateViewStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(CreateViewStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(CreateViewStatement statement, Database database,
			SqlGeneratorChain<CreateViewStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("viewName", statement.getViewName());
		errors.checkRequiredField("selectQuery", statement.getSelectQuery());
		if (!errors.hasErrors() && SqlStatements.split(statement.getSelectQuery()).size() != 1) {
			errors.addError("View " + statement.getViewName()
					+ " is to be defined by one statement. Use a sql change for those that are not the view.");
		}
		return errors;
	}

	@Override
	public Sql[] generateSql(CreateViewStatement statement, Database database,
			SqlGeneratorChain<CreateViewStatement> chain) {
		ViewText text = ViewText.of(statement);
		SqliteSchema schema = ((SchemaSource) database).schema();
		if (!text.replace() || schema.object("view", statement.getViewName()).isEmpty()) {
			return Statements.of(List.of(text.sql()));
		}
		StoredView replaced = StoredView.existing(statement.getViewName(), schema);
		List<String> sql = new ArrayList<>(List.of(replaced.drop(), text.sql()));
		sql.addAll(replaced.createTriggers());
		sql.addAll(replaced.checks());
		return Statements.of(sql);
	}

}
