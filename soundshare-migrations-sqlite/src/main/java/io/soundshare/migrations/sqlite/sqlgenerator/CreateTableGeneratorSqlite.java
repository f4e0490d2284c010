package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.clause.TableClause;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.statement.PrimaryKeyConstraint;
import liquibase.statement.core.CreateTableStatement;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Table;

/**
 * CREATE TABLE in SQLite's words, the same text each time.
 */
public final class CreateTableGeneratorSqlite extends AbstractSqlGenerator<CreateTableStatement> {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(CreateTableStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(CreateTableStatement statement, Database database,
			SqlGeneratorChain<CreateTableStatement> chain) {
		ValidationErrors errors = new ValidationErrors();
		errors.checkRequiredField("tableName", statement.getTableName());
		errors.checkRequiredField("columns", statement.getColumns());
		if (!errors.hasErrors()) {
			new TableClause(statement, database).columns()
				.forEach((column) -> column.errors().forEach(errors::addError));
		}
		return errors;
	}

	@Override
	public Warnings warn(CreateTableStatement statement, Database database,
			SqlGeneratorChain<CreateTableStatement> chain) {
		Warnings warnings = new Warnings();
		String table = "Table " + statement.getTableName() + ": ";
		TableClause clause = new TableClause(statement, database);
		clause.columns().forEach((column) -> column.warnings().forEach(warnings::addWarning));
		String type = statement.getTableType();
		if (type != null && !type.isBlank() && !clause.temporary()) {
			warnings.addWarning(table + "SQLite has no tableType " + type.strip() + ", it becomes an ordinary table");
		}
		PrimaryKeyConstraint key = statement.getPrimaryKeyConstraint();
		boolean deferred = key != null && (key.isDeferrable() || key.isInitiallyDeferred());
		if (deferred && statement.getForeignKeyConstraints().isEmpty()) {
			warnings.addWarning(table + "SQLite checks a primary key at once, it cannot be deferred");
		}
		return warnings;
	}

	@Override
	public Sql[] generateSql(CreateTableStatement statement, Database database,
			SqlGeneratorChain<CreateTableStatement> chain) {
		TableClause clause = new TableClause(statement, database);
		Table table = (Table) new Table().setName(statement.getTableName())
			.setSchema(new Schema(statement.getCatalogName(), statement.getSchemaName()));
		List<Sql> sql = new ArrayList<>();
		sql.add(new UnparsedSql(clause.sql(), table));
		String sequence = clause.sequenceSql();
		if (sequence != null) {
			sql.add(new UnparsedSql(sequence, table));
		}
		return sql.toArray(Sql[]::new);
	}

}
