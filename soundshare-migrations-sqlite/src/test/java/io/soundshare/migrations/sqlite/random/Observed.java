package io.soundshare.migrations.sqlite.random;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.soundshare.migrations.sqlite.SqlText;

/**
 * The objects there are to change, as SQLite's pragmas tell it.
 *
 * @param tables the tables
 * @param others the indexes, views and triggers
 */
record Observed(List<Table> tables, List<Other> others) {

	static Observed of(Connection connection) throws SQLException {
		List<Table> tables = new ArrayList<>();
		List<Other> others = new ArrayList<>();
		for (Map<String, String> row : rows(connection,
				"SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%'"
						+ " ESCAPE '!' AND tbl_name NOT LIKE 'databasechangelog%' ORDER BY rowid")) {
			if (row.get("type").equals("table")) {
				tables.add(table(connection, row.get("name"), row.get("sql")));
			}
			else {
				others.add(new Other(row.get("type"), row.get("name"), row.get("tbl_name"), row.get("sql")));
			}
		}
		return new Observed(tables, others);
	}

	private static Table table(Connection connection, String name, String sql) throws SQLException {
		String literal = RandomSchema.literal(name);
		List<Column> columns = new ArrayList<>();
		for (Map<String, String> row : rows(connection, "SELECT * FROM pragma_table_xinfo(" + literal + ")")) {
			String quoted = RandomSchema.quote(row.get("name"));
			boolean nulls = !rows(connection,
					"SELECT 1 FROM " + RandomSchema.quote(name) + " WHERE " + quoted + " IS NULL LIMIT 1")
				.isEmpty();
			columns.add(new Column(row.get("name"), row.get("type"), row.get("notnull").equals("1"),
					Optional.ofNullable(row.get("dflt_value")), Integer.parseInt(row.get("pk")),
					!row.get("hidden").equals("0"), nulls));
		}
		Map<String, Key> foreign = new LinkedHashMap<>();
		for (Map<String, String> row : rows(connection,
				"SELECT * FROM pragma_foreign_key_list(" + literal + ") ORDER BY id, seq")) {
			Key key = foreign.computeIfAbsent(row.get("id"), (id) -> new Key(row.get("table"), new ArrayList<>(),
					new ArrayList<>(), row.get("on_delete"), row.get("on_update")));
			key.from.add(row.get("from"));
			if (row.get("to") != null) {
				key.to.add(row.get("to"));
			}
		}
		List<List<String>> unique = new ArrayList<>();
		for (Map<String, String> row : rows(connection,
				"SELECT name FROM pragma_index_list(" + literal + ") WHERE origin <> 'c'")) {
			List<String> members = new ArrayList<>();
			rows(connection, "SELECT name FROM pragma_index_info(" + RandomSchema.literal(row.get("name")) + ")")
				.forEach((member) -> members.add(member.get("name")));
			unique.add(members);
		}
		Map<String, String> options = rows(connection,
				"SELECT wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = " + literal)
			.get(0);
		long rows = Long
			.parseLong(rows(connection, "SELECT count(*) AS n FROM " + RandomSchema.quote(name)).get(0).get("n"));
		return new Table(name, sql, columns, List.copyOf(foreign.values()), unique, options.get("strict").equals("1"),
				options.get("wr").equals("1"), rows);
	}

	private static List<Map<String, String>> rows(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			List<Map<String, String>> rows = new ArrayList<>();
			while (result.next()) {
				Map<String, String> row = new LinkedHashMap<>();
				for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
					row.put(result.getMetaData().getColumnName(i), result.getString(i));
				}
				rows.add(row);
			}
			return rows;
		}
	}

	Table table(String name) {
		return this.tables.stream().filter((table) -> table.name.equals(name)).findFirst().orElseThrow();
	}

	List<Other> of(String type) {
		return this.others.stream().filter((other) -> other.type.equals(type)).toList();
	}

	/** Whether a view or trigger mentions a name that has a core, or any at all. */
	boolean isUsed(String name) {
		return this.others.stream()
			.filter((other) -> !other.type.equals("index"))
			.anyMatch((other) -> mentions(other.sql, name));
	}

	/** Whether a table has triggers that fire when its rows are updated. */
	boolean firesOnUpdate(String table) {
		return of("trigger").stream().anyMatch((trigger) -> trigger.table.equals(table));
	}

	/** The foreign keys of all tables that refer to a table. */
	List<Key> keysTo(String table) {
		return this.tables.stream()
			.flatMap((child) -> child.foreign.stream())
			.filter((key) -> key.parent.equalsIgnoreCase(table))
			.toList();
	}

	static boolean mentions(String sql, String name) {
		return SqlText.normalise(sql).toLowerCase(Locale.ROOT).contains(core(name));
	}

	static String core(String name) {
		return Dice.hasCore(name) ? name.replaceAll("(?s).*(k\\d{3}).*", "$1") : name.toLowerCase(Locale.ROOT);
	}

	record Table(String name, String sql, List<Column> columns, List<Key> foreign, List<List<String>> unique,
			boolean strict, boolean withoutRowid, long rows) {

		List<Column> primaryKey() {
			return this.columns.stream().filter((column) -> column.key > 0).toList();
		}

		boolean autoIncrement() {
			return SqlText.normalise(this.sql).toUpperCase(Locale.ROOT).contains(" AUTOINCREMENT");
		}

		boolean isKeyed(Column column) {
			return column.key > 0 || this.unique.stream().anyMatch((key) -> key.contains(column.name));
		}

		boolean isForeign(Column column) {
			return this.foreign.stream().anyMatch((key) -> key.from.contains(column.name));
		}

		/** Whether a generated column, a check or the like has to do with a column. */
		boolean isMentionedTwice(Column column) {
			String text = SqlText.normalise(this.sql).toLowerCase(Locale.ROOT);
			return text.indexOf(core(column.name)) != text.lastIndexOf(core(column.name));
		}

	}

	record Column(String name, String type, boolean notNull, Optional<String> defaultSql, int key, boolean generated,
			boolean hasNulls) {
	}

	record Key(String parent, List<String> from, List<String> to, String onDelete, String onUpdate) {
	}

	record Other(String type, String name, String table, String sql) {
	}

}
