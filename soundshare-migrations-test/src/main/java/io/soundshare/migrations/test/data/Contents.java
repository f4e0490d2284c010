package io.soundshare.migrations.test.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The schema and the rows of a database at one time.
 *
 * @param schema the definition of each object by its kind and name
 * @param rows the rows of each table: values by the names of their columns, as text
 * @param keys the primary key of each table
 */
public record Contents(Map<String, String> schema, Map<String, List<Map<String, String>>> rows,
		Map<String, List<String>> keys) {

	/**
	 * Read them.
	 * @param connection the database
	 * @param schema the definitions of its objects
	 * @param tables the tables whose rows count
	 * @return what is there now
	 * @throws SQLException if it cannot be read
	 */
	public static Contents read(Connection connection, Map<String, String> schema, Tables tables) throws SQLException {
		Map<String, List<Map<String, String>>> rows = new TreeMap<>();
		Map<String, List<String>> keys = new TreeMap<>();
		for (Tables.Table table : tables.byName().values()) {
			if (!isThere(connection, table, schema)) {
				continue;
			}
			rows.put(table.name(), rows(connection, table.sql()));
			keys.put(table.name(), table.key());
		}
		return new Contents(schema, rows, keys);
	}

	/** A table may be gone by now. */
	private static boolean isThere(Connection connection, Tables.Table table, Map<String, String> schema)
			throws SQLException {
		if (schema.containsKey("table " + table.name())) {
			return true;
		}
		try (ResultSet found = connection.getMetaData()
			.getTables(connection.getCatalog(), null, table.name(), new String[] { "TABLE", "PARTITIONED TABLE" })) {
			return found.next();
		}
	}

	private static List<Map<String, String>> rows(Connection connection, String table) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
			ResultSetMetaData metadata = found.getMetaData();
			List<Map<String, String>> rows = new ArrayList<>();
			while (found.next()) {
				Map<String, String> row = new TreeMap<>();
				for (int i = 1; i <= metadata.getColumnCount(); i++) {
					row.put(metadata.getColumnName(i), text(found.getObject(i)));
				}
				rows.add(row);
			}
			return rows;
		}
	}

	/** A text is told from a number, and nothing from an empty text. */
	private static String text(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return "x'" + HexFormat.of().formatHex(bytes) + "'";
		}
		return (value instanceof String text) ? "'" + text + "'" : String.valueOf(value);
	}

}
