package io.soundshare.migrations.sqlite.portability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Reads a SQLite database in the words of the PostgreSQL one it should equal. Asks
 * SQLite, and none of the code under test.
 */
final class SqliteSchemaReader {

	private static final Pattern CONSTRAINT = Pattern
		.compile("CONSTRAINT\\s+\"?(\\w+)\"?\\s+(?:UNIQUE|PRIMARY|FOREIGN|REFERENCES|CHECK)", Pattern.CASE_INSENSITIVE);

	private static final Pattern DEFERRED = Pattern.compile("(?<!NOT )DEFERRABLE\\s+INITIALLY\\s+DEFERRED",
			Pattern.CASE_INSENSITIVE);

	private static final Map<String, String> ACTIONS = Map.of("NO ACTION", "a", "RESTRICT", "r", "CASCADE", "c",
			"SET NULL", "n", "SET DEFAULT", "d");

	private final Queries queries;

	private final PortableSchema expected;

	SqliteSchemaReader(Connection connection, PortableSchema expected) {
		this.queries = new Queries(connection);
		this.expected = expected;
	}

	PortableSchema read() throws SQLException {
		SortedMap<String, List<PortableSchema.Column>> tables = new TreeMap<>();
		SortedSet<String> facts = new TreeSet<>();
		List<String> rows = new ArrayList<>();
		for (List<@Nullable Object> row : this.queries.rows("""
				SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')
				AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'DATABASECHANGELOG%' ORDER BY lower(name)""")) {
			String table = Queries.name(row, 0);
			String sql = Queries.text(row, 2);
			boolean view = Queries.text(row, 1).equals("view");
			if (isSequence(table)) {
				facts.add("sequence " + table + " next "
						+ this.queries.column("SELECT next_val FROM \"" + table + '"').get(0));
				continue;
			}
			tables.put(table, columns(table, view, sql));
			if (!view) {
				primaryKey(facts, table);
				foreignKeys(facts, table);
				indexes(facts, table);
				constraintNames(facts, table, sql);
			}
			rows.addAll(RowReader.read(this.queries, table, tables.get(table), UnaryOperator.identity()));
		}
		return new PortableSchema(tables, facts, rows);
	}

	private boolean isSequence(String table) throws SQLException {
		return this.queries.column("SELECT name FROM pragma_table_xinfo('" + table + "')").equals(List.of("next_val"));
	}

	private List<PortableSchema.Column> columns(String table, boolean view, String sql) throws SQLException {
		List<PortableSchema.Column> columns = new ArrayList<>();
		for (List<@Nullable Object> row : this.queries
			.rows("SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_xinfo('" + table
					+ "') ORDER BY cid")) {
			PortableType type = expectedType(table, Queries.name(row, 0));
			boolean rowid = sql.toUpperCase(Locale.ROOT).contains("AUTOINCREMENT") && Queries.text(row, 4).equals("1");
			// SQLite's INTEGER PRIMARY KEY is never null, though it says it may be.
			boolean notNull = Queries.text(row, 2).equals("1")
					|| (Queries.text(row, 4).equals("1") && Queries.text(row, 1).equals("INTEGER"));
			String description = view ? "of a view"
					: type.describeSqlite(Queries.text(row, 1)) + (notNull ? " not null" : "")
							+ (rowid ? " default generated" : defaultValue(type, (String) row.get(3)));
			columns.add(new PortableSchema.Column(Queries.name(row, 0), type, description));
		}
		return columns;
	}

	private PortableType expectedType(String table, String column) {
		return this.expected.tables()
			.getOrDefault(table, List.of())
			.stream()
			.filter((candidate) -> candidate.name().equals(column))
			.map(PortableSchema.Column::type)
			.findFirst()
			.orElse(PortableType.TEXT);
	}

	private String defaultValue(PortableType type, @Nullable String expression) throws SQLException {
		if (expression == null || expression.equalsIgnoreCase("null")) {
			return "";
		}
		return " default " + type.value(this.queries.rows("SELECT " + expression).get(0).get(0));
	}

	private void primaryKey(SortedSet<String> facts, String table) throws SQLException {
		List<String> columns = this.queries
			.column("SELECT lower(name) FROM pragma_table_xinfo('" + table + "') WHERE pk > 0 ORDER BY pk");
		if (!columns.isEmpty()) {
			facts.add(table + ": primary key (" + String.join(", ", columns) + ")");
		}
	}

	private void foreignKeys(SortedSet<String> facts, String table) throws SQLException {
		Map<String, List<List<@Nullable Object>>> keys = this.queries
			.rows("SELECT id, \"table\", \"from\", \"to\", on_delete, on_update FROM pragma_foreign_key_list('" + table
					+ "') ORDER BY id, seq")
			.stream()
			.collect(Collectors.groupingBy((row) -> Queries.text(row, 0)));
		for (List<List<@Nullable Object>> key : keys.values()) {
			facts.add(table + ": foreign key (" + names(key, 2) + ") references " + Queries.name(key.get(0), 1) + " ("
					+ names(key, 3) + ") delete " + ACTIONS.get(Queries.text(key.get(0), 4)) + " update "
					+ ACTIONS.get(Queries.text(key.get(0), 5)));
		}
	}

	private void indexes(SortedSet<String> facts, String table) throws SQLException {
		for (List<@Nullable Object> index : this.queries
			.rows("SELECT name, \"unique\", origin, partial FROM pragma_index_list('" + table + "')")) {
			String columns = this.queries
				.column("SELECT coalesce(lower(name), 'expression') || CASE \"desc\" WHEN 1 THEN ' desc' ELSE '' END"
						+ " FROM pragma_index_xinfo('" + Queries.text(index, 0) + "') WHERE key = 1 ORDER BY seqno")
				.stream()
				.collect(Collectors.joining(", ", " (", ")"));
			if (Queries.text(index, 2).equals("u")) {
				facts.add(table + ": unique" + columns);
			}
			else if (Queries.text(index, 2).equals("c")) {
				facts.add(table + ": index " + Queries.name(index, 0)
						+ (Queries.text(index, 1).equals("1") ? " unique" : "") + columns
						+ (Queries.text(index, 3).equals("1") ? " where" : ""));
			}
		}
	}

	private void constraintNames(SortedSet<String> facts, String table, String sql) {
		Matcher matcher = CONSTRAINT.matcher(sql);
		int next = matcher.find() ? matcher.start() : sql.length();
		while (next < sql.length()) {
			String name = matcher.group(1).toLowerCase(Locale.ROOT);
			int start = next;
			next = matcher.find() ? matcher.start() : sql.length();
			boolean deferred = DEFERRED.matcher(sql.substring(start, next)).find();
			String fact = table + ": constraint " + name + (deferred ? " deferred" : "");
			// Liquibase names every primary key on SQLite, and PostgreSQL names what has
			// no name.
			boolean generated = name.startsWith("pk_") || name.endsWith("_pkey");
			if (!generated || this.expected.facts().contains(fact)) {
				facts.add(fact);
			}
		}
	}

	private static String names(List<List<@Nullable Object>> rows, int index) {
		return rows.stream().map((row) -> Queries.name(row, index)).collect(Collectors.joining(", "));
	}

}
