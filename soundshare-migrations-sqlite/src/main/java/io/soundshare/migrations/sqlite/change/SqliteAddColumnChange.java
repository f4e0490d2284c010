package io.soundshare.migrations.sqlite.change;

import java.util.List;

import io.soundshare.migrations.sqlite.statement.ColumnCheck;
import io.soundshare.migrations.sqlite.statement.FillStatement;
import liquibase.change.AddColumnConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddColumnChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.RollbackImpossibleException;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.AddColumnStatement;
import liquibase.statement.core.UpdateStatement;

/**
 * {@code addColumn} that keeps the columns' check constraints, and whose rollback drops
 * the columns.
 */
@DatabaseChange(name = "addColumn", priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "table",
		description = "Adds a new column to an existing table")
public class SqliteAddColumnChange extends AddColumnChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	/** Not volatile, or Liquibase neither validates it nor writes its SQL. */
	@Override
	public boolean generateStatementsVolatile(Database database) {
		return !(database instanceof SQLiteDatabase) && super.generateStatementsVolatile(database);
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		SqlStatement[] statements = super.generateStatements(database);
		if (!(database instanceof SQLiteDatabase)) {
			return statements;
		}
		if (statements.length > 0 && statements[0] instanceof AddColumnStatement add) {
			List<AddColumnStatement> added = add.isMultiple() ? add.getColumns() : List.of(add);
			for (int i = 0; i < getColumns().size(); i++) {
				addCheck(added.get(i), getColumns().get(i));
			}
		}
		for (SqlStatement statement : statements) {
			if (statement instanceof UpdateStatement update) {
				getColumns().stream()
					.filter((column) -> update.getNewColumnValues().containsKey(column.getName()))
					.forEach((column) -> update.addNewColumnValue(column.getName(), ColumnConfigValue.of(column)));
			}
		}
		return FillStatement.fill(statements);
	}

	private static void addCheck(AddColumnStatement statement, AddColumnConfig column) {
		String check = (column.getConstraints() != null) ? column.getConstraints().getCheckConstraint() : null;
		if (check != null && !check.isBlank()) {
			statement.getConstraints().add(new ColumnCheck(column.getName(), check));
		}
	}

	/** A column takes its default with it: nothing else is to be dropped before. */
	@Override
	public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
		if (!(database instanceof SQLiteDatabase)) {
			return super.generateRollbackStatements(database);
		}
		SqliteDropColumnChange inverse = new SqliteDropColumnChange();
		inverse.setCatalogName(getCatalogName());
		inverse.setSchemaName(getSchemaName());
		inverse.setTableName(getTableName());
		getColumns().forEach(inverse::addColumn);
		return inverse.generateStatements(database);
	}

}
