package io.soundshare.migrations.sqlite.diff;

import java.util.List;

import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ColumnConfig;
import liquibase.change.core.CreateTableChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes a missing table with its collations, and texts as defaults as they are; says
 * what {@code createTable} has no place for.
 */
public final class MissingTableChangeGenerator
		extends liquibase.diff.output.changelog.core.MissingTableChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> objectType, Database database) {
		return (database instanceof SQLiteDatabase && Table.class.isAssignableFrom(objectType)) ? PRIORITY_DATABASE
				: PRIORITY_NONE;
	}

	@Override
	public Change @Nullable [] fixMissing(DatabaseObject missing, DiffOutputControl control, Database reference,
			Database target, ChangeGeneratorChain chain) {
		Change[] changes = super.fixMissing(missing, control, reference, target, chain);
		Table table = (Table) missing;
		if (changes != null && changes.length == 1 && changes[0] instanceof CreateTableChange change) {
			List<ColumnConfig> columns = change.getColumns();
			for (int i = 0; i < columns.size(); i++) {
				SqliteColumns.complete(columns.get(i), table.getColumns().get(i), target);
			}
		}
		for (String attribute : ChangedTableChangeGenerator.UNWRITABLE) {
			Object value = table.getAttribute(attribute, Object.class);
			if (value != null) {
				Scope.getCurrentScope()
					.getLog(getClass())
					.warning("createTable of " + table.getName() + " is without " + attribute + " " + value
							+ ": Liquibase has no change for that. Add it to the changelog as SQL.");
			}
		}
		return changes;
	}

}
