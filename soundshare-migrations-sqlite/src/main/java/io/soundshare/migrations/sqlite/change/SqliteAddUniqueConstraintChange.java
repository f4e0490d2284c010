package io.soundshare.migrations.sqlite.change;

import liquibase.change.ColumnConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddUniqueConstraintChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.RollbackImpossibleException;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.DropUniqueConstraintStatement;

/**
 * {@code addUniqueConstraint} whose rollback finds the constraint also if it has no name.
 */
@DatabaseChange(name = "addUniqueConstraint",
		description = "Adds a unique constraint to an existing column or set of columns.",
		priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "column")
public class SqliteAddUniqueConstraintChange extends AddUniqueConstraintChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
		if (!(database instanceof SQLiteDatabase)) {
			return super.generateRollbackStatements(database);
		}
		return new SqlStatement[] { new DropUniqueConstraintStatement(getCatalogName(), getSchemaName(), getTableName(),
				getConstraintName(), ColumnConfig.arrayFromNames(getColumnNames())) };
	}

}
