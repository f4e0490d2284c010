package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The statements that undo changes of rows, in the order they are run: the last change
 * first. Rows are found by a key, else by all their values.
 */
final class RowUndo {

	/** How many rows a statement is about at most. */
	private static final int BATCH = 500;

	private final Catalog catalog;

	private final List<String> statements = new ArrayList<>();

	private final List<RowEvent> batch = new ArrayList<>();

	private final Set<String> keys = new HashSet<>();

	RowUndo(Catalog catalog) {
		this.catalog = catalog;
	}

	List<String> of(List<RowEvent> events) {
		for (int i = events.size() - 1; i >= 0; i--) {
			add(events.get(i));
		}
		flush();
		return this.statements;
	}

	private void add(RowEvent event) {
		Item table = this.catalog.find(event.table());
		if (table == null) {
			return;
		}
		if (!this.batch.isEmpty() && !belongs(event)) {
			flush();
		}
		this.batch.add(event);
		this.keys.add(where(event, (event.kind() == 'U') ? event.present() : event.values()));
	}

	/** Whether one statement can undo both that change and those of the batch. */
	private boolean belongs(RowEvent event) {
		RowEvent first = this.batch.get(0);
		if (event.kind() != first.kind() || !event.table().equals(first.table()) || this.batch.size() >= BATCH) {
			return false;
		}
		if (event.kind() == 'D') {
			return true;
		}
		List<Item> key = key(event.table(), event.values().keySet());
		if (key.isEmpty()) {
			return false;
		}
		return event.kind() == 'I' || (event.changed().equals(first.changed()) && !isUnique(event)
				&& !this.keys.contains(where(event, event.present())));
	}

	/**
	 * Whether the order of updates matters: two rows cannot have the same key for a
	 * moment.
	 */
	private boolean isUnique(RowEvent event) {
		Set<String> changed = event.changed().keySet().stream().map(String::valueOf).collect(Collectors.toSet());
		return keys(event.table()).anyMatch((key) -> Arrays.stream(key.get("columns").split(" "))
			.anyMatch((column) -> column.equals("0") || changed.contains(column)));
	}

	private java.util.stream.Stream<Item> keys(Key table) {
		return java.util.stream.Stream.concat(
				this.catalog.parts(table, Kind.CONSTRAINT).stream().filter((item) -> !item.is("type", "c")),
				this.catalog.parts(table, Kind.INDEX).stream().filter((item) -> item.isSet("isunique")));
	}

	/** The columns that a row is found by; none if all are needed. */
	private List<Item> key(Key table, Set<Integer> known) {
		return keys(table).filter((item) -> !item.is("type", "x") && !item.isSet("partial") && !item.isSet("deferred"))
			.sorted((left, right) -> Boolean.compare(right.is("type", "p"), left.is("type", "p")))
			.map((item) -> columns(table, item.get("columns")))
			.filter((columns) -> !columns.isEmpty() && columns.stream()
				.allMatch((column) -> column.has("required") && known.contains(column.key().part())))
			.findFirst()
			.orElse(List.of());
	}

	private List<Item> columns(Key table, String numbers) {
		List<Item> columns = new ArrayList<>();
		for (String number : numbers.split(" ")) {
			Item column = this.catalog.column(table, Integer.parseInt(number));
			if (column == null) {
				return List.of();
			}
			columns.add(column);
		}
		return columns;
	}

	private void flush() {
		if (this.batch.isEmpty()) {
			return;
		}
		RowEvent first = this.batch.get(0);
		Item table = this.catalog.item(first.table());
		switch (first.kind()) {
			case 'I' -> this.statements.add("DELETE FROM ONLY " + table.qualified() + " WHERE " + where(table));
			case 'D' -> insert(table);
			default -> update(table, first);
		}
		this.batch.clear();
		this.keys.clear();
	}

	private void insert(Item table) {
		List<Item> columns = this.catalog.parts(table.key(), Kind.COLUMN)
			.stream()
			.filter((column) -> !column.has("generated") && this.batch.get(0).old().containsKey(column.key().part()))
			.toList();
		String names = columns.stream().map((column) -> Names.quoted(column.name())).collect(Collectors.joining(", "));
		String rows = this.batch.stream()
			.map((event) -> columns.stream()
				.map((column) -> literal(event.old().get(column.key().part())))
				.collect(Collectors.joining(", ", "(", ")")))
			.collect(Collectors.joining(",\n"));
		this.statements.add(columns.isEmpty()
				? "INSERT INTO " + table.qualified() + " SELECT FROM generate_series(1, " + this.batch.size() + ")"
				: "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES%n%s".formatted(table.qualified(), names, rows));
	}

	private void update(Item table, RowEvent first) {
		Map<Item, @Nullable String> set = new LinkedHashMap<>();
		first.changed().forEach((number, value) -> {
			Item column = this.catalog.column(table.key(), number);
			if (column != null && !column.has("generated")) {
				set.put(column, value);
			}
		});
		if (!set.isEmpty()) {
			this.statements.add("UPDATE ONLY %s SET %s WHERE %s".formatted(table.qualified(),
					set.entrySet()
						.stream()
						.map((value) -> Names.quoted(value.getKey().name()) + " = " + literal(value.getValue()))
						.collect(Collectors.joining(", ")),
					where(table)));
		}
	}

	private String where(Item table) {
		RowEvent first = this.batch.get(0);
		List<Item> key = key(table.key(), first.values().keySet());
		if (key.isEmpty()) {
			return "ctid = (SELECT ctid FROM ONLY %s WHERE %s LIMIT 1)".formatted(table.qualified(),
					where(first, first.present()));
		}
		if (this.batch.size() == 1) {
			return where(first, first.present());
		}
		String names = key.stream().map((column) -> Names.quoted(column.name())).collect(Collectors.joining(", "));
		String values = this.batch.stream()
			.map((event) -> key.stream()
				.map((column) -> literal(event.present().get(column.key().part())))
				.collect(Collectors.joining(", ", (key.size() > 1) ? "(" : "", (key.size() > 1) ? ")" : "")))
			.collect(Collectors.joining(", "));
		return ((key.size() > 1) ? "(" + names + ")" : names) + " IN (" + values + ")";
	}

	private String where(RowEvent event, Map<Integer, @Nullable String> row) {
		List<Item> key = key(event.table(), row.keySet());
		List<Item> columns = key.isEmpty() ? this.catalog.parts(event.table(), Kind.COLUMN)
			.stream()
			.filter((column) -> row.containsKey(column.key().part()) && !column.has("generated"))
			.toList() : key;
		return columns.isEmpty() ? "TRUE"
				: columns.stream()
					.map((column) -> condition(column, row.get(column.key().part())))
					.collect(Collectors.joining(" AND "));
	}

	/**
	 * Not all types know what is equal: two such values are the same if their texts are.
	 */
	private static String condition(Item column, @Nullable String value) {
		String name = Names.quoted(column.name());
		if (value == null) {
			return name + " IS NULL";
		}
		boolean comparable = "NSDBTE".contains(column.get("category")) || column.is("typeoid", "2950");
		return comparable ? name + " = " + Names.literal(value) : name + "::text = " + Names.literal(value);
	}

	private static String literal(@Nullable String value) {
		return (value != null) ? Names.literal(value) : "NULL";
	}

}
