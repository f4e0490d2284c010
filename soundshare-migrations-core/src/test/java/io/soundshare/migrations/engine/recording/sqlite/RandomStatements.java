package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Statements that may do anything to the schema there is; some of them fail.
 */
final class RandomStatements {

	private static final List<String> NAMES = List.of("t", "Songs", "order", "a b", "q\"uote", "über", "x'y", "N1",
			"rowid_", "select", "tab", "Zz");

	private static final List<String> COLUMNS = List.of("a", "B", "c d", "e\"f", "group", "ä", "id", "n", "x", "rowid");

	private static final List<String> TYPES = List.of("", " INTEGER", " TEXT", " REAL", " BLOB", " NUMERIC",
			" VARCHAR(20)", " BOOLEAN", " INT");

	private final Random random;

	private final Connection connection;

	private int number;

	RandomStatements(Random random, Connection connection) {
		this.random = random;
		this.connection = connection;
	}

	/** One or more statements that belong together. */
	List<String> next() throws SQLException {
		List<String> tables = names("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
				+ " AND name NOT LIKE 'SSM%'");
		if (tables.size() < 2) {
			return List.of(createTable(tables));
		}
		String table = pick(tables);
		List<String> columns = names(
				"SELECT name FROM pragma_table_xinfo(" + Names.literal(table) + ") WHERE hidden = 0");
		return switch (this.random.nextInt(26)) {
			case 0 -> List.of(createTable(tables));
			case 1, 2, 3, 4 -> List.of(insert(table, columns));
			case 5 -> List.of("INSERT INTO " + q(table) + " SELECT * FROM " + q(pick(tables)));
			case 6, 7, 8 -> List.of(update(table, columns));
			case 9, 10 -> List.of("DELETE FROM " + q(table) + condition(columns));
			case 11 -> List.of("ALTER TABLE " + q(table) + " ADD COLUMN " + q(pick(COLUMNS)) + pick(TYPES)
					+ pick(List.of("", " DEFAULT 7", " DEFAULT 'd'", " NOT NULL DEFAULT ''")));
			case 12 -> List.of("ALTER TABLE " + q(table) + " DROP COLUMN " + q(pick(columns)));
			case 13 ->
				List.of("ALTER TABLE " + q(table) + " RENAME COLUMN " + q(pick(columns)) + " TO " + q(pick(COLUMNS)));
			case 14 -> List.of("ALTER TABLE " + q(table) + " RENAME TO " + q(pick(NAMES)));
			case 15 -> List.of("DROP TABLE " + q(table));
			case 16 -> List.of("CREATE " + pick(List.of("", "UNIQUE ")) + "INDEX " + q("i" + this.number++) + " ON "
					+ q(table) + " (" + q(pick(columns)) + pick(List.of("", " DESC", " COLLATE NOCASE")) + ")");
			case 17 -> List.of("CREATE VIEW " + q("v" + this.number++) + " AS SELECT * FROM " + q(table));
			case 18 -> List.of("CREATE VIEW " + q("v" + this.number++) + " AS SELECT " + q(pick(columns))
					+ " AS z FROM " + q(table) + " -- c");
			case 19 -> List.of(createTrigger(tables, table));
			case 20 -> drop("index");
			case 21 -> drop(pick(List.of("view", "trigger")));
			case 22, 23 -> rebuild(table, columns);
			case 24 -> List.of("REPLACE INTO " + q(table) + " SELECT * FROM " + q(table) + condition(columns));
			default -> swap(tables);
		};
	}

	private List<String> swap(List<String> tables) {
		String one = pick(tables);
		String other = pick(tables);
		return List.of("ALTER TABLE " + q(one) + " RENAME TO swap", "ALTER TABLE " + q(other) + " RENAME TO " + q(one),
				"ALTER TABLE swap RENAME TO " + q(other));
	}

	private List<String> drop(String type) throws SQLException {
		List<String> names = names("SELECT name FROM sqlite_master WHERE type = '" + type + "' AND sql IS NOT NULL");
		return (names.isEmpty()) ? List.of() : List.of("DROP " + type + " " + q(pick(names)));
	}

	private List<String> rebuild(String table, List<String> columns) {
		List<String> kept = new ArrayList<>(columns);
		if (kept.size() > 1 && this.random.nextBoolean()) {
			kept.remove(this.random.nextInt(kept.size()));
		}
		List<String> definitions = new ArrayList<>();
		for (String column : kept) {
			definitions.add(q(column)
					+ ((column.equals("id") && this.random.nextInt(3) > 0) ? " INTEGER PRIMARY KEY" : pick(TYPES)));
		}
		if (this.random.nextInt(3) == 0) {
			definitions.add("added DEFAULT 1");
		}
		String body = " (" + String.join(", ", definitions) + ")";
		String list = String.join(", ", kept.stream().map(RandomStatements::q).toList());
		String copy = " (" + list + ") SELECT " + list + " FROM ";
		String more = condition(kept);
		String next = q("new_" + table);
		return switch (this.random.nextInt(5)) {
			case 0, 1 -> List.of("CREATE TABLE " + next + body, "INSERT INTO " + next + copy + q(table) + more,
					"DROP TABLE " + q(table), "ALTER TABLE " + next + " RENAME TO " + q(table));
			case 2 -> List.of("ALTER TABLE " + q(table) + " RENAME TO old", "CREATE TABLE " + q(table) + body,
					"INSERT INTO " + q(table) + copy + "old" + more, "DROP TABLE old", insert(table, kept));
			case 3 -> List.of("CREATE TEMP TABLE backup AS SELECT * FROM " + q(table), "DROP TABLE " + q(table),
					"CREATE TABLE " + q(table) + body, "INSERT INTO " + q(table) + copy + "backup" + more,
					"DROP TABLE backup");
			default -> List.of("CREATE TABLE " + next + " AS SELECT " + list + " FROM " + q(table),
					"UPDATE " + q(table) + " SET " + q(columns.get(0)) + " = " + value(), "DROP TABLE " + q(table),
					"ALTER TABLE " + next + " RENAME TO " + q(table), update(table, kept));
		};
	}

	private String createTrigger(List<String> tables, String table) throws SQLException {
		String other = pick(tables);
		List<String> columns = names("SELECT name FROM pragma_table_info(" + Names.literal(other) + ")");
		String body = switch (this.random.nextInt(3)) {
			case 0 -> insert(other, columns);
			case 1 -> update(other, columns);
			default -> "DELETE FROM " + q(other) + condition(columns);
		};
		return "CREATE TRIGGER " + q("tr" + this.number++) + " " + pick(List.of("BEFORE", "AFTER")) + " "
				+ pick(List.of("INSERT", "UPDATE", "DELETE")) + " ON " + q(table) + " BEGIN " + body + "; END";
	}

	private String createTable(List<String> tables) {
		List<String> names = new ArrayList<>(COLUMNS);
		names.remove("id");
		List<String> columns = new ArrayList<>();
		boolean withoutRowid = false;
		switch (this.random.nextInt(6)) {
			case 0, 1 -> columns.add("id INTEGER PRIMARY KEY");
			case 2 -> columns.add("id INTEGER PRIMARY KEY AUTOINCREMENT");
			case 3 -> {
				columns.add("id TEXT PRIMARY KEY NOT NULL");
				withoutRowid = this.random.nextBoolean();
			}
			default -> {
				// Known by its rowid.
			}
		}
		int count = 1 + this.random.nextInt(4);
		for (int i = 0; i < count; i++) {
			String name = names.remove(this.random.nextInt(names.size()));
			columns.add(q(name) + pick(TYPES) + pick(List.of("", "", "", " DEFAULT 3", " NOT NULL DEFAULT 'x'",
					" UNIQUE", " COLLATE NOCASE", " NOT NULL", " UNIQUE ON CONFLICT REPLACE")));
		}
		if (this.random.nextInt(4) == 0) {
			columns.add("gen AS (" + columns.size() + " + 1)" + pick(List.of("", " STORED")));
		}
		if (!tables.isEmpty() && this.random.nextInt(3) == 0) {
			columns.add("ref INT REFERENCES " + q(pick(tables)) + "(id)" + pick(List.of("", " ON DELETE CASCADE",
					" ON DELETE SET NULL ON UPDATE CASCADE", " ON DELETE SET DEFAULT")));
		}
		return "CREATE TABLE " + q(pick(NAMES)) + " (" + String.join(pick(List.of(", ", ",\n  ")), columns) + "\n)"
				+ ((withoutRowid) ? " WITHOUT ROWID" : "");
	}

	private String insert(String table, List<String> columns) {
		List<String> rows = new ArrayList<>();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			rows.add("(" + String.join(", ", columns.stream().map((column) -> value()).toList()) + ")");
		}
		return "INSERT" + pick(List.of("", "", " OR REPLACE", " OR IGNORE")) + " INTO " + q(table) + " ("
				+ String.join(", ", columns.stream().map(RandomStatements::q).toList()) + ") VALUES "
				+ String.join(", ", rows);
	}

	private String update(String table, List<String> columns) {
		String column = q(pick(columns));
		return "UPDATE" + pick(List.of("", "", " OR REPLACE", " OR IGNORE")) + " " + q(table) + " SET " + column + " = "
				+ pick(List.of(value(), column + " || 1", column + " + 1", "NULL", q(pick(columns))))
				+ condition(columns);
	}

	private String condition(List<String> columns) {
		return switch (this.random.nextInt(4)) {
			case 0 -> "";
			case 1 -> " WHERE " + q(pick(columns)) + " = " + value();
			case 2 -> " WHERE " + q(pick(columns)) + " > " + value();
			default -> " WHERE " + q(pick(columns)) + " IS NOT NULL";
		};
	}

	private String value() {
		return switch (this.random.nextInt(12)) {
			case 0 -> "NULL";
			case 1 -> "'it''s'";
			case 2 -> "'007'";
			case 3 -> "x'00ff41'";
			case 4 -> "0.1 + 0.2";
			case 5 -> "9e999";
			case 6 -> "'a' || char(0) || 'b'";
			case 7 -> "'Ünï'";
			case 8 -> "5.0";
			default -> String.valueOf(this.random.nextInt(8));
		};
	}

	private <T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	private static String q(String name) {
		return Names.quote(name);
	}

	private List<String> names(String sql) throws SQLException {
		return RecordedDatabase.query(this.connection, sql).stream().map((name) -> name.substring(1)).toList();
	}

}
