package io.soundshare.migrations.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.AddAutoIncrementChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.servicelocator.PrioritizedService;

/**
 * {@code addAutoIncrement} that is validated on SQLite before anything runs. Liquibase's
 * own takes its SQL for volatile there, and validates nothing of it.
 */
@DatabaseChange(name = "addAutoIncrement",
		description = "Converts an existing column to be an auto-increment (a.k.a 'identity') column",
		priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "column")
public class SqliteAddAutoIncrementChange extends AddAutoIncrementChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public boolean generateStatementsVolatile(Database database) {
		return !(database instanceof SQLiteDatabase) && super.generateStatementsVolatile(database);
	}

}
