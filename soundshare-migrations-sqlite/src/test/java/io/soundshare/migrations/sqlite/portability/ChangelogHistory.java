package io.soundshare.migrations.sqlite.portability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * DATABASECHANGELOG, a sentence a row, without what differs from run to run.
 */
final class ChangelogHistory {

	private ChangelogHistory() {
	}

	static List<String> read(Connection connection, Changelog changelog) throws SQLException {
		List<String> history = new ArrayList<>();
		for (List<@Nullable Object> row : new Queries(connection).rows("""
				SELECT ID, MD5SUM, AUTHOR, FILENAME, EXECTYPE, DESCRIPTION, COMMENTS, TAG, CONTEXTS, LABELS
				FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED""")) {
			if (!changelog.sameChecksum(Queries.text(row, 0))) {
				row.set(1, "");
			}
			if (Changelog.onBothDatabases(Queries.text(row, 0))) {
				history.add(row.toString());
			}
		}
		return history;
	}

}
