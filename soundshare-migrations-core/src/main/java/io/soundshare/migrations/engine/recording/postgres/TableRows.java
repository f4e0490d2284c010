package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, and what brings them back from a copy. They come back to the table
 * as it was before the change set.
 */
final class TableRows {

	private final Catalog first;

	private final Catalog now;

	private final Item table;

	/**
	 * Create a description of rows.
	 * @param first the catalogue before the change set
	 * @param now the catalogue when the copy is made
	 */
	TableRows(Catalog first, Catalog now, Item table) {
		this.first = first;
		this.now = now;
		this.table = table;
	}

	/** The name for people. */
	String name() {
		return this.first.name(target());
	}

	private Item target() {
		return this.first.item(this.table.key());
	}

	/** The columns that have values of their own. */
	List<Item> columns() {
		return this.now.parts(this.table.key(), Kind.COLUMN)
			.stream()
			.filter((column) -> !column.has("generated"))
			.toList();
	}

	/**
	 * The keys and unique indexes of a table, the primary key first, but for those that
	 * are not always unique.
	 */
	static Stream<Item> uniques(Catalog catalog, Key table) {
		return Stream
			.concat(catalog.parts(table, Kind.CONSTRAINT)
				.stream()
				.filter((item) -> item.is("type", "p") || item.is("type", "u")),
					catalog.parts(table, Kind.INDEX).stream().filter((item) -> item.isSet("isunique")))
			.filter((item) -> !item.isSet("partial") && !item.isSet("deferrable") && !item.is("immediate", "f"))
			.sorted(Comparator.comparing((Item item) -> !item.is("type", "p")));
	}

	/** Whether a column is one of those that tell rows apart. */
	static boolean isUnique(Catalog catalog, Item column) {
		String number = " " + column.key().part() + " ";
		return uniques(catalog, column.owner()).anyMatch((key) -> (" " + key.get("columns") + " ").contains(number));
	}

	/** The columns of a key; none if it has others. */
	static List<Item> keyColumns(Catalog catalog, Key table, Item key) {
		List<Item> columns = new ArrayList<>();
		for (String number : key.get("columns").split(" ")) {
			Item column = catalog.column(table, Integer.parseInt(number));
			if (column == null || !column.has("required") || column.has("generated")) {
				return List.of();
			}
			columns.add(column);
		}
		return columns;
	}

	/**
	 * The columns of a key that tell rows apart now and before the change set; none if
	 * there is none.
	 */
	List<Item> key(Collection<Item> without) {
		return uniques(this.now, this.table.key()).map((key) -> keyColumns(this.now, this.table.key(), key))
			.filter((columns) -> !columns.isEmpty()
					&& columns.stream().allMatch((column) -> !without.contains(column) && target(column) != null))
			.findFirst()
			.orElse(List.of());
	}

	private @Nullable Item target(Item column) {
		return this.first.column(column.owner(), column.key().part());
	}

	private Item required(Item column) {
		return Objects.requireNonNull(target(column));
	}

	/** A column in a form that survives its type. */
	static String durable(Item column) {
		String name = Names.quoted(column.name());
		return isDurable(column) ? name : name + "::text AS " + name;
	}

	private static boolean isDurable(Item column) {
		return column.number("typeoid") < 16384;
	}

	/** Whether a column has got another type. */
	static boolean isConverted(Item then, Item now) {
		return !then.get("typeoid").equals(now.get("typeoid")) || !then.get("typmod").equals(now.get("typmod"))
				|| !then.get("collationoid").equals(now.get("collationoid"));
	}

	/** A value of a copy as one of the type that its column had. */
	private static String value(Item column, Item as, String from) {
		String value = from + "." + Names.quoted(column.name());
		if (isDurable(column) && !isConverted(as, column)) {
			return value;
		}
		return value + ((isDurable(column) && isDurable(as)) ? "::text::" : "::") + as.get("type");
	}

	/** What puts all rows of a copy back. */
	String insert(String copy) {
		List<Item> columns = columns().stream().filter((column) -> target(column) != null).toList();
		Map<String, String> values = new LinkedHashMap<>();
		columns.forEach(
				(column) -> values.put(Names.quoted(required(column).name()), value(column, required(column), "k")));
		// Of a column that went before the rows were copied, the values come back later.
		this.first.parts(this.table.key(), Kind.COLUMN).forEach((column) -> {
			String value = Fillers.insteadOf(this.first, column);
			if (value != null) {
				values.putIfAbsent(Names.quoted(column.name()), value);
			}
		});
		return values.isEmpty() ? "INSERT INTO %s SELECT FROM %s k".formatted(target().qualified(), copy)
				: "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s k ON CONFLICT DO NOTHING".formatted(
						target().qualified(), String.join(", ", values.keySet()), String.join(", ", values.values()),
						copy);
	}

	/** What gives a column the values of a copy again. */
	String update(KeptCopy copy, String name, Item column, Catalog last, @Nullable SchemaUndo schema) {
		Set<Item> lost = new HashSet<>(lost(last, schema));
		lost.addAll(copy.converted().keySet());
		lost.addAll(copy.gone());
		List<Item> key = key(lost);
		boolean has = copy.columns().containsAll(key) && !key.isEmpty();
		Item as = required(column);
		String beside = (schema != null) ? schema.beside(as) : null;
		String set = "UPDATE ONLY %s t SET %s = %s%s FROM ".formatted(target().qualified(), Names.quoted(as.name()),
				value(column, as, "k"), (beside != null) ? ", " + beside + " = NULL" : "");
		String unchanged = (Boolean.TRUE.equals(copy.converted().get(column)) && !copy.isAmbiguous())
				? " AND t." + Names.quoted(as.name()) + "::text IS NOT DISTINCT FROM k." + KeptCopy.back(column) : "";
		if (has) {
			return set + name + " k WHERE " + same(key, this.first) + unchanged;
		}
		List<Item> by = copy.columns()
			.stream()
			.filter((other) -> !lost.contains(other) && target(other) != null)
			.toList();
		return set
				+ "%s k, %s p WHERE k.\"~number\" = p.\"~number\" AND k.\"~row\" = p.\"~row\" AND t.ctid = p.\"~place\""
					.formatted(numbered(name, by.stream().map((other) -> value(other, required(other), "s")).toList()),
							numbered("ONLY " + target().qualified(),
									by.stream().map((other) -> "s." + Names.quoted(required(other).name())).toList()))
				+ unchanged;
	}

	/** The columns that are gone, or have another type. */
	private List<Item> lost(Catalog last, @Nullable SchemaUndo schema) {
		boolean gone = last.group(this.table.key()) == null;
		return columns().stream().filter((column) -> {
			Item then = target(column);
			Item present = last.column(column.owner(), column.key().part());
			boolean another = (present != null)
					? (schema != null && schema.changes().isDropped(present)) || isConverted(column, present) : !gone;
			return then == null || another || isConverted(then, column);
		}).toList();
	}

	private String same(List<Item> key, Catalog catalog) {
		return key.stream().map((column) -> {
			Item there = Objects.requireNonNull(catalog.column(column.owner(), column.key().part()));
			return "t." + Names.quoted(there.name()) + " = " + value(column, there, "k");
		}).collect(Collectors.joining(" AND "));
	}

	/** Rows that are equal are told apart by a number. */
	private static String numbered(String from, List<String> by) {
		String row = by.isEmpty() ? "''" : "ROW(" + String.join(", ", by) + ")::text";
		return """
				(SELECT s.*, s.ctid AS "~place", %1$s AS "~row", row_number() OVER (PARTITION BY %1$s ORDER BY s.ctid) AS "~number" FROM %2$s s)"""
			.formatted(row, from);
	}

	/**
	 * What writes down in a copy what becomes of the values of a column by the type they
	 * have got and back.
	 * @param cast the expression for that
	 */
	String compare(KeptCopy copy, Item column, Catalog after, String cast) {
		Item present = after.item(this.table.key());
		List<Item> same = copy.columns().stream().filter((other) -> {
			Item there = after.column(other.owner(), other.key().part());
			return there != null && !isConverted(other, there);
		}).toList();
		List<Item> key = key(List.of(column));
		if (!key.isEmpty() && same.containsAll(key)) {
			return "UPDATE %s k SET %s = (%s)::text FROM ONLY %s t WHERE %s".formatted(copy.name(),
					KeptCopy.back(column), cast, present.qualified(), same(key, after));
		}
		return "UPDATE %s c SET %s = (%s)::text FROM %s k, %s t WHERE k.\"~number\" = t.\"~number\" AND k.\"~row\" = t.\"~row\" AND c.ctid = k.\"~place\""
			.formatted(copy.name(), KeptCopy.back(column), cast,
					numbered(copy.name(), same.stream().map((other) -> value(other, other, "s")).toList()),
					numbered("ONLY " + present.qualified(), same.stream()
						.map((other) -> "s." + Names
							.quoted(Objects.requireNonNull(after.column(other.owner(), other.key().part())).name()))
						.toList()));
	}

	/**
	 * The same without the triggers, rules and policies that are there, if the table has
	 * any.
	 */
	String quietly(String sql, Predicate<Item> there) {
		if (this.table.isRelation("p")) {
			return sql;
		}
		String alter = "ALTER TABLE " + target().qualified();
		List<String> all = new ArrayList<>();
		List<String> again = new ArrayList<>();
		List<Item> triggers = this.first.parts(this.table.key(), Kind.TRIGGER).stream().filter(there).toList();
		if (!triggers.isEmpty()) {
			all.add(alter + " DISABLE TRIGGER USER");
			again.add(alter + " ENABLE TRIGGER USER");
			triggers.stream()
				.filter((trigger) -> !trigger.is("enabled", "O"))
				.forEach((trigger) -> again.add(alter + switch (trigger.get("enabled")) {
					case "D" -> " DISABLE TRIGGER ";
					case "R" -> " ENABLE REPLICA TRIGGER ";
					default -> " ENABLE ALWAYS TRIGGER ";
				} + Names.quoted(trigger.name())));
		}
		this.first.parts(this.table.key(), Kind.RULE)
			.stream()
			.filter(there)
			.filter(QuietTables::isOn)
			.forEach((rule) -> {
				all.add(alter + " DISABLE RULE " + Names.quoted(rule.name()));
				again.add(alter + " " + QuietTables.enable(rule));
			});
		if (target().has("forced")) {
			all.add(alter + " NO FORCE ROW LEVEL SECURITY");
			again.add(alter + " FORCE ROW LEVEL SECURITY");
		}
		all.add(sql);
		all.addAll(again);
		return String.join(";\n", all);
	}

}
