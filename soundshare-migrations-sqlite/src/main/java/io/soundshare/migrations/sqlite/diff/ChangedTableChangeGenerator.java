package io.soundshare.migrations.sqlite.diff;

import java.util.List;

import liquibase.Scope;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.diff.Difference;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Says what differs between two tables and no change of Liquibase can bring about.
 */
public final class ChangedTableChangeGenerator
		extends liquibase.diff.output.changelog.core.ChangedTableChangeGenerator {

	static final List<String> UNWRITABLE = List.of("checkConstraints", "strict", "withoutRowid");

	@Override
	public int getPriority(Class<? extends DatabaseObject> objectType, Database database) {
		return (database instanceof SQLiteDatabase && Table.class.isAssignableFrom(objectType)) ? PRIORITY_DATABASE
				: PRIORITY_NONE;
	}

	@Override
	public Change @Nullable [] fixChanged(DatabaseObject changed, ObjectDifferences differences,
			DiffOutputControl control, Database reference, Database target, ChangeGeneratorChain chain) {
		for (String attribute : UNWRITABLE) {
			Difference difference = differences.getDifference(attribute);
			if (difference != null) {
				Scope.getCurrentScope()
					.getLog(getClass())
					.warning("Table " + changed.getName() + ": " + difference
							+ ". Liquibase has no change for that. Add it to the changelog as SQL.");
			}
		}
		return super.fixChanged(changed, differences, control, reference, target, chain);
	}

}
