package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs SQL on a connection.
 */
final class Sql {

	private final Connection connection;

	Sql(Connection connection) {
		this.connection = connection;
	}

	/** Run statements; xerial's driver runs more than one here only. */
	int run(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			return statement.executeUpdate(sql);
		}
	}

	<T> List<T> query(String sql, Row<T> row) throws SQLException {
		List<T> rows = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				rows.add(row.read(result));
			}
		}
		return rows;
	}

	List<String> texts(String sql) throws SQLException {
		return query(sql, (row) -> row.getString(1));
	}

	long number(String sql) throws SQLException {
		List<Long> numbers = query(sql, (row) -> row.getLong(1));
		return (numbers.isEmpty()) ? 0 : numbers.get(0);
	}

	/**
	 * Reads a row.
	 */
	interface Row<T> {

		T read(ResultSet row) throws SQLException;

	}

}
