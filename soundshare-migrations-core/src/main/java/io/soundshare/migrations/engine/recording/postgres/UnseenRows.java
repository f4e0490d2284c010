package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Proves that no rows were changed but those of tables that were watched: the server
 * counts what a transaction does to each table.
 */
final class UnseenRows {

	private static final String COUNTS = """
			SELECT relid, n_tup_ins + n_tup_upd + n_tup_del FROM pg_catalog.pg_stat_xact_user_tables
			WHERE n_tup_ins + n_tup_upd + n_tup_del > 0""";

	private final Statements statements;

	private Map<Long, Long> before = Map.of();

	private Set<Long> seen = new HashSet<>();

	private boolean counting;

	UnseenRows(Statements statements) {
		this.statements = statements;
	}

	/** Begin to count. Without a transaction there are no counts of one. */
	void begin(Collection<Item> watched) throws SQLException {
		if (this.statements.connection().getAutoCommit()) {
			return;
		}
		if (!this.counting) {
			this.before = counts();
			this.seen = new HashSet<>();
			this.counting = true;
		}
		watched.forEach((table) -> this.seen.add(table.key().oid()));
	}

	boolean isCounting() {
		return this.counting;
	}

	private Map<Long, Long> counts() throws SQLException {
		Map<Long, Long> counts = new HashMap<>();
		try (ResultSet rows = this.statements.prepared(COUNTS).executeQuery()) {
			while (rows.next()) {
				counts.put(rows.getLong(1), rows.getLong(2));
			}
		}
		return counts;
	}

	/**
	 * Stop counting.
	 * @param first the catalogue before the change set
	 * @return a table whose rows were changed without being seen; {@code null} if there
	 * is none
	 */
	@Nullable Item end(Catalog first) throws SQLException {
		if (!this.counting) {
			return null;
		}
		this.counting = false;
		for (Map.Entry<Long, Long> count : counts().entrySet()) {
			Item table = first.find(Key.relation(count.getKey()));
			if (table != null && table.kind() == Kind.TABLE && !this.seen.contains(count.getKey())
					&& count.getValue() > this.before.getOrDefault(count.getKey(), 0L)) {
				return table;
			}
		}
		return null;
	}

	void forget() {
		this.counting = false;
	}

}
