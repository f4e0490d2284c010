package io.soundshare.migrations.change;

import liquibase.change.Change;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.core.SetColumnRemarksChange;
import liquibase.database.Database;

/**
 * {@code setColumnRemarks} as it is, and nothing to be undone: remarks are neither
 * structure nor data, and Liquibase would have a whole downgrade refused for them.
 */
@DatabaseChange(name = "setColumnRemarks", description = "Set remarks on a column",
		priority = ChangeMetaData.PRIORITY_DEFAULT + 1)
public final class UndoableColumnRemarksChange extends SetColumnRemarksChange {

	/**
	 * Everywhere, or a changelog could not even be read where there are no remarks
	 * (ChangeFactory.create); whether they can be set there is asked of the statement.
	 */
	@Override
	public boolean supports(Database database) {
		return true;
	}

	@Override
	protected Change[] createInverses() {
		return new Change[0];
	}

}
