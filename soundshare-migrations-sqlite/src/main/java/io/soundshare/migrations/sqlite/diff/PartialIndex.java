package io.soundshare.migrations.sqlite.diff;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.ddl.Names;
import liquibase.change.Change;
import liquibase.change.core.CreateIndexChange;
import liquibase.change.core.RawSQLChange;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.structure.core.Column;
import liquibase.structure.core.Index;
import org.jspecify.annotations.Nullable;

/**
 * Writes the index with a condition, for which {@code createIndex} has no place, as SQL.
 */
final class PartialIndex {

	private PartialIndex() {
	}

	/** The changes, with every {@code createIndex} of a partial index replaced. */
	static Change @Nullable [] complete(Change @Nullable [] changes, Index index, Database target) {
		String where = index.getAttribute("where", String.class);
		if (changes == null || where == null || !(target instanceof SQLiteDatabase)) {
			return changes;
		}
		return Arrays.stream(changes)
			.map((change) -> (change instanceof CreateIndexChange) ? new RawSQLChange(sql(index, where)) : change)
			.toArray(Change[]::new);
	}

	private static String sql(Index index, String where) {
		return "CREATE " + (Boolean.TRUE.equals(index.isUnique()) ? "UNIQUE " : "") + "INDEX "
				+ Names.quote(index.getName()) + " ON " + Names.quote(index.getRelation().getName())
				+ index.getColumns().stream().map(PartialIndex::key).collect(Collectors.joining(", ", " (", ")"))
				+ " WHERE " + where;
	}

	private static String key(Column column) {
		return (Boolean.TRUE.equals(column.getComputed()) ? column.getName() : Names.quote(column.getName()))
				+ (Boolean.TRUE.equals(column.getDescending()) ? " DESC" : "");
	}

}
