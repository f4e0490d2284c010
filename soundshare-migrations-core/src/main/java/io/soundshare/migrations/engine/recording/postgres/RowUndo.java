package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The statements that undo changes of rows, in the order they are run: the last change
 * first. Rows are found by a key, else by all their values.
 */
final class RowUndo {

	/** How many rows a statement is about at most. */
	private static final int BATCH = 500;

	/** UUIDs. */
	private static final String UUID = "2950";

	private final Catalog first;

	private final DataStep step;

	private final Casts casts;

	private final Guards guards;

	private final List<String> statements = new ArrayList<>();

	private final List<RowEvent> batch = new ArrayList<>();

	private final Set<String> places = new HashSet<>();

	private final RowKeys finder;

	RowUndo(Matching matching, DataStep step, Casts casts, Guards guards, Set<Key> restored) {
		this.guards = guards;
		this.first = matching.before();
		this.step = step;
		this.casts = casts;
		this.finder = new RowKeys(matching, step, restored);
		for (int i = step.events().size() - 1; i >= 0; i--) {
			add(step.events().get(i));
		}
		flush();
	}

	List<String> statements() {
		return this.statements;
	}

	private void add(RowEvent event) {
		if (!this.batch.isEmpty() && !belongs(event)) {
			flush();
		}
		this.batch.add(event);
		this.places.add(where(event));
	}

	/** Whether one statement can undo both that change and those of the batch. */
	private boolean belongs(RowEvent event) {
		RowEvent one = this.batch.get(0);
		if (event.kind() != one.kind() || !event.table().equals(one.table()) || this.batch.size() >= BATCH
				|| !event.values().keySet().equals(one.values().keySet())) {
			return false;
		}
		if (event.kind() == 'D') {
			return true;
		}
		if (this.finder.key(event).isEmpty()) {
			return false;
		}
		return event.kind() == 'I'
				|| (event.changed().equals(one.changed()) && !isUnique(event) && !this.places.contains(where(event)));
	}

	/**
	 * Whether the order of updates matters: two rows cannot have the same key for a
	 * moment.
	 */
	private boolean isUnique(RowEvent event) {
		Set<String> changed = event.changed().keySet().stream().map(String::valueOf).collect(Collectors.toSet());
		return Stream
			.concat(this.first.parts(event.table(), Kind.CONSTRAINT).stream().filter((item) -> !item.is("type", "c")),
					this.first.parts(event.table(), Kind.INDEX).stream().filter((item) -> item.isSet("isunique")))
			.anyMatch((item) -> Arrays.stream(item.get("columns").split(" "))
				.anyMatch((column) -> column.equals("0") || changed.contains(column)));
	}

	private void flush() {
		if (this.batch.isEmpty()) {
			return;
		}
		RowEvent one = this.batch.get(0);
		Item table = this.first.item(one.table());
		switch (one.kind()) {
			case 'I' -> {
				this.statements.addAll(this.guards.delete(table, where(table)));
				this.statements.add("DELETE FROM ONLY " + table.qualified() + " WHERE " + where(table));
			}
			case 'D' -> insert(table);
			default -> update(table, one);
		}
		this.batch.clear();
		this.places.clear();
	}

	/** The columns that have values of their own. */
	private List<Item> columns(RowEvent event) {
		return this.first.parts(event.table(), Kind.COLUMN)
			.stream()
			.filter((column) -> !column.has("generated") && event.values().containsKey(column.key().part()))
			.toList();
	}

	private void insert(Item table) {
		List<Item> columns = columns(this.batch.get(0));
		String names = columns.stream().map((column) -> Names.quoted(column.name())).collect(Collectors.joining(", "));
		String rows = this.batch.stream()
			.map((event) -> columns.stream()
				.map((column) -> literal(column, event.old().get(column.key().part())))
				.collect(Collectors.joining(", ", "(", ")")))
			.collect(Collectors.joining(",\n"));
		this.statements.add(columns.isEmpty()
				? "INSERT INTO " + table.qualified() + " SELECT FROM generate_series(1, " + this.batch.size() + ")"
				: "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES%n%s".formatted(table.qualified(), names, rows));
	}

	private void update(Item table, RowEvent one) {
		Map<Integer, @Nullable String> changed = one.changed();
		Map<Item, @Nullable String> set = new LinkedHashMap<>();
		columns(one).stream()
			.filter((column) -> changed.containsKey(column.key().part()))
			.forEach((column) -> set.put(column, changed.get(column.key().part())));
		if (!set.isEmpty()) {
			this.statements.addAll(this.guards.update(table, where(table), changed.keySet()));
			this.statements.add("UPDATE ONLY %s SET %s WHERE %s".formatted(table.qualified(), set.entrySet()
				.stream()
				.map((value) -> Names.quoted(value.getKey().name()) + " = " + literal(value.getKey(), value.getValue()))
				.collect(Collectors.joining(", ")), where(table)));
		}
	}

	private String where(Item table) {
		RowEvent one = this.batch.get(0);
		List<Item> key = this.finder.key(one);
		if (key.isEmpty()) {
			return "ctid = (SELECT ctid FROM ONLY %s WHERE %s LIMIT 1)".formatted(table.qualified(), where(one));
		}
		if (this.batch.size() == 1) {
			return where(one);
		}
		boolean several = key.size() > 1;
		String names = key.stream().map((column) -> Names.quoted(column.name())).collect(Collectors.joining(", "));
		String values = this.batch.stream()
			.map((event) -> key.stream()
				.map((column) -> literal(column, event.present().get(column.key().part())))
				.collect(Collectors.joining(", ", several ? "(" : "", several ? ")" : "")))
			.collect(Collectors.joining(", "));
		return (several ? "(" + names + ")" : names) + " IN (" + values + ")";
	}

	/** The condition that finds a row as the change has left it. */
	private String where(RowEvent event) {
		Map<Integer, @Nullable String> row = (event.kind() == 'D') ? event.old() : event.present();
		List<Item> key = this.finder.key(event);
		List<Item> columns = key.isEmpty() ? columns(event).stream().filter((column) -> {
			Item then = this.step.at().column(column.owner(), column.key().part());
			return then != null && !this.finder.isAnother(then);
		}).toList() : key;
		return columns.isEmpty() ? "TRUE"
				: columns.stream()
					.map((column) -> condition(column, row.get(column.key().part())))
					.collect(Collectors.joining(" AND "));
	}

	/**
	 * Not all types know what is equal: two such values are the same if their texts are.
	 */
	private String condition(Item column, @Nullable String value) {
		String name = Names.quoted(column.name());
		if (value == null) {
			return name + " IS NULL";
		}
		Item then = this.step.at().column(column.owner(), column.key().part());
		boolean comparable = then != null && !TableRows.isConverted(then, column)
				&& ("NSDBTE".contains(column.get("category")) || column.is("typeoid", UUID));
		return comparable ? name + " = " + Names.literal(value) : name + "::text = " + Names.literal(value);
	}

	/** A value as one of the type its column had before the change set. */
	private String literal(Item column, @Nullable String value) {
		if (value == null) {
			return "NULL";
		}
		Item then = this.step.at().column(column.owner(), column.key().part());
		if (then == null || then.get("typeoid").equals(column.get("typeoid"))) {
			return Names.literal(Labels.old(this.first, this.step.at(), column, value));
		}
		String typed = Names.literal(value) + "::" + then.get("type");
		return this.casts.cast(typed, column, then);
	}

}
