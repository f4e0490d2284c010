package io.soundshare.migrations.test.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds keys that will be given out a second time.
 */
public final class SequenceCheck {

	private static final String SEQUENCES = """
			SELECT c.relname, a.attname, d.objid::regclass::text
			FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
				JOIN pg_class c ON c.oid = d.refobjid
				JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
			WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
			UNION
			SELECT c.relname, a.attname, s.oid::regclass::text
			FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary AND i.indnatts = 1
				JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
					AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
				JOIN pg_class s ON s.relname = c.relname || '_seq' AND s.relkind = 'S' AND s.relnamespace = c.relnamespace
			WHERE c.relkind IN ('r', 'p')""";

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
		if (tables.sqlite()) {
			return taken;
		}
		for (Owned owned : sequences(connection, tables)) {
			String table = owned.table().name();
			try (Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery(
							"SELECT (SELECT max(" + Tables.quoted(owned.column()) + ") FROM " + owned.table().sql()
									+ "), (SELECT CASE WHEN is_called THEN last_value + 1 ELSE last_value END FROM "
									+ owned.sequence() + ")")) {
				if (rows.next() && rows.getObject(1) != null && rows.getLong(1) >= rows.getLong(2)) {
					taken.put(table, "the sequence " + owned.sequence() + " gives out " + rows.getLong(2)
							+ " next, and " + table + "." + owned.column() + " has " + rows.getLong(1));
				}
			}
		}
		return taken;
	}

	/** The sequences of columns: their own, and those called as Hibernate calls them. */
	static List<Owned> sequences(Connection connection, Tables tables) throws SQLException {
		List<Owned> sequences = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(SEQUENCES)) {
			while (rows.next()) {
				Tables.Table table = tables.byName().get(rows.getString(1));
				if (table != null) {
					sequences.add(new Owned(table, rows.getString(2), rows.getString(3)));
				}
			}
		}
		return sequences;
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

	/**
	 * A sequence that gives out the values of a column.
	 */
	record Owned(Tables.Table table, String column, String sequence) {

	}

}
