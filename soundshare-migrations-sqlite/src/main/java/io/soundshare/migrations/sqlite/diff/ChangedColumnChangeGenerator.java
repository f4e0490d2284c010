package io.soundshare.migrations.sqlite.diff;

import java.util.List;

import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.AddAutoIncrementChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.diff.Difference;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.statement.DatabaseFunction;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import org.jspecify.annotations.Nullable;

/**
 * Writes a column's AUTOINCREMENT, which Liquibase finds and forgets, and says what no
 * change of Liquibase can bring about.
 */
public final class ChangedColumnChangeGenerator
		extends liquibase.diff.output.changelog.core.ChangedColumnChangeGenerator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> objectType, Database database) {
		return (database instanceof SQLiteDatabase && Column.class.isAssignableFrom(objectType)) ? PRIORITY_DATABASE
				: PRIORITY_NONE;
	}

	@Override
	public Change @Nullable [] fixChanged(DatabaseObject changed, ObjectDifferences differences,
			DiffOutputControl control, Database reference, Database target, ChangeGeneratorChain chain) {
		warn(changed, differences.getDifference("collation"));
		Difference value = differences.getDifference("defaultValue");
		if (value != null && (isGenerated(value.getReferenceValue()) || isGenerated(value.getComparedValue()))) {
			warn(changed, value);
			differences.removeDifference("defaultValue");
		}
		return super.fixChanged(changed, differences, control, reference, target, chain);
	}

	@Override
	protected void handleAutoIncrementDifferences(Column column, ObjectDifferences differences,
			DiffOutputControl control, List<Change> changes, Database reference, Database target) {
		Difference difference = differences.getDifference("autoIncrement");
		if (difference == null) {
			return;
		}
		if (!column.isAutoIncrement()) {
			warn(column, difference);
			return;
		}
		AddAutoIncrementChange change = new AddAutoIncrementChange();
		change.setTableName(column.getRelation().getName());
		change.setColumnName(column.getName());
		change.setColumnDataType(column.getType().toString());
		changes.add(change);
	}

	private void warn(DatabaseObject column, @Nullable Difference difference) {
		if (difference != null) {
			Scope.getCurrentScope()
				.getLog(getClass())
				.warning("Column " + column + ": " + difference
						+ ". Liquibase has no change for that. Add it to the changelog as SQL.");
		}
	}

	private static boolean isGenerated(@Nullable Object value) {
		return value instanceof DatabaseFunction function && function.getValue().startsWith("GENERATED ALWAYS ");
	}

}
