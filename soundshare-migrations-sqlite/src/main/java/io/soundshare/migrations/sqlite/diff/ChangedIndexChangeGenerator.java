package io.soundshare.migrations.sqlite.diff;

import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Index;
import org.jspecify.annotations.Nullable;

/**
 * Writes a changed index with its condition.
 */
public final class ChangedIndexChangeGenerator
		extends liquibase.diff.output.changelog.core.ChangedIndexChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> objectType, Database database) {
		return (database instanceof SQLiteDatabase && Index.class.isAssignableFrom(objectType)) ? PRIORITY_DATABASE
				: PRIORITY_NONE;
	}

	@Override
	public Change @Nullable [] fixChanged(DatabaseObject changed, ObjectDifferences differences,
			DiffOutputControl control, Database reference, Database target, ChangeGeneratorChain chain) {
		return PartialIndex.complete(super.fixChanged(changed, differences, control, reference, target, chain),
				(Index) changed, target);
	}

}
