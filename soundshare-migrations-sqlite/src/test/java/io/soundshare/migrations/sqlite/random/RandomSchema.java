package io.soundshare.migrations.sqlite.random;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A database to begin with: tables of every kind, rows, indexes, triggers and views.
 */
final class RandomSchema {

	private final Dice dice;

	private final Connection connection;

	private final List<RandomTable> tables = new ArrayList<>();

	/** The SQL that was executed, for who wants to see it. */
	private final List<String> script = new ArrayList<>();

	private final List<List<String>> views = new ArrayList<>();

	private String log = "";

	RandomSchema(Dice dice, Connection connection) {
		this.dice = dice;
		this.connection = connection;
	}

	String script() {
		return String.join(";\n", this.script) + ";";
	}

	/**
	 * Makes everything.
	 * @param clean whether no row may violate a foreign key
	 */
	void create(boolean clean) throws SQLException {
		boolean enforced = !query("PRAGMA foreign_keys").equals(List.of("0"));
		execute("PRAGMA foreign_keys = OFF");
		int count = this.dice.between(2, 5);
		for (int i = 0; i < count; i++) {
			this.tables.add(new RandomTable(this.dice));
		}
		for (RandomTable table : this.tables) {
			int keys = this.dice.upTo(3);
			for (int i = 0; i < keys; i++) {
				table.refer(this.dice.of(this.tables));
			}
		}
		for (RandomTable table : this.tables) {
			must(table.sql());
		}
		this.log = this.dice.name();
		must("CREATE TABLE " + quote(this.log) + " (n INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT)");
		if (this.dice.chance(0.3)) {
			may("CREATE TABLE " + quote("new_" + this.dice.of(this.tables).name) + " (" + quote(this.dice.name())
					+ ")");
		}
		fill(clean);
		for (RandomTable table : this.tables) {
			indexes(table);
		}
		views();
		triggers();
		if (enforced) {
			execute("PRAGMA foreign_keys = ON");
		}
	}

	private void fill(boolean clean) throws SQLException {
		for (RandomTable table : this.tables) {
			int rows = this.dice.upTo(9);
			for (int i = 0; i < rows; i++) {
				insert(table, i);
			}
		}
		for (RandomTable table : this.tables) {
			if (!query("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").isEmpty()
					&& this.dice.chance(0.6)) {
				may("UPDATE sqlite_sequence SET seq = seq + " + this.dice.between(1, 40) + " WHERE name = "
						+ literal(table.name));
			}
		}
		while (clean) {
			List<String> violating = query(
					"SELECT DISTINCT 'DELETE FROM ' || \"table\" || coalesce(' WHERE _rowid_ = ' || rowid, '') FROM"
							+ " (SELECT '\"' || replace(\"table\", '\"', '\"\"') || '\"' AS \"table\", rowid"
							+ " FROM pragma_foreign_key_check)");
			if (violating.isEmpty()) {
				return;
			}
			for (String sql : violating) {
				must(sql);
			}
		}
	}

	private void insert(RandomTable table, int row) throws SQLException {
		List<String> names = new ArrayList<>();
		List<String> values = new ArrayList<>();
		for (RandomTable.Column column : table.columns) {
			if (column.generated || this.dice.chance(0.08)) {
				continue;
			}
			names.add(quote(column.name));
			values.add(value(table, column));
		}
		if (!table.withoutRowid && this.dice.chance(0.3)
				&& table.columns.stream().noneMatch((column) -> column.rest.contains("PRIMARY KEY"))) {
			names.add("_rowid_");
			values.add(String.valueOf(row * 3 - 4));
		}
		may("INSERT OR IGNORE INTO " + quote(table.name) + " (" + String.join(", ", names) + ") VALUES ("
				+ String.join(", ", values) + ")");
	}

	private String value(RandomTable table, RandomTable.Column column) throws SQLException {
		RandomTable parent = column.parent;
		RandomTable.Column key = column.parentColumn;
		if (parent == null || key == null || this.dice.chance(0.1)) {
			return this.dice.value(column.type, table.strict);
		}
		List<String> known = query("SELECT quote(" + quote(key.name) + ") FROM " + quote(parent.name));
		return (known.isEmpty() || this.dice.chance(0.2)) ? "NULL" : this.dice.of(known);
	}

	private void indexes(RandomTable table) throws SQLException {
		int count = this.dice.upTo(4);
		for (int i = 0; i < count; i++) {
			String columns = this.dice.some(table.columns, this.dice.between(1, 2))
				.stream()
				.map((column) -> indexed(this.dice.written(column.name)))
				.collect(Collectors.joining(this.dice.of(", ", " /* and */, ")));
			String where = this.dice.chance(0.3) ? " WHERE " + this.dice.written(this.dice.of(table.columns).name)
					+ this.dice.of(" IS NOT NULL", " > 5", " <> 'x)'") : "";
			may(this.dice.of("CREATE INDEX ", "CREATE INDEX ", "create unique index if not exists ")
					+ this.dice.written(this.dice.name()) + " ON " + this.dice.written(table.name) + " (" + columns
					+ ")" + where);
		}
	}

	private String indexed(String column) {
		return this.dice.of(column, column, column + " DESC", column + " COLLATE NOCASE", "lower(" + column + ")",
				"coalesce(" + column + ", 'none') DESC");
	}

	private void views() throws SQLException {
		int count = this.dice.upTo(4);
		for (int i = 0; i < count; i++) {
			String name = this.dice.anyName();
			if (!this.views.isEmpty() && this.dice.chance(0.4)) {
				List<String> over = this.dice.of(this.views);
				String what = this.dice.of("*", over.get(1) + " AS " + quote(this.dice.name()));
				view(name,
						" AS SELECT " + what + " FROM " + this.dice.written(over.get(0)) + " /* a view over a view */");
				continue;
			}
			RandomTable table = this.dice.of(this.tables);
			RandomTable.Column shown = this.dice.of(table.columns);
			RandomTable.Column other = this.dice.of(table.columns);
			String from = this.dice.written(table.name);
			switch (this.dice.upTo(4)) {
				case 0 -> view(name, " AS SELECT * FROM " + from);
				case 1 -> view(name, " (" + quote(this.dice.name()) + ") AS SELECT " + this.dice.written(shown.name)
						+ " FROM " + from + " WHERE " + this.dice.written(other.name) + " IS NOT NULL");
				case 2 -> view(name, " AS SELECT a." + this.dice.written(shown.name) + " AS " + quote(this.dice.name())
						+ ", count(*) AS n FROM " + from + " AS a GROUP BY a." + this.dice.written(other.name));
				default -> view(name,
						" AS SELECT " + this.dice.written(shown.name) + " AS " + quote(this.dice.name())
								+ ", (SELECT count(*) FROM " + this.dice.written(this.dice.of(this.tables).name)
								+ ") AS others FROM " + from + " -- all of them\n");
			}
		}
	}

	private void view(String name, String rest) throws SQLException {
		if (!may(this.dice.of("CREATE VIEW ", "create view if not exists ") + this.dice.written(name) + rest)) {
			return;
		}
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT * FROM " + quote(name))) {
			this.views.add(List.of(name, quote(rows.getMetaData().getColumnName(1))));
		}
		if (this.dice.chance(0.4)) {
			may("CREATE TRIGGER " + this.dice.written(this.dice.name()) + " INSTEAD OF "
					+ this.dice.of("INSERT", "UPDATE", "DELETE") + " ON " + this.dice.written(name) + " BEGIN\n "
					+ body() + " END");
		}
	}

	private void triggers() throws SQLException {
		int count = this.dice.upTo(5);
		for (int i = 0; i < count; i++) {
			RandomTable table = this.dice.of(this.tables);
			RandomTable.Column column = this.dice.of(table.columns);
			String row = this.dice.of("new", "old");
			String event = row.equals("new") ? this.dice.of("INSERT", "UPDATE", "UPDATE OF")
					: this.dice.of("DELETE", "UPDATE");
			if (event.equals("UPDATE OF")) {
				event += " " + this.dice.written(column.name);
			}
			String when = this.dice.chance(0.4)
					? " WHEN " + row + "." + this.dice.written(column.name) + " = 'never; END'" : "";
			may("CREATE TRIGGER " + this.dice.written(this.dice.name()) + this.dice.of(" AFTER ", " BEFORE ", " ")
					+ event + " ON " + this.dice.written(table.name) + this.dice.of("", " FOR EACH ROW") + when
					+ " BEGIN -- of a trigger; END\n " + body() + this.dice.of("", body()) + " END");
		}
	}

	private String body() {
		RandomTable table = this.dice.of(this.tables);
		RandomTable.Column column = this.dice.of(table.columns);
		String name = quote(column.name);
		String from = quote(table.name);
		String into = "INSERT INTO " + quote(this.log) + " (what) ";
		return this.dice.of(into + "VALUES ('fired;' || CASE WHEN 1 THEN 'x' ELSE 'END' END);",
				into + "SELECT 'rows: ' || count(" + name + ") FROM " + from + ";",
				into + "SELECT " + name + " FROM " + from + " LIMIT 1;",
				column.generated ? "SELECT 1;"
						: "UPDATE " + from + " SET " + name + " = " + name + " WHERE " + name + " = 'never';",
				"DELETE FROM " + from + " WHERE " + name + " = 'never';");
	}

	private void must(String sql) throws SQLException {
		execute(sql);
		this.script.add(sql);
	}

	private boolean may(String sql) {
		try {
			must(sql);
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + " [" + sql + "]", ex);
		}
	}

	private List<String> query(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			List<String> values = new ArrayList<>();
			while (rows.next()) {
				values.add(rows.getString(1));
			}
			return values;
		}
	}

	static String quote(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

}
