package io.soundshare.migrations.engine.catalog;

import java.util.ArrayList;
import java.util.List;

import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Finds which changes keep a change set from being undone.
 */
final class IrreversibleChanges {

	private final Database database;

	IrreversibleChanges(Database database) {
		this.database = database;
	}

	/**
	 * Describe them; none where there is a rollback, or where the change set was only
	 * marked as run, and so has changed nothing.
	 */
	List<String> of(ChangeSet changeSet, @Nullable RanChangeSet row) {
		if ((row != null && row.getExecType() == ChangeSet.ExecType.MARK_RAN)
				|| changeSet.supportsRollback(this.database)) {
			return List.of();
		}
		List<Change> changes = changeSet.getChanges();
		List<String> irreversible = new ArrayList<>();
		for (int i = 0; i < changes.size(); i++) {
			if (!changes.get(i).supportsRollback(this.database)) {
				String place = (changes.size() > 1) ? "change " + (i + 1) + " of " + changes.size() + ", " : "";
				irreversible.add(place + changes.get(i).getDescription());
			}
		}
		return irreversible;
	}

}
