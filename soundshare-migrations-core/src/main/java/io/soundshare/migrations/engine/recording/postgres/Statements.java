package io.soundshare.migrations.engine.recording.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The statements of a recorder on its connection. Those that come again and again are
 * prepared once, which spares the server their planning.
 */
final class Statements {

	private static final String PREFIX = "soundshare_undo_";

	private final Connection connection;

	private final Map<String, PreparedStatement> prepared = new HashMap<>();

	private final Map<String, List<String>> read = new HashMap<>();

	/** What the server has prepared; {@code null} if that is not known. */
	private @Nullable Set<String> known;

	/** Whether anything was prepared that may be there still. */
	private boolean used;

	Statements(Connection connection) {
		this.connection = connection;
	}

	Connection connection() {
		return this.connection;
	}

	/** Begin with a change set: whoever pools connections may have given another one. */
	void begin() {
		this.known = null;
	}

	/**
	 * Return a text that runs a query by the plan the server has made for it before. The
	 * driver's own way would not do that: it forgets what it has prepared at each change
	 * of the schema.
	 * @param parameters an array of OIDs, one of names, or a text, for each question mark
	 */
	String call(String sql, List<Object> parameters) throws SQLException {
		List<String> values = parameters.stream().map(Statements::value).toList();
		// Without a transaction the next statement may come to another connection.
		if (this.connection.getAutoCommit()) {
			return filled(sql, values);
		}
		String name = PREFIX + UUID.nameUUIDFromBytes(sql.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
		if (this.known == null) {
			this.known = known();
		}
		if (!this.known.contains(name)) {
			List<String> numbers = IntStream.rangeClosed(1, values.size()).mapToObj((number) -> "$" + number).toList();
			run("PREPARE " + name + " AS " + filled(sql, numbers));
			this.known.add(name);
			this.used = true;
		}
		return "EXECUTE " + name + (values.isEmpty() ? "" : "(" + String.join(", ", values) + ")");
	}

	/** Have the server forget the plans. */
	void end() throws SQLException {
		if (this.used && !this.connection.isClosed()) {
			for (String name : known()) {
				run("DEALLOCATE " + name);
			}
			this.known = null;
			this.used = false;
		}
	}

	private Set<String> known() throws SQLException {
		Set<String> names = new HashSet<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery(
						"SELECT name FROM pg_catalog.pg_prepared_statements WHERE name LIKE '" + PREFIX + "%'")) {
			while (rows.next()) {
				names.add(rows.getString(1));
			}
		}
		return names;
	}

	private static String filled(String sql, List<String> values) {
		StringBuilder filled = new StringBuilder();
		int from = 0;
		for (String value : values) {
			int at = sql.indexOf('?', from);
			filled.append(sql, from, at).append(value);
			from = at + 1;
		}
		return filled.append(sql, from, sql.length()).toString();
	}

	private static String value(Object parameter) {
		if (parameter instanceof String text) {
			return Names.literal(text);
		}
		Object[] values = (Object[]) parameter;
		boolean names = values instanceof String[];
		return Arrays.stream(values)
			.map((value) -> names ? Names.literal((String) value) : value.toString())
			.collect(Collectors.joining(", ", "ARRAY[", names ? "]::name[]" : "]::oid[]"));
	}

	PreparedStatement prepared(String sql) throws SQLException {
		PreparedStatement statement = this.prepared.get(sql);
		if (statement == null || statement.isClosed()) {
			statement = this.connection.prepareStatement(sql);
			this.prepared.put(sql, statement);
		}
		return statement;
	}

	Array array(String type, Object[] values) throws SQLException {
		return this.connection.createArrayOf(type, values);
	}

	/** The values of the only row of a query, read once. */
	List<String> read(String sql) throws SQLException {
		List<String> values = this.read.get(sql);
		if (values == null) {
			values = new ArrayList<>();
			try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
				row.next();
				for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
					values.add(row.getString(i));
				}
			}
			this.read.put(sql, values);
		}
		return values;
	}

	/** Whether the only value of a query is true. */
	boolean isTrue(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getBoolean(1);
		}
	}

	/** The number of rows of a table. */
	long count(String table) throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
			row.next();
			return row.getLong(1);
		}
	}

	/** The first part of the server's version. */
	int version() throws SQLException {
		return this.connection.getMetaData().getDatabaseMajorVersion();
	}

	void run(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
