package io.soundshare.migrations.sqlite.change;

import liquibase.change.ColumnConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.DropUniqueConstraintChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.DropUniqueConstraintStatement;

/**
 * {@code dropUniqueConstraint} that finds a constraint without a name by its columns,
 * which Liquibase hands on for one database only.
 */
@DatabaseChange(name = "dropUniqueConstraint", description = "Drops an existing unique constraint",
		priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "uniqueConstraint")
public class SqliteDropUniqueConstraintChange extends DropUniqueConstraintChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		if (!(database instanceof SQLiteDatabase) || getUniqueColumns() == null) {
			return super.generateStatements(database);
		}
		return new SqlStatement[] { new DropUniqueConstraintStatement(getCatalogName(), getSchemaName(), getTableName(),
				getConstraintName(), ColumnConfig.arrayFromNames(getUniqueColumns())) };
	}

}
