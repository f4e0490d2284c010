package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows that refer to nothing.
 *
 * @param counts how many there are of each kind
 */
record ForeignKeyViolations(Map<String, Long> counts) {

	private static final String REFERRING = "SELECT DISTINCT m.name FROM main.sqlite_master m"
			+ " JOIN pragma_foreign_key_list(m.name, 'main') WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'";

	static final ForeignKeyViolations NONE = new ForeignKeyViolations(Map.of());

	static ForeignKeyViolations read(Sql sql) throws SQLException {
		Map<String, Long> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String table : sql.texts(REFERRING)) {
			try {
				sql.query("PRAGMA main.foreign_key_check(" + Names.quote(table) + ")", (row) -> counts
					.merge("row(s) of " + table + " would refer to rows of " + row.getString(3), 1L, Long::sum));
			}
			catch (SQLException ex) {
				// What they refer to is no key, and was none before.
				if (!String.valueOf(ex.getMessage()).contains("foreign key mismatch")) {
					throw ex;
				}
			}
		}
		return new ForeignKeyViolations(counts);
	}

	void refuseMore(ForeignKeyViolations now) throws SQLException {
		for (Map.Entry<String, Long> violation : now.counts.entrySet()) {
			long more = violation.getValue() - this.counts.getOrDefault(violation.getKey(), 0L);
			if (more > 0) {
				throw new SQLException("Undone, " + more + " " + violation.getKey() + " that are not there");
			}
		}
	}

}
