package io.soundshare.migrations.sqlite.diff;

import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Index;
import org.jspecify.annotations.Nullable;

/**
 * Writes a missing index with its condition.
 */
public final class MissingIndexChangeGenerator
		extends liquibase.diff.output.changelog.core.MissingIndexChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> objectType, Database database) {
		return (database instanceof SQLiteDatabase && Index.class.isAssignableFrom(objectType)) ? PRIORITY_DATABASE
				: PRIORITY_NONE;
	}

	@Override
	public Change @Nullable [] fixMissing(DatabaseObject missing, DiffOutputControl control, Database reference,
			Database target, ChangeGeneratorChain chain) {
		return PartialIndex.complete(super.fixMissing(missing, control, reference, target, chain), (Index) missing,
				target);
	}

}
