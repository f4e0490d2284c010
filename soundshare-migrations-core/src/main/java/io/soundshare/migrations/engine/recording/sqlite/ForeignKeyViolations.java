package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows that refer to nothing.
 *
 * @param counts how many there are, by their table and the one they refer to
 */
record ForeignKeyViolations(Map<String, Long> counts) {

	static final ForeignKeyViolations NONE = new ForeignKeyViolations(Map.of());

	static ForeignKeyViolations read(Sql sql) throws SQLException {
		Map<String, Long> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		sql.query("PRAGMA main.foreign_key_check", (row) -> counts
			.merge("table " + row.getString(1) + " that refer to table " + row.getString(3), 1L, Long::sum));
		return new ForeignKeyViolations(counts);
	}

	void refuseMore(ForeignKeyViolations now) throws SQLException {
		for (Map.Entry<String, Long> violation : now.counts.entrySet()) {
			long more = violation.getValue() - this.counts.getOrDefault(violation.getKey(), 0L);
			if (more > 0) {
				throw new SQLException("Undone, " + more + " row(s) of " + violation.getKey()
						+ " would refer to rows that are not there");
			}
		}
	}

}
