package io.soundshare.migrations.test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A row that an application gives to a test.
 */
public final class Row {

	private final String table;

	private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

	private Row(String table) {
		this.table = table;
	}

	/**
	 * Start a row.
	 * @param table its table, as SQL has it
	 * @return the row, without values
	 */
	public static Row in(String table) {
		return new Row(table);
	}

	/**
	 * Give it a value.
	 * @param column the column, as SQL has it
	 * @param value the value, as JDBC takes it
	 * @return this row
	 */
	public Row with(String column, @Nullable Object value) {
		this.values.put(column, value);
		return this;
	}

	void insert(Connection connection) throws SQLException {
		String sql = "INSERT INTO " + this.table + " (" + String.join(", ", this.values.keySet()) + ") VALUES ("
				+ this.values.keySet().stream().map((column) -> "?").collect(Collectors.joining(", ")) + ")";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int place = 1;
			for (Object value : this.values.values()) {
				statement.setObject(place++, value);
			}
			statement.executeUpdate();
		}
	}

}
