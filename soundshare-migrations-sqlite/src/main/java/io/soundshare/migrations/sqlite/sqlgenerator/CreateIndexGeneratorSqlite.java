package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import liquibase.change.AddColumnConfig;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.CreateIndexGenerator;
import liquibase.statement.core.CreateIndexStatement;

/**
 * Makes an index. One without a name gets the name PostgreSQL would give it: SQLite gives
 * none.
 */
@SuppressWarnings("rawtypes")
public final class CreateIndexGeneratorSqlite extends CreateIndexGenerator {

	@Override
	public int getPriority() {
		return PRIORITY_DATABASE;
	}

	@Override
	public boolean supports(CreateIndexStatement statement, Database database) {
		return database instanceof SQLiteDatabase;
	}

	@Override
	public ValidationErrors validate(CreateIndexStatement statement, Database database, SqlGeneratorChain chain) {
		ValidationErrors errors = super.validate(statement, database, chain);
		if (statement.getAssociatedWith() != null && !statement.getAssociatedWith().isBlank()) {
			// As on every database but Oracle.
			errors.addWarning("Index " + statement.getIndexName() + " of table " + statement.getTableName()
					+ " is not created: associatedWith says that it comes with its " + statement.getAssociatedWith()
					+ ".");
		}
		return errors;
	}

	@Override
	public Sql[] generateSql(CreateIndexStatement statement, Database database, SqlGeneratorChain chain) {
		// Included columns are no part of the key, and SQLite has no other place for
		// them.
		AddColumnConfig[] key = Arrays.stream(statement.getColumns())
			.filter((column) -> !Boolean.TRUE.equals(column.getIncluded()))
			.toArray(AddColumnConfig[]::new);
		if (statement.getIndexName() != null && key.length == statement.getColumns().length) {
			return super.generateSql(statement, database, chain);
		}
		String name = (statement.getIndexName() != null) ? statement.getIndexName()
				: freeName(statement, ((SchemaSource) database).schema());
		return super.generateSql(
				new CreateIndexStatement(name, statement.getTableCatalogName(), statement.getTableSchemaName(),
						statement.getTableName(), statement.isUnique(), statement.getAssociatedWith(), key),
				database, chain);
	}

	private static String freeName(CreateIndexStatement statement, SqliteSchema schema) {
		String columns = Arrays.stream(statement.getColumns())
			.map((column) -> Boolean.TRUE.equals(column.getComputed()) ? "expr" : column.getName())
			.collect(Collectors.joining("_"));
		String name = statement.getTableName() + "_" + columns + "_idx";
		String free = name;
		for (int i = 1; schema.isTaken(free); i++) {
			free = name + i;
		}
		return free;
	}

}
