package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a table, and what brings them back from a copy.
 */
final class TableRows {

	/** The column of a copy for what becomes of a value by another type and back. */
	static final String BACK = Names.quoted("~back");

	private final Catalog catalog;

	private final Item table;

	TableRows(Catalog catalog, Item table) {
		this.catalog = catalog;
		this.table = table;
	}

	/** The name for people. */
	String name() {
		return this.table.schema().equals(this.catalog.defaultSchema()) ? this.table.name()
				: this.table.schema() + "." + this.table.name();
	}

	/** The columns that have values of their own. */
	List<Item> columns() {
		return this.catalog.parts(this.table.key(), Kind.COLUMN)
			.stream()
			.filter((column) -> !column.has("generated"))
			.toList();
	}

	/** The keys and unique indexes of a table. */
	static Stream<Item> uniques(Catalog catalog, Key table) {
		return Stream.concat(
				catalog.parts(table, Kind.CONSTRAINT)
					.stream()
					.filter((item) -> item.is("type", "p") || item.is("type", "u")),
				catalog.parts(table, Kind.INDEX).stream().filter((item) -> item.isSet("isunique")));
	}

	/**
	 * The columns of a key that tell rows apart, without any of some columns; none if
	 * there is none.
	 */
	List<Item> key(Collection<Item> without) {
		return uniques(this.catalog, this.table.key())
			.filter((item) -> !item.isSet("partial") && !item.isSet("deferred"))
			.sorted(Comparator.comparing((Item item) -> !item.is("type", "p")))
			.map((item) -> keyColumns(item))
			.filter((columns) -> !columns.isEmpty() && columns.stream()
				.allMatch((column) -> column.has("required") && !column.has("generated") && !without.contains(column)))
			.findFirst()
			.orElse(List.of());
	}

	private List<Item> keyColumns(Item key) {
		List<Item> columns = new ArrayList<>();
		for (String number : key.get("columns").split(" ")) {
			Item column = this.catalog.column(this.table.key(), Integer.parseInt(number));
			if (column == null) {
				return List.of();
			}
			columns.add(column);
		}
		return columns;
	}

	/** A column in a form that survives its type. */
	static String durable(Item column) {
		String name = Names.quoted(column.name());
		return isDurable(column) ? name : name + "::text AS " + name;
	}

	private static boolean isDurable(Item column) {
		return column.number("typeoid") < 16384;
	}

	private static String value(Item column, String from) {
		String value = from + "." + Names.quoted(column.name());
		return isDurable(column) ? value : value + "::" + column.get("type");
	}

	/** What puts all rows of a copy back. */
	String insert(String copy) {
		String names = columns().stream()
			.map((column) -> Names.quoted(column.name()))
			.collect(Collectors.joining(", "));
		String values = columns().stream().map((column) -> value(column, "k")).collect(Collectors.joining(", "));
		return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s k ON CONFLICT DO NOTHING"
			.formatted(this.table.qualified(), names, values, copy);
	}

	/** The columns by which the rows are found afterwards. */
	List<Item> identifying(List<Item> key, Catalog after, Changes changes) {
		List<Item> lost = lost(after, changes);
		return key.isEmpty() ? columns().stream().filter((column) -> !lost.contains(column)).toList() : key;
	}

	/** The columns that are gone, or have another type. */
	List<Item> lost(Catalog after, Changes changes) {
		return columns().stream().filter((column) -> {
			Item now = after.find(column.key());
			return now == null || now.key().part() == 0 || changes.isDropped(now) || changes.isConverted(now);
		}).toList();
	}

	/** What gives a column the values of a copy again. */
	String update(Item column, String copy, List<Item> by, boolean all, boolean compared) {
		String name = Names.quoted(column.name());
		String set = "UPDATE ONLY %s t SET %s = %s FROM ".formatted(this.table.qualified(), name, value(column, "k"));
		String unchanged = compared ? " AND t." + name + "::text IS NOT DISTINCT FROM k." + BACK : "";
		return all
				? set + "%s k, %s p WHERE k.n = p.n AND k.r = p.r AND t.ctid = p.place".formatted(
						numbered(copy, by, true), numbered("ONLY " + this.table.qualified(), by, false)) + unchanged
				: set + copy + " k WHERE "
						+ by.stream()
							.map((key) -> "t." + Names.quoted(key.name()) + " = " + value(key, "k"))
							.collect(Collectors.joining(" AND "))
						+ unchanged;
	}

	/** Rows that are equal are told apart by a number. */
	private String numbered(String from, List<Item> by, boolean copy) {
		String row = by.isEmpty() ? "''"
				: by.stream()
					.map((column) -> copy ? value(column, "s") : "s." + Names.quoted(column.name()))
					.collect(Collectors.joining(", ", "ROW(", ")::text"));
		return "(SELECT s.*, s.ctid AS place, %1$s AS r, row_number() OVER (PARTITION BY %1$s ORDER BY s.ctid) AS n FROM %2$s s)"
			.formatted(row, from);
	}

	/**
	 * What writes down in a copy what becomes of the values of a column by the type they
	 * have got and back.
	 * @param cast the expression for that
	 */
	String compare(String copy, List<Item> by, boolean all, Catalog after, String cast) {
		Item now = Objects.requireNonNull(after.group(this.table.key())).whole();
		String set = "UPDATE %s k SET %s = (%s)::text FROM ONLY %s t".formatted(copy, BACK, cast, now.qualified());
		if (all) {
			List<Item> same = by.stream().map((column) -> after.item(column.key())).toList();
			return "UPDATE %s c SET %s = (%s)::text FROM %s k, %s t WHERE k.n = t.n AND k.r = t.r AND c.ctid = k.place"
				.formatted(copy, BACK, cast, numbered(copy, by, true),
						numbered("ONLY " + now.qualified(), same, false));
		}
		return set + " WHERE "
				+ by.stream()
					.map((key) -> "t." + Names.quoted(after.item(key.key()).name()) + " = " + value(key, "k"))
					.collect(Collectors.joining(" AND "));
	}

	/** The same without triggers, if the table has any. */
	String quietly(String sql, Predicate<Item> there) {
		List<Item> triggers = this.catalog.parts(this.table.key(), Kind.TRIGGER).stream().filter(there).toList();
		if (triggers.isEmpty() || this.table.isRelation("p")) {
			return sql;
		}
		String alter = "ALTER TABLE " + this.table.qualified();
		List<String> all = new ArrayList<>(
				Arrays.asList(alter + " DISABLE TRIGGER USER", sql, alter + " ENABLE TRIGGER USER"));
		triggers.stream()
			.filter((trigger) -> !trigger.is("enabled", "O"))
			.forEach((trigger) -> all.add(alter + switch (trigger.get("enabled")) {
				case "D" -> " DISABLE TRIGGER ";
				case "R" -> " ENABLE REPLICA TRIGGER ";
				default -> " ENABLE ALWAYS TRIGGER ";
			} + Names.quoted(trigger.name())));
		return String.join(";\n", all);
	}

}
