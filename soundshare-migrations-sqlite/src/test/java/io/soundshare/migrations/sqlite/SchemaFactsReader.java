package io.soundshare.migrations.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the {@link SchemaFacts}.
 */
final class SchemaFactsReader {

	private static final Set<String> LIQUIBASE = Set.of("databasechangelog", "databasechangeloglock");

	private static final List<String> PRAGMAS = List.of("foreign_keys", "legacy_alter_table", "writable_schema",
			"ignore_check_constraints", "defer_foreign_keys", "recursive_triggers", "user_version", "application_id",
			"journal_mode", "synchronous", "auto_vacuum", "page_size", "encoding", "query_only");

	private final SortedMap<String, String> facts = new TreeMap<>();

	private final Connection connection;

	SchemaFactsReader(Connection connection) {
		this.connection = connection;
	}

	SortedMap<String, String> read() {
		PRAGMAS.forEach((pragma) -> put("pragma " + pragma, one("PRAGMA " + pragma)));
		for (String master : List.of("sqlite_master", "sqlite_temp_master")) {
			String where = master.equals("sqlite_master") ? "" : "temp ";
			for (Row row : rows("SELECT type, name, tbl_name, sql FROM " + master + " ORDER BY rowid")) {
				if (!LIQUIBASE.contains(row.get("tbl_name").toLowerCase(Locale.ROOT))
						&& !row.get("name").startsWith("sqlite_")) {
					object(where, row);
				}
			}
		}
		if (!rows("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").isEmpty()) {
			rows("SELECT name, group_concat(seq) s FROM sqlite_sequence GROUP BY name")
				.forEach((row) -> put("sqlite_sequence " + row.get("name"), row.get("s")));
		}
		for (Row row : rows("PRAGMA foreign_key_check")) {
			count(row.get("table") + " violates -> " + row.get("parent") + " rowid " + row.get("rowid"));
		}
		List<String> answers = rows("PRAGMA integrity_check").stream()
			.map((row) -> row.get("integrity_check"))
			.filter((answer) -> !isSaidOfNoRow(answer))
			.toList();
		put("integrity_check", answers.isEmpty() ? "ok" : String.join("; ", answers));
		return this.facts;
	}

	// SQLite 3.40 finds NULLs in tables WITHOUT ROWID where there are none.
	private boolean isSaidOfNoRow(String answer) {
		return rows("SELECT m.name AS t, c.name AS c FROM sqlite_master m, pragma_table_info(m.name) c"
				+ " WHERE m.type = 'table' AND 'NULL value in ' || m.name || '.' || c.name = " + literal(answer))
			.stream()
			.anyMatch((row) -> rows(
					"SELECT 1 FROM " + quote(row.get("t")) + " WHERE " + quote(row.get("c")) + " IS NULL LIMIT 1")
				.isEmpty());
	}

	private void object(String where, Row row) {
		String name = where + row.get("name");
		String sql = row.get("sql");
		switch (row.get("type")) {
			case "index" -> index(where, row.get("name"), row.get("tbl_name"), sql);
			case "trigger" -> {
				put("trigger " + name, SqlText.normalise(sql));
				comments("trigger " + name, sql);
			}
			case "view" -> view(name, row.get("name"), sql);
			default -> table(name, row.get("name"), sql);
		}
	}

	private void view(String name, String plain, String sql) {
		put("view " + name, SqlText.normalise(sql));
		comments("view " + name, sql);
		try {
			List<String> columns = columnNames("SELECT * FROM " + quote(plain));
			put("view " + name + " columns", String.join(", ", columns));
			dml(plain, columns);
		}
		catch (IllegalStateException ex) {
			put("view " + name + " columns", "BROKEN: " + message(ex));
		}
	}

	private void index(String where, String name, String table, String sql) {
		put("index " + where + name, SqlText.normalise(sql));
		comments("index " + name, sql);
		put("index " + where + name + " xinfo", indexColumns(name) + " of " + table);
	}

	private String indexColumns(String index) {
		return rows("PRAGMA index_xinfo(" + quote(index) + ")").stream()
			.filter((row) -> row.get("key").equals("1"))
			.map((row) -> (row.get("cid").equals("-2") ? "expression" : row.get("name"))
					+ (row.get("coll").equals("BINARY") ? "" : " COLLATE " + row.get("coll"))
					+ (row.get("desc").equals("1") ? " DESC" : ""))
			.collect(Collectors.joining(", ", "(", ")"));
	}

	private void table(String name, String plain, String sql) {
		comments(name, sql);
		if (sql.toUpperCase(Locale.ROOT).startsWith("CREATE VIRTUAL")) {
			put("table " + name, SqlText.normalise(sql));
		}
		else {
			SqlText.TableText text = SqlText.table(sql);
			put("table " + name, ("TABLE " + text.options()).strip());
			for (SqlText.Item item : text.items()) {
				if (item.constraint()) {
					count(name + ": " + item.rest());
				}
				else {
					put(name + "." + unquote(item.name()), item.rest());
				}
			}
		}
		List<Row> columns = rows("PRAGMA table_xinfo(" + quote(plain) + ")");
		put(name + " order", columns.stream().map((row) -> row.get("name")).collect(Collectors.joining(", ")));
		for (Row column : columns) {
			put(name + "." + column.get("name") + " xinfo",
					"type=" + column.get("type") + " notnull=" + column.get("notnull") + " default="
							+ column.get("dflt_value") + " pk=" + column.get("pk") + " hidden=" + column.get("hidden"));
		}
		for (Row index : rows("PRAGMA index_list(" + quote(plain) + ")")) {
			if (index.get("origin").equals("c")) {
				put("index " + index.get("name") + " list",
						"unique=" + index.get("unique") + " partial=" + index.get("partial"));
			}
			else {
				count(name + " key " + index.get("origin") + indexColumns(index.get("name")));
			}
		}
		foreignKeys(name, plain);
		cells(name, plain, columns);
		dml(plain,
				columns.stream().filter((row) -> row.get("hidden").equals("0")).map((row) -> row.get("name")).toList());
	}

	private void foreignKeys(String name, String plain) {
		Map<String, List<Row>> keys = new LinkedHashMap<>();
		for (Row row : rows("PRAGMA foreign_key_list(" + quote(plain) + ")")) {
			keys.computeIfAbsent(row.get("id"), (id) -> new ArrayList<>()).add(row);
		}
		keys.values()
			.forEach((key) -> count(name + " -> " + key.get(0).get("table") + " " + columns(key, "from") + " to "
					+ columns(key, "to") + " on delete " + key.get(0).get("on_delete") + " on update "
					+ key.get(0).get("on_update")));
	}

	private static String columns(List<Row> key, String what) {
		return key.stream().map((row) -> row.get(what)).collect(Collectors.joining(", ", "(", ")"));
	}

	private void cells(String name, String plain, List<Row> columns) {
		boolean rowid = rows(
				"SELECT 1 FROM pragma_table_list WHERE name = " + literal(plain) + " AND (wr = 1 OR type = 'view')")
			.isEmpty();
		List<String> names = columns.stream()
			.filter((row) -> !row.get("hidden").equals("1"))
			.map((row) -> row.get("name"))
			.toList();
		String key = rowid ? rowidName(names)
				: columns.stream()
					.filter((row) -> !row.get("pk").equals("0"))
					.map((row) -> "quote(" + quote(row.get("name")) + ")")
					.collect(Collectors.joining(" || '/' || "));
		List<Row> rows = rows("SELECT " + key + " AS k"
				+ names.stream().map((column) -> ", quote(" + quote(column) + ")").collect(Collectors.joining())
				+ " FROM " + quote(plain) + " ORDER BY 1");
		put(name + " rows", rows.stream().map((row) -> row.get("k")).collect(Collectors.joining(", ")));
		for (int i = 0; i < names.size(); i++) {
			int position = i + 1;
			List<String> values = rows.stream().map((row) -> row.at(position)).toList();
			put(name + "." + names.get(i) + " cells", cells(rows, values));
		}
	}

	private static String cells(List<Row> rows, List<String> values) {
		if (values.size() > 1 && values.stream().distinct().count() == 1) {
			return values.get(0) + " x" + values.size();
		}
		List<String> cells = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			cells.add(rows.get(i).get("k") + ": " + values.get(i));
		}
		return String.join(", ", cells);
	}

	private static String rowidName(List<String> columns) {
		return List.of("rowid", "_rowid_", "oid")
			.stream()
			.filter((name) -> columns.stream().noneMatch(name::equalsIgnoreCase))
			.findFirst()
			.orElse("NULL");
	}

	// Compiling is enough: it resolves every trigger and every foreign key action.
	private void dml(String table, List<String> columns) {
		List<String> quoted = columns.stream().map(SchemaFactsReader::quote).toList();
		String insert = "INSERT INTO " + quote(table) + " (" + String.join(", ", quoted) + ") VALUES ("
				+ String.join(", ", quoted.stream().map((column) -> "?").toList()) + ")";
		String update = "UPDATE " + quote(table) + " SET "
				+ String.join(", ", quoted.stream().map((column) -> column + " = ?").toList());
		List<String> answers = new ArrayList<>();
		for (String sql : List.of(insert, update, "DELETE FROM " + quote(table))) {
			String kind = sql.substring(0, sql.indexOf(' '));
			try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
				answers.add(kind + ((statement.getParameterMetaData() != null) ? "" : "?"));
			}
			catch (SQLException ex) {
				answers.add(kind + " FAILS: " + message(ex));
			}
		}
		put("dml " + table, String.join(", ", answers));
	}

	private void comments(String name, String sql) {
		List<String> comments = SqlText.comments(sql);
		if (!comments.isEmpty()) {
			put(name + " comments", String.join(" ", comments));
		}
	}

	private void put(String name, String value) {
		this.facts.put(name, value);
	}

	// A fact that is all name, of which there may be several.
	private void count(String name) {
		this.facts.merge(name, "", (was, one) -> "x" + ((was.isEmpty() ? 1 : Integer.parseInt(was.substring(1))) + 1));
	}

	private String one(String sql) {
		List<Row> rows = rows(sql);
		return rows.isEmpty() ? "" : rows.get(0).at(0);
	}

	private List<String> columnNames(String sql) {
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			List<String> names = new ArrayList<>();
			for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
				names.add(result.getMetaData().getColumnName(i));
			}
			while (result.next()) {
				continue;
			}
			return names;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	private List<Row> rows(String sql) {
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			List<Row> rows = new ArrayList<>();
			int columns = result.getMetaData().getColumnCount();
			while (result.next()) {
				List<String> names = new ArrayList<>();
				List<String> values = new ArrayList<>();
				for (int i = 1; i <= columns; i++) {
					names.add(result.getMetaData().getColumnName(i));
					values.add(String.valueOf(result.getString(i)));
				}
				rows.add(new Row(names, values));
			}
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot read facts with: " + sql, ex);
		}
	}

	private static String message(Exception ex) {
		Throwable cause = (ex instanceof SQLException || ex.getCause() == null) ? ex : ex.getCause();
		return String.valueOf(cause.getMessage())
			.replaceAll("(?s)^\\[SQLITE_\\w+] .*? \\((.*)\\)$", "$1")
			.replaceAll("^cannot modify .* because it is a view$", "it is a view");
	}

	private static String quote(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	private static String unquote(String name) {
		return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
	}

	private static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	private record Row(List<String> names, List<String> values) {

		String get(String name) {
			return this.values.get(this.names.indexOf(name));
		}

		String at(int position) {
			return this.values.get(position);
		}

	}

}
