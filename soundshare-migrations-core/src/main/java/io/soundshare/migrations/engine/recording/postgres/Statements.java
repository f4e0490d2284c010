package io.soundshare.migrations.engine.recording.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of a recorder on its connection. Those that come again and again are
 * prepared once, which spares the server their planning.
 */
final class Statements {

	private final Connection connection;

	private final Map<String, PreparedStatement> prepared = new HashMap<>();

	private final Map<String, List<String>> read = new HashMap<>();

	Statements(Connection connection) {
		this.connection = connection;
	}

	Connection connection() {
		return this.connection;
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
