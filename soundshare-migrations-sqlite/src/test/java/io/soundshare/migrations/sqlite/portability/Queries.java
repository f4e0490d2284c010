package io.soundshare.migrations.sqlite.portability;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Queries whose results are small enough to hold.
 *
 * @param connection where they run
 */
record Queries(Connection connection) {

	List<List<@Nullable Object>> rows(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			int width = result.getMetaData().getColumnCount();
			List<List<@Nullable Object>> rows = new ArrayList<>();
			while (result.next()) {
				List<@Nullable Object> row = new ArrayList<>();
				for (int i = 1; i <= width; i++) {
					row.add(result.getObject(i));
				}
				rows.add(row);
			}
			return rows;
		}
	}

	List<String> column(String sql) throws SQLException {
		return rows(sql).stream().map((row) -> text(row, 0)).toList();
	}

	void execute(List<String> script) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			for (String sql : script) {
				try {
					statement.execute(sql);
				}
				catch (SQLException ex) {
					throw new SQLException("In the script: " + sql, ex);
				}
			}
		}
	}

	static String text(List<@Nullable Object> row, int index) {
		return String.valueOf(row.get(index));
	}

	static String name(List<@Nullable Object> row, int index) {
		return text(row, index).toLowerCase(Locale.ROOT);
	}

}
