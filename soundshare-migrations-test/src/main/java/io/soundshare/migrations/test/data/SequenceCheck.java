package io.soundshare.migrations.test.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds keys that will be given out a second time.
 */
public final class SequenceCheck {

	private SequenceCheck() {
	}

	/**
	 * Look at what the next key of each table would be.
	 * @param connection the database
	 * @param tables its tables
	 * @return by the name of each table whose next key is taken, what is wrong
	 * @throws SQLException if the database does not answer
	 */
	public static Map<String, String> taken(Connection connection, Tables tables) throws SQLException {
		Map<String, String> taken = new TreeMap<>();
		for (Tables.Table table : tables.byName().values()) {
			if (tables.sqlite()) {
				continue;
			}
			for (Map.Entry<String, String> sequence : RowMaker.sequences(connection, table).entrySet()) {
				String column = Tables.quoted(sequence.getKey());
				try (Statement statement = connection.createStatement();
						ResultSet rows = statement.executeQuery("SELECT (SELECT max(" + column + ") FROM " + table.sql()
								+ "), (SELECT CASE WHEN is_called THEN last_value + 1 ELSE last_value END FROM "
								+ sequence.getValue() + ")")) {
					if (rows.next() && rows.getObject(1) != null && rows.getLong(1) >= rows.getLong(2)) {
						taken.put(table.name(), "the sequence " + sequence.getValue() + " gives out " + rows.getLong(2)
								+ " next, and " + table.name() + "." + sequence.getKey() + " has " + rows.getLong(1));
					}
				}
			}
		}
		return taken;
	}

	/**
	 * Read the highest keys that SQLite has ever given out.
	 * @param connection the database
	 * @param tables its tables
	 * @return them by the names of their tables; nothing on another product
	 * @throws SQLException if the database does not answer
	 */
	public static Map<String, Long> highest(Connection connection, Tables tables) throws SQLException {
		Map<String, Long> highest = new TreeMap<>();
		if (tables.sqlite()) {
			try (Statement statement = connection.createStatement()) {
				try (ResultSet rows = statement
					.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")) {
					if (!rows.next()) {
						return highest;
					}
				}
				try (ResultSet rows = statement.executeQuery("SELECT name, seq FROM sqlite_sequence")) {
					while (rows.next()) {
						highest.put(rows.getString(1), rows.getLong(2));
					}
				}
			}
		}
		return highest;
	}

}
