package io.soundshare.migrations.sqlite.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as it is thought up, until it is written as CREATE TABLE.
 */
final class RandomTable {

	private static final List<String> TYPES = List.of("INTEGER", "INT", "BIGINT", "TEXT", "VARCHAR(20)", "varchar(200)",
			"DECIMAL(10,2)", "REAL", "BLOB", "NUMERIC", "DATE", "BOOLEAN", "");

	private static final List<String> STRICT_TYPES = List.of("INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY");

	private static final List<String> ACTIONS = List.of("", "NO ACTION", "RESTRICT", "SET NULL", "SET DEFAULT",
			"CASCADE", "CASCADE");

	final String name;

	final boolean strict;

	final boolean withoutRowid;

	final List<Column> columns = new ArrayList<>();

	/** The keys other tables may refer to. */
	final List<List<Column>> keys = new ArrayList<>();

	private boolean keyed;

	private final List<String> constraints = new ArrayList<>();

	private final Dice dice;

	RandomTable(Dice dice) {
		this.dice = dice;
		this.name = dice.anyName();
		this.strict = dice.chance(0.2);
		int key = dice.upTo(9);
		this.withoutRowid = key == 8 || (key == 7 && dice.chance(0.5));
		int count = dice.between(2, 6);
		for (int i = 0; i < count; i++) {
			this.columns.add(new Column(dice.anyName(), dice.of(this.strict ? STRICT_TYPES : TYPES)));
		}
		this.keyed = key != 0;
		key(key);
		this.columns.stream().skip(1).filter((column) -> column.rest.isEmpty()).forEach(this::decorate);
		tableConstraints();
		if (dice.chance(0.3)) {
			generated();
		}
		if (dice.chance(0.3)) {
			java.util.Collections.rotate(this.columns, 1);
		}
	}

	private void key(int kind) {
		Column first = this.columns.get(0);
		switch (kind) {
			case 0 -> {
				return;
			}
			case 1, 2, 3 -> {
				first.type = "INTEGER";
				first.rest = " " + named(0.3, "pk") + "PRIMARY KEY" + this.dice.of("", "", " ON CONFLICT ABORT");
			}
			case 4, 5 -> {
				first.type = "INTEGER";
				first.rest = " " + named(0.3, "pk") + "PRIMARY KEY AUTOINCREMENT" + this.dice.of("", " NOT NULL");
			}
			case 6 -> {
				first.type = this.dice.of("INTEGER", "INT", "TEXT");
				this.constraints.add(named(0.5, "pk") + "PRIMARY KEY (" + this.dice.written(first.name) + ")");
			}
			case 7 -> {
				first.type = this.strict ? "TEXT" : this.dice.of("TEXT", "VARCHAR(20)", "BIGINT");
				first.rest = " NOT NULL PRIMARY KEY";
			}
			default -> {
				List<Column> members = List.copyOf(this.columns.subList(0, Math.min(2, this.columns.size())));
				members.forEach((member) -> member.rest = " NOT NULL");
				this.constraints.add(named(0.5, "pk") + "PRIMARY KEY ("
						+ members.stream()
							.map((member) -> this.dice.written(member.name) + this.dice.of("", "", " DESC"))
							.collect(Collectors.joining(", "))
						+ ")");
				this.keys.add(members);
				return;
			}
		}
		this.keys.add(List.of(first));
	}

	private void decorate(Column column) {
		List<String> parts = new ArrayList<>();
		if (this.dice.chance(0.25)) {
			parts.add(named(0.3, "nn") + "NOT NULL" + this.dice.of("", "", "", " ON CONFLICT IGNORE"));
		}
		if (this.dice.chance(0.35)) {
			parts.add("DEFAULT " + defaultFor(column.type));
		}
		if (this.dice.chance(0.2) && !this.strict) {
			parts.add("COLLATE " + this.dice.of("NOCASE", "RTRIM", "binary"));
		}
		if (this.dice.chance(0.15)) {
			parts.add(named(0.5, "uq") + "UNIQUE" + this.dice.of("", "", " ON CONFLICT REPLACE"));
			this.keys.add(List.of(column));
		}
		if (this.dice.chance(0.2)) {
			parts.add(named(0.5, "ck") + "CHECK (" + condition(column) + ")");
		}
		column.rest = this.dice.some(parts, parts.size())
			.stream()
			.map((part) -> " " + part)
			.collect(Collectors.joining());
	}

	private String defaultFor(String type) {
		if (this.strict) {
			return switch (type) {
				case "TEXT" -> this.dice.of("'x'", "(lower('ABC') || 'd')", "CURRENT_TIMESTAMP");
				case "BLOB" -> this.dice.of("x'01'", "(zeroblob(2))");
				default -> this.dice.of("7", "-1", "(1 + 2 * 3)");
			};
		}
		return this.dice.of("7", "-1", "+5", "1.5", "'text; with''s'", "''", "NULL", "TRUE", "x'0A'",
				"CURRENT_TIMESTAMP", "CURRENT_DATE", "(lower('ABC') || 'd')", "(1 + (2 * 3))", "(datetime('now'))",
				"(hex(randomblob(2)) /* any */)");
	}

	private String condition(Column column) {
		String name = this.dice.written(column.name);
		return this.dice.of("length(" + name + ") < 100", name + " IS NULL OR " + name + " <> 'a,b)'",
				"typeof(" + name + ") <> 'nothing'", name + " IN (1, 2) OR 1");
	}

	private void tableConstraints() {
		if (this.dice.chance(0.35)) {
			List<Column> columns = List.copyOf(this.dice.some(this.columns, this.dice.between(1, 2)));
			this.constraints.add(named(0.6, "uq") + "UNIQUE (" + names(columns) + ")"
					+ ((columns.size() > 1) ? this.dice.of("", "", " ON CONFLICT ROLLBACK") : ""));
			this.keys.add(columns);
		}
		if (this.dice.chance(0.35)) {
			this.constraints.add(named(0.6, "ck") + "CHECK (" + condition(this.dice.of(this.columns)) + ")");
		}
	}

	private void generated() {
		Column of = this.dice.of(this.columns);
		Column column = new Column(this.dice.name(), this.strict ? "TEXT" : this.dice.of("TEXT", "", "INT"));
		String expression = "coalesce(" + this.dice.written(of.name) + ", '') || " + this.dice.of("'-x'", "')'", "1");
		column.rest = " " + this.dice.of("GENERATED ALWAYS AS", "AS") + " (" + expression + ")"
				+ this.dice.of("", " VIRTUAL", " STORED");
		if (this.strict) {
			column.rest = " AS (CAST(" + expression + " AS TEXT))" + this.dice.of("", " STORED");
		}
		column.generated = true;
		this.columns.add(column);
	}

	/** A foreign key, to the table itself perhaps, with columns of its own for it. */
	void refer(RandomTable parent) {
		if (parent.keys.isEmpty()) {
			return;
		}
		List<Column> key = List.copyOf(this.dice.of(parent.keys));
		List<Column> own = key.stream().map((column) -> new Column(this.dice.name(), typeFor(column.type))).toList();
		StringBuilder clause = new StringBuilder("REFERENCES ").append(this.dice.written(parent.name));
		boolean implicit = key.equals(parent.keys.get(0)) && this.dice.chance(0.3) && parent.keyed;
		clause.append(implicit ? "" : " (" + names(key) + ")");
		String delete = this.dice.of(ACTIONS);
		String update = this.dice.of(ACTIONS);
		clause.append(update.isEmpty() ? "" : " ON UPDATE " + update)
			.append(delete.isEmpty() ? "" : " ON DELETE " + delete)
			.append(this.dice.of("", "", "", " DEFERRABLE INITIALLY DEFERRED", " DEFERRABLE", " NOT DEFERRABLE"));
		if (key.size() == 1 && this.dice.chance(0.5)) {
			own.get(0).rest = " " + named(0.4, "fk") + clause;
		}
		else {
			this.constraints.add(named(0.7, "fk") + "FOREIGN KEY (" + names(own) + ") " + clause);
		}
		own.forEach((column) -> column.parent = parent);
		for (int i = 0; i < own.size(); i++) {
			own.get(i).parentColumn = key.get(i);
		}
		this.columns.addAll(own);
	}

	private String typeFor(String type) {
		return (this.strict && !STRICT_TYPES.contains(type)) ? "ANY" : type;
	}

	String sql() {
		List<String> items = new ArrayList<>();
		this.columns.forEach((column) -> items
			.add(this.dice.written(column.name) + (column.type.isEmpty() ? "" : " " + column.type) + column.rest));
		items.addAll(this.constraints);
		StringBuilder sql = new StringBuilder(
				this.dice.of("CREATE TABLE ", "create  table ", "CREATE TABLE IF NOT EXISTS "))
			.append(this.dice.written(this.name))
			.append(this.dice.of(" (", "(", "(\n\t"));
		if (this.dice.chance(0.2)) {
			sql.append(this.dice.of("/* first, of all */ ", "-- about (this\n"));
		}
		for (int i = 0; i < items.size(); i++) {
			sql.append(items.get(i)).append((i < items.size() - 1) ? "," : "");
			sql.append(this.dice.of(" ", "\n\t", "", "\n  ", " -- note " + i + ", it's\n", " /* note; " + i + " */"));
		}
		List<String> options = new ArrayList<>();
		if (this.strict) {
			options.add("STRICT");
		}
		if (this.withoutRowid) {
			options.add(this.dice.of("WITHOUT ROWID", "without rowid"));
		}
		return sql.append(")").append(String.join(", ", this.dice.some(options, 2))).toString();
	}

	private String named(double probability, String prefix) {
		return this.dice.chance(probability) ? "CONSTRAINT " + this.dice.written(prefix + this.dice.name()) + " " : "";
	}

	private String names(List<Column> columns) {
		return this.dice.written(columns.stream().map((column) -> column.name).toList());
	}

	/** A column as it is thought up. */
	static final class Column {

		final String name;

		String type;

		String rest = "";

		boolean generated;

		@org.jspecify.annotations.Nullable
		RandomTable parent;

		@org.jspecify.annotations.Nullable
		Column parentColumn;

		Column(String name, String type) {
			this.name = name;
			this.type = type;
		}

	}

}
