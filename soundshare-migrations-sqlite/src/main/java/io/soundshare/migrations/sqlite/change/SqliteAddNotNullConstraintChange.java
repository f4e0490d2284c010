package io.soundshare.migrations.sqlite.change;

import io.soundshare.migrations.sqlite.statement.FillStatement;
import liquibase.change.DatabaseChange;
import liquibase.change.core.AddNotNullConstraintChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.servicelocator.PrioritizedService;
import liquibase.statement.SqlStatement;

/**
 * {@code addNotNullConstraint} whose {@code defaultNullValue} deletes no row, also where
 * a constraint is {@code ON CONFLICT REPLACE}.
 */
@DatabaseChange(name = "addNotNullConstraint",
		description = "Adds a NOT NULL constraint to an existing table. If a defaultNullValue attribute is passed, all existing"
				+ " NULL values for the column will be updated to the passed value before the constraint is applied.",
		priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "column")
public class SqliteAddNotNullConstraintChange extends AddNotNullConstraintChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public SqlStatement[] generateStatements(Database database) {
		SqlStatement[] statements = super.generateStatements(database);
		return (database instanceof SQLiteDatabase) ? FillStatement.fill(statements) : statements;
	}

}
