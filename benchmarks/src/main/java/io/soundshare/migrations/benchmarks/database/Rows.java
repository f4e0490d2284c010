package io.soundshare.migrations.benchmarks.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of queries as text.
 */
final class Rows {

	private Rows() {
	}

	/** The rows of a query, the columns joined with a bar. */
	static List<String> of(Connection connection, String query) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
			int columns = result.getMetaData().getColumnCount();
			while (result.next()) {
				StringBuilder row = new StringBuilder();
				for (int i = 1; i <= columns; i++) {
					row.append((i > 1) ? " | " : "").append(result.getString(i));
				}
				rows.add(row.toString());
			}
		}
		return rows;
	}

}
