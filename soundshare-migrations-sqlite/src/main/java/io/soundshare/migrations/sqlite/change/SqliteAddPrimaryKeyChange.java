package io.soundshare.migrations.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.AddPrimaryKeyChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.RollbackImpossibleException;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.DropPrimaryKeyStatement;

/**
 * {@code addPrimaryKey} whose rollback works: Liquibase's own runs into its
 * dropPrimaryKey for SQLite.
 */
@DatabaseChange(name = "addPrimaryKey", description = "Adds a primary key out of an existing column or set of columns.",
		priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "column")
public class SqliteAddPrimaryKeyChange extends AddPrimaryKeyChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
		if (!(database instanceof SQLiteDatabase)) {
			return super.generateRollbackStatements(database);
		}
		return new SqlStatement[] {
				new DropPrimaryKeyStatement(getCatalogName(), getSchemaName(), getTableName(), getConstraintName()) };
	}

}
