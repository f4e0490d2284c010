package io.soundshare.migrations.sqlite.change;

import java.util.function.BooleanSupplier;

import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;

/**
 * Keeps the changes of this package out of other databases' changelogs. Liquibase's
 * ChangeFactory makes, of all changes of a name, the one of highest priority that
 * supports the database, and fails if there is none, while it asks nothing where there is
 * but its own. So a candidate, which is in no change set yet, is for SQLite, and stands
 * in where Liquibase's own would be refused; anywhere else Liquibase's own is made. One
 * that was made before the database was known is in a change set by the time it is used,
 * and answers, as in everything else, like Liquibase's own.
 */
final class Candidate {

	private Candidate() {
	}

	static boolean supports(Change change, Database database, BooleanSupplier liquibasesOwn) {
		return database instanceof SQLiteDatabase || (change.getChangeSet() != null) == liquibasesOwn.getAsBoolean();
	}

}
