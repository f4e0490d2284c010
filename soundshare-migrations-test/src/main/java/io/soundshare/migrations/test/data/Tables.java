package io.soundshare.migrations.test.data;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The tables of a database: their columns and keys, as far as rows hang on them.
 *
 * @param sqlite whether it is SQLite, whose columns take values of any type
 * @param byName each table by its name
 */
public record Tables(boolean sqlite, Map<String, Table> byName) {

	/**
	 * Read them.
	 * @param connection the database
	 * @param schema the schema they are in; {@code null} for the connection's own
	 * @param own tells those that are left out, by their names
	 * @return the tables
	 * @throws SQLException if they cannot be read
	 */
	public static Tables read(Connection connection, @Nullable String schema, Predicate<String> own)
			throws SQLException {
		DatabaseMetaData metadata = connection.getMetaData();
		boolean sqlite = metadata.getURL().startsWith("jdbc:sqlite:");
		String place = (schema != null) ? schema : connection.getSchema();
		Map<String, Table> tables = new TreeMap<>();
		List<String> names = new ArrayList<>();
		try (ResultSet rows = metadata.getTables(connection.getCatalog(), place, "%",
				new String[] { "TABLE", "PARTITIONED TABLE" })) {
			while (rows.next()) {
				String name = rows.getString("TABLE_NAME");
				if (!own.test(name) && !name.startsWith("sqlite_")) {
					names.add(name);
				}
			}
		}
		if (sqlite) {
			for (String name : names) {
				tables.put(name, sqlite(connection, name));
			}
			return new Tables(true, tables);
		}
		Map<String, List<Column>> columns = columns(metadata, place);
		Map<String, List<String>> keys = keys(metadata, place);
		Map<String, List<Reference>> references = references(metadata, place);
		for (String name : names) {
			tables.put(name, new Table(name, quoted(schema, name), columns.getOrDefault(name, List.of()),
					keys.getOrDefault(name, List.of()), references.getOrDefault(name, List.of())));
		}
		return new Tables(false, tables);
	}

	private static String quoted(@Nullable String schema, String name) {
		return ((schema != null) ? quoted(schema) + "." : "") + quoted(name);
	}

	static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	/** Of all tables at once: asked table by table, a server takes its time. */
	private static Map<String, List<Column>> columns(DatabaseMetaData metadata, @Nullable String schema)
			throws SQLException {
		Map<String, List<Column>> columns = new HashMap<>();
		try (ResultSet rows = metadata.getColumns(null, schema, "%", "%")) {
			while (rows.next()) {
				columns.computeIfAbsent(rows.getString("TABLE_NAME"), (table) -> new ArrayList<>())
					.add(new Column(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME"),
							rows.getInt("COLUMN_SIZE"), rows.getInt("DECIMAL_DIGITS"),
							rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
							"YES".equals(rows.getString("IS_GENERATEDCOLUMN"))));
			}
		}
		return columns;
	}

	private static Map<String, List<String>> keys(DatabaseMetaData metadata, @Nullable String schema)
			throws SQLException {
		Map<String, Map<Integer, String>> keys = new HashMap<>();
		try (ResultSet rows = metadata.getPrimaryKeys(null, schema, null)) {
			while (rows.next()) {
				keys.computeIfAbsent(rows.getString("TABLE_NAME"), (table) -> new TreeMap<>())
					.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
			}
		}
		Map<String, List<String>> ordered = new HashMap<>();
		keys.forEach((table, key) -> ordered.put(table, List.copyOf(key.values())));
		return ordered;
	}

	private static Map<String, List<Reference>> references(DatabaseMetaData metadata, @Nullable String schema)
			throws SQLException {
		Map<String, Map<String, Reference>> references = new HashMap<>();
		try (ResultSet rows = metadata.getImportedKeys(null, schema, null)) {
			while (rows.next()) {
				String parent = rows.getString("PKTABLE_NAME");
				references.computeIfAbsent(rows.getString("FKTABLE_NAME"), (table) -> new LinkedHashMap<>())
					.computeIfAbsent(rows.getString("FK_NAME"),
							(name) -> new Reference(new ArrayList<>(), parent, new ArrayList<>()))
					.add(rows.getString("FKCOLUMN_NAME"), rows.getString("PKCOLUMN_NAME"));
			}
		}
		Map<String, List<Reference>> listed = new HashMap<>();
		references.forEach((table, all) -> listed.put(table, List.copyOf(all.values())));
		return listed;
	}

	private static Table sqlite(Connection connection, String name) throws SQLException {
		List<Column> columns = new ArrayList<>();
		Map<Integer, String> key = new TreeMap<>();
		Map<Integer, Reference> references = new TreeMap<>();
		try (Statement statement = connection.createStatement()) {
			try (ResultSet rows = statement.executeQuery("PRAGMA table_xinfo(" + quoted(name) + ")")) {
				while (rows.next()) {
					int part = rows.getInt("pk");
					if (part > 0) {
						key.put(part, rows.getString("name"));
					}
					columns.add(Column.declared(rows.getString("name"), rows.getString("type") + "",
							!rows.getBoolean("notnull") && part == 0, rows.getInt("hidden") != 0));
				}
			}
			try (ResultSet rows = statement.executeQuery("PRAGMA foreign_key_list(" + quoted(name) + ")")) {
				while (rows.next()) {
					String parent = rows.getString("table");
					references
						.computeIfAbsent(rows.getInt("id"),
								(id) -> new Reference(new ArrayList<>(), parent, new ArrayList<>()))
						.add(rows.getString("from"), rows.getString("to"));
				}
			}
		}
		return new Table(name, quoted(name), columns, List.copyOf(key.values()), List.copyOf(references.values()));
	}

	/** Each after those it refers to, as far as there is such an order. */
	List<Table> parentsFirst() {
		List<Table> ordered = new ArrayList<>();
		List<Table> left = new ArrayList<>(this.byName.values());
		while (!left.isEmpty()) {
			Table next = left.stream()
				.filter((table) -> table.references()
					.stream()
					.noneMatch((reference) -> left.stream()
						.anyMatch((other) -> other != table && other.name().equalsIgnoreCase(reference.table()))))
				.findFirst()
				.orElseGet(() -> left.stream().min(Comparator.comparingInt(Tables::obligations)).orElseThrow());
			left.remove(next);
			ordered.add(next);
		}
		return ordered;
	}

	private static int obligations(Table table) {
		return (int) table.references()
			.stream()
			.filter((reference) -> reference.columns().stream().noneMatch((column) -> table.column(column).nullable()))
			.count();
	}

	/**
	 * Find a table.
	 * @param name its name, in any case
	 * @return the table, {@code null} if there is none
	 */
	public @Nullable Table find(String name) {
		return this.byName.values()
			.stream()
			.filter((table) -> table.name().equalsIgnoreCase(name))
			.findFirst()
			.orElse(null);
	}

	/**
	 * A table.
	 *
	 * @param name its name
	 * @param sql its name as SQL has it
	 * @param columns its columns
	 * @param key the columns of its primary key
	 * @param references its foreign keys
	 */
	public record Table(String name, String sql, List<Column> columns, List<String> key, List<Reference> references) {

		Column column(String column) {
			return this.columns.stream()
				.filter((each) -> each.name().equalsIgnoreCase(column))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(this.name + " has no column " + column));
		}

		/** Whether values of a column are given out, and not to be changed. */
		boolean isKey(Column column) {
			return this.key.contains(column.name());
		}

	}

	/**
	 * A column.
	 *
	 * @param name its name
	 * @param type its type as it is declared, in lower case, without a length
	 * @param length its length, or precision; 0 for none
	 * @param scale the digits behind the point
	 * @param nullable whether it may be empty
	 * @param generated whether the database computes it
	 */
	public record Column(String name, String type, int length, int scale, boolean nullable, boolean generated) {

		static Column declared(String name, String type, boolean nullable, boolean generated) {
			String lower = type.toLowerCase(Locale.ROOT).strip();
			Matcher sizes = Pattern.compile("\\((\\d+)(?:\\s*,\\s*(\\d+))?\\)").matcher(lower);
			boolean sized = sizes.find();
			int length = sized ? Integer.parseInt(sizes.group(1)) : 0;
			int scale = (sized && sizes.group(2) != null) ? Integer.parseInt(sizes.group(2)) : 0;
			return new Column(name, lower.replaceAll("\\(.*?\\)", "").strip(), length, scale, nullable, generated);
		}

	}

	/**
	 * A foreign key.
	 *
	 * @param columns its columns
	 * @param table the table it refers to
	 * @param referred the columns it refers to; empty for that table's primary key
	 */
	public record Reference(List<String> columns, String table, List<String> referred) {

		void add(String column, @Nullable String other) {
			this.columns.add(column);
			if (other != null) {
				this.referred.add(other);
			}
		}

	}

}
