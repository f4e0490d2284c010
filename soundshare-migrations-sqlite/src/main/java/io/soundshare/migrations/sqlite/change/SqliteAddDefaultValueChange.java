package io.soundshare.migrations.sqlite.change;

import liquibase.change.DatabaseChange;
import liquibase.change.core.AddDefaultValueChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.servicelocator.PrioritizedService;

/**
 * {@code addDefaultValue} that is validated on SQLite before anything runs. Liquibase's
 * own takes its SQL for volatile there, and validates nothing of it.
 */
@DatabaseChange(name = "addDefaultValue",
		description = "Adds a default value to the database definition for the specified column.\n"
				+ "One of defaultValue, defaultValueNumeric, defaultValueBoolean or defaultValueDate must be set",
		priority = PrioritizedService.PRIORITY_DATABASE, appliesTo = "column")
public class SqliteAddDefaultValueChange extends AddDefaultValueChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public boolean generateStatementsVolatile(Database database) {
		return !(database instanceof SQLiteDatabase) && super.generateStatementsVolatile(database);
	}

}
