package io.soundshare.migrations.autogenerate.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a query as values.
 */
public final class Rows {

	private Rows() {
	}

	public static <T> List<T> query(Connection connection, String sql, Mapper<T> mapper) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql);
				ResultSet rows = statement.executeQuery()) {
			List<T> values = new ArrayList<>();
			while (rows.next()) {
				values.add(mapper.map(rows));
			}
			return values;
		}
	}

	/** The values of a query by the number in its first column. */
	public static <T> Map<Long, List<T>> group(Connection connection, String sql, Mapper<T> mapper)
			throws SQLException {
		Map<Long, List<T>> groups = new LinkedHashMap<>();
		query(connection, sql,
				(row) -> groups.computeIfAbsent(row.getLong(1), (key) -> new ArrayList<>()).add(mapper.map(row)));
		return groups;
	}

	public static List<String> strings(ResultSet row, String column) throws SQLException {
		Array array = row.getArray(column);
		return (array != null) ? List.of((String[]) array.getArray()) : List.of();
	}

	/**
	 * Conversion of a row into a value.
	 *
	 * @param <T> the type of the value
	 */
	@FunctionalInterface
	public interface Mapper<T> {

		T map(ResultSet row) throws SQLException;

	}

}
