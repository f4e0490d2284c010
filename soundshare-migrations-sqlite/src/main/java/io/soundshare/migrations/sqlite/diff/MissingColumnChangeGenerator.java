package io.soundshare.migrations.sqlite.diff;

import liquibase.change.Change;
import liquibase.change.core.AddColumnChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import org.jspecify.annotations.Nullable;

/**
 * Writes a missing column with its collation, and a text as its default as it is.
 */
public final class MissingColumnChangeGenerator
		extends liquibase.diff.output.changelog.core.MissingColumnChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> objectType, Database database) {
		return (database instanceof SQLiteDatabase && Column.class.isAssignableFrom(objectType)) ? PRIORITY_DATABASE
				: PRIORITY_NONE;
	}

	@Override
	public Change @Nullable [] fixMissing(DatabaseObject missing, DiffOutputControl control, Database reference,
			Database target, ChangeGeneratorChain chain) {
		Change[] changes = super.fixMissing(missing, control, reference, target, chain);
		if (changes != null && changes.length == 1 && changes[0] instanceof AddColumnChange change) {
			change.getColumns().forEach((column) -> SqliteColumns.complete(column, (Column) missing, target));
		}
		return changes;
	}

}
