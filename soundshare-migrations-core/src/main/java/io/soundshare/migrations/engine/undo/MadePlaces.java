package io.soundshare.migrations.engine.undo;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.engine.recording.Recording.Place;
import liquibase.change.Change;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.CreateTableChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.structure.core.Column;

/**
 * The tables and columns a change set makes, as its changes tell: for a revision of which
 * nothing was recorded.
 */
public final class MadePlaces {

	private MadePlaces() {
	}

	/** Tell them; none of those that are in a table of the same change set. */
	public static List<Place> of(ChangeSet changeSet, Database database) {
		List<Place> places = new ArrayList<>();
		for (Change change : changeSet.getChanges()) {
			if (change instanceof CreateTableChange create) {
				places.add(new Place(
						table(database, create.getCatalogName(), create.getSchemaName(), create.getTableName()), null));
			}
			else if (change instanceof AddColumnChange add) {
				String table = table(database, add.getCatalogName(), add.getSchemaName(), add.getTableName());
				if (!places.contains(new Place(table, null))) {
					add.getColumns()
						.forEach((column) -> places
							.add(new Place(table, database.escapeObjectName(column.getName(), Column.class))));
				}
			}
		}
		return places;
	}

	private static String table(Database database, String catalog, String schema, String name) {
		return database.escapeTableName(catalog, schema, name);
	}

}
