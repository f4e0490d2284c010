package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Queries of the catalogue that go to the server together, under settings that make it
 * find rows by indexes, by plans it has made before: the queries are always the same, and
 * there are many.
 */
final class Batch {

	private static final List<String> NAMES = List.of("plan_cache_mode", "enable_seqscan", "enable_hashjoin",
			"enable_mergejoin", "jit");

	private static final String READ = NAMES.stream()
		.map((name) -> "current_setting('" + name + "')")
		.collect(Collectors.joining(", ", "SELECT ", ""));

	private final Statements statements;

	private final String searchPath;

	private final List<String> queries = new ArrayList<>();

	/**
	 * Begin a batch.
	 * @param searchPath the search path, if it is to be out of the way meanwhile; else
	 * nothing
	 */
	Batch(Statements statements, String searchPath) {
		this.statements = statements;
		this.searchPath = searchPath;
	}

	/**
	 * Add a query.
	 * @param parameters an array of OIDs, one of names, or a text, for each parameter
	 */
	void add(String sql, Object... parameters) throws SQLException {
		this.queries.add(this.statements.call(sql, List.of(parameters)));
	}

	void run(Reader reader) throws SQLException {
		// Without a transaction there is nothing that settings could be local to.
		String local = this.statements.connection().getAutoCommit() ? "false" : "true";
		List<String> sql = new ArrayList<>();
		sql.add(this.statements.call(
				set(List.of("force_generic_plan", "off", "off", "off", "off"), local)
						+ (this.searchPath.isEmpty() ? "" : ", set_config('search_path', 'pg_catalog', " + local + ")"),
				List.of()));
		sql.addAll(this.queries);
		sql.add(restored(local));
		try (Statement statement = this.statements.connection().createStatement()) {
			boolean more = statement.execute(String.join(";", sql));
			for (int i = 0; more; i++) {
				if (i > 0 && i <= this.queries.size()) {
					try (ResultSet rows = statement.getResultSet()) {
						reader.read(rows);
					}
				}
				more = statement.getMoreResults();
			}
		}
		catch (SQLException ex) {
			restore(local, ex);
			throw ex;
		}
	}

	private String restored(String local) throws SQLException {
		String settings = set(settings(), local);
		return this.searchPath.isEmpty() ? this.statements.call(settings, List.of()) : this.statements
			.call(settings + ", set_config('search_path', ?, " + local + ")", List.of(this.searchPath));
	}

	/**
	 * Restore settings after a failure. A transaction is over by that, and its settings
	 * with it.
	 */
	private void restore(String local, SQLException failure) {
		if (local.equals("false")) {
			try {
				this.statements.run(restored(local));
			}
			catch (SQLException ex) {
				failure.addSuppressed(ex);
			}
		}
	}

	private static String set(List<String> values, String local) {
		List<String> settings = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			settings.add("set_config('%s', '%s', %s)".formatted(NAMES.get(i), values.get(i), local));
		}
		return "SELECT " + String.join(", ", settings);
	}

	private List<String> settings() throws SQLException {
		return this.statements.read(READ);
	}

	/**
	 * Reads the rows of a query.
	 */
	@FunctionalInterface
	interface Reader {

		void read(ResultSet rows) throws SQLException;

	}

}
