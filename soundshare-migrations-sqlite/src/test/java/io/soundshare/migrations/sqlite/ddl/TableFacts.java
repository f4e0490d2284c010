package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.ddl.Constraint.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The facts that SQLite's pragmas tell of a table, or what they should say about a
 * definition.
 *
 * @param columns as in {@code table_xinfo}
 * @param foreignKeys as in {@code foreign_key_list}
 * @param unique the key columns of all automatic indexes
 * @param flags STRICT, WITHOUT ROWID, AUTOINCREMENT, and the rowid's alias
 */
record TableFacts(List<Column> columns, List<String> foreignKeys, Set<String> unique, Set<String> flags) {

	private static final Set<String> STANDARD_TYPES = Set.of("ANY", "BLOB", "INT", "INTEGER", "REAL", "TEXT");

	static TableFacts of(Database database, String table) {
		String name = Names.quote(table);
		List<Column> columns = database.rows("PRAGMA table_xinfo(" + name + ")")
			.stream()
			.map((row) -> new Column(row.text("name"), row.text("type"), row.number("notnull") == 1,
					row.get("dflt_value"), row.number("pk"), row.number("hidden")))
			.toList();
		Set<String> unique = new TreeSet<>();
		boolean primaryKeyIndex = false;
		for (Database.Row index : database.rows("PRAGMA index_list(" + name + ")")) {
			if (!index.text("origin").equals("c")) {
				primaryKeyIndex |= index.text("origin").equals("pk");
				unique.add(database.rows("PRAGMA index_info(" + Names.quote(index.text("name")) + ")")
					.stream()
					.map((row) -> row.text("name"))
					.toList()
					.toString());
			}
		}
		Database.Row listed = database.rows("PRAGMA table_list(" + name + ")").get(0);
		Set<String> flags = new TreeSet<>();
		addIf(flags, listed.number("strict") == 1, "STRICT");
		addIf(flags, listed.number("wr") == 1, "WITHOUT ROWID");
		addIf(flags, !database.rows("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").isEmpty(),
				"AUTOINCREMENT");
		List<Column> key = columns.stream().filter((column) -> column.pk() > 0).toList();
		addIf(flags, key.size() == 1 && !primaryKeyIndex && listed.number("wr") == 0,
				key.isEmpty() ? "" : "alias " + key.get(0).name());
		return new TableFacts(columns, foreignKeys(database, name), unique, flags);
	}

	private static List<String> foreignKeys(Database database, String name) {
		List<List<Database.Row>> keys = new ArrayList<>();
		for (Database.Row row : database.rows("PRAGMA foreign_key_list(" + name + ")")) {
			while (keys.size() <= row.number("id")) {
				keys.add(new ArrayList<>());
			}
			keys.get(row.number("id")).add(row);
		}
		return keys.stream()
			.map((rows) -> rows.stream().map((row) -> row.text("from")).toList() + " -> " + rows.get(0).text("table")
					+ rows.stream().map((row) -> String.valueOf(row.get("to"))).toList() + " "
					+ rows.get(0).text("on_delete") + ", " + rows.get(0).text("on_update"))
			.sorted()
			.toList();
	}

	static TableFacts of(TableDefinition table) {
		Optional<Constraint> primaryKey = table.constraints()
			.stream()
			.filter((constraint) -> constraint.kind() == Kind.PRIMARY_KEY)
			.findFirst();
		List<String> key = primaryKey.map(Constraint::columns).orElse(List.of());
		List<Column> columns = table.columns().stream().map((column) -> column(table, column, key)).toList();
		Set<String> unique = table.constraints()
			.stream()
			.filter((constraint) -> constraint.kind() == Kind.UNIQUE
					|| (constraint.kind() == Kind.PRIMARY_KEY && table.rowidAlias().isEmpty()))
			.map((constraint) -> constraint.columns().toString())
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> flags = new TreeSet<>();
		addIf(flags, table.strict(), "STRICT");
		addIf(flags, table.withoutRowid(), "WITHOUT ROWID");
		addIf(flags, primaryKey.filter(Constraint::autoIncrement).isPresent(), "AUTOINCREMENT");
		table.rowidAlias().ifPresent((alias) -> flags.add("alias " + alias));
		List<String> foreignKeys = table.constraints()
			.stream()
			.filter((constraint) -> constraint.kind() == Kind.FOREIGN_KEY)
			.map(TableFacts::foreignKey)
			.sorted()
			.toList();
		return new TableFacts(columns, foreignKeys, unique, flags);
	}

	private static Column column(TableDefinition table, ColumnDefinition column, List<String> key) {
		int pk = key.indexOf(column.name()) + 1;
		boolean keyNotNull = pk > 0
				&& (table.withoutRowid() || (table.strict() && !table.rowidAlias().equals(Optional.of(column.name()))));
		int hidden = column.generated() ? (column.stored() ? 3 : 2) : 0;
		return new Column(column.name(), type(column.type()), column.notNull() || keyNotNull,
				column.defaultSql().map(TableFacts::withoutParentheses).orElse(null), pk, hidden);
	}

	// SQLite shows a standard type in upper case, another as written, but for quotes: it
	// takes off the first and the last character if the first is a quote and no other is
	// (so that [a](1) is shown as a](1), else what its first quotes do not contain.
	private static String type(String written) {
		boolean quoted = !written.isEmpty() && "\"'`[".indexOf(written.charAt(0)) >= 0;
		boolean simple = quoted
				&& written.substring(1, written.length() - 1).chars().noneMatch((c) -> "\"'`[".indexOf(c) >= 0);
		String bare = simple ? written.substring(1, written.length() - 1) : written;
		if (STANDARD_TYPES.stream().anyMatch((standard) -> Names.same(standard, bare))) {
			return bare.toUpperCase(Locale.ROOT);
		}
		return (quoted && !simple) ? Names.unquote(Tokenizer.tokenize(written).get(0).text()) : bare;
	}

	private static String withoutParentheses(String sql) {
		return sql.startsWith("(") ? sql.substring(1, sql.length() - 1).strip() : sql;
	}

	private static String foreignKey(Constraint constraint) {
		ForeignKeyDefinition key = Objects.requireNonNull(constraint.foreignKey());
		List<String> to = new ArrayList<>(key.columns());
		while (to.size() < constraint.columns().size()) {
			to.add("null");
		}
		return constraint.columns() + " -> " + key.table() + to + " " + orNoAction(key.onDelete()) + ", "
				+ orNoAction(key.onUpdate());
	}

	private static String orNoAction(@Nullable String action) {
		return (action != null) ? action : "NO ACTION";
	}

	private static void addIf(Set<String> flags, boolean condition, String flag) {
		if (condition) {
			flags.add(flag);
		}
	}

	TableFacts withColumn(int index, Column column) {
		List<Column> changed = new ArrayList<>(this.columns);
		changed.add(index, column);
		return new TableFacts(changed, this.foreignKeys, this.unique, this.flags);
	}

	TableFacts withoutColumn(int index) {
		List<Column> changed = new ArrayList<>(this.columns);
		changed.remove(index);
		return new TableFacts(changed, this.foreignKeys, this.unique, this.flags);
	}

	/**
	 * A row of {@code table_xinfo}.
	 *
	 * @param name the name
	 * @param type the type
	 * @param notNull whether NOT NULL
	 * @param dflt the default
	 * @param pk the place in the primary key
	 * @param hidden 2 for virtual, 3 for stored
	 */
	record Column(String name, String type, boolean notNull, @Nullable String dflt, int pk, int hidden) {
	}

}
