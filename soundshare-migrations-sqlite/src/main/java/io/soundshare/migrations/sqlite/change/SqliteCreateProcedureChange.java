package io.soundshare.migrations.sqlite.change;

import io.soundshare.migrations.sqlite.sqlgenerator.Procedures;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.core.CreateProcedureChange;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;

/**
 * {@code createProcedure} that is refused on SQLite before anything runs. Liquibase asks
 * the database only when the change set is already running.
 */
@DatabaseChange(name = "createProcedure", description = "Defines the definition for a stored procedure",
		priority = ChangeMetaData.PRIORITY_DATABASE)
public final class SqliteCreateProcedureChange extends CreateProcedureChange {

	@Override
	public boolean supports(Database database) {
		return Candidate.supports(this, database, () -> super.supports(database));
	}

	@Override
	public ValidationErrors validate(Database database) {
		ValidationErrors errors = super.validate(database);
		if (database instanceof SQLiteDatabase && DatabaseList.definitionMatches(getDbms(), database, true)) {
			errors.addError(Procedures.refusal("createProcedure", getProcedureName()));
		}
		return errors;
	}

}
