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
 * first. Rows are found by a key, else by all their values, and only as long as nobody
 * has changed them since.
 */
final class RowUndo {

	/** How many rows a statement is about at most. */
	private static final int BATCH = 500;

	private final Catalog first;

	private final Guards guards;

	private final List<String> statements = new ArrayList<>();

	private final List<RowEvent> batch = new ArrayList<>();

	private final Set<String> places = new HashSet<>();

	private final RowKeys finder;

	private final RowConditions conditions;

	RowUndo(Catalog first, DataStep step, Casts casts, Guards guards, RowKeys finder) {
		this.guards = guards;
		this.first = first;
		this.finder = finder;
		this.conditions = new RowConditions(first, step, casts, finder);
		List<RowEvent> events = RowOrder.of(step.events());
		for (int i = events.size() - 1; i >= 0; i--) {
			add(events.get(i));
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
		this.places.add(this.conditions.row(event));
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
		return event.kind() == 'I' || (event.changed().equals(one.changed()) && this.conditions.isSame(event, one)
				&& !isUnique(event) && !this.places.contains(this.conditions.row(event)));
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

	private void insert(Item table) {
		List<Item> columns = this.conditions.columns(this.batch.get(0));
		List<Item> others = columns.stream().filter((column) -> this.finder.beside(column) != null).toList();
		String names = Stream
			.concat(columns.stream().map((column) -> Names.quoted(column.name())),
					others.stream().map(this.finder::beside))
			.collect(Collectors.joining(", "));
		String rows = this.batch.stream()
			.map((event) -> Stream
				.concat(columns.stream()
					.map((column) -> this.conditions.literal(column, event.old().get(column.key().part()))),
						others.stream().map((column) -> text(event.old().get(column.key().part()))))
				.collect(Collectors.joining(", ", "(", ")")))
			.collect(Collectors.joining(",\n"));
		this.statements.add(columns.isEmpty()
				? "INSERT INTO " + table.qualified() + " SELECT FROM generate_series(1, " + this.batch.size() + ")"
				: "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES%n%s".formatted(table.qualified(), names, rows));
	}

	private void update(Item table, RowEvent one) {
		Map<Integer, @Nullable String> changed = one.changed();
		Map<Item, @Nullable String> set = new LinkedHashMap<>();
		this.conditions.columns(one)
			.stream()
			.filter((column) -> changed.containsKey(column.key().part()))
			.forEach((column) -> set.put(column, changed.get(column.key().part())));
		if (!set.isEmpty()) {
			this.statements.addAll(this.guards.update(table, where(table), changed.keySet()));
			List<String> values = new ArrayList<>();
			set.forEach((column, value) -> {
				values.add(Names.quoted(column.name()) + " = " + this.conditions.literal(column, value));
				String beside = this.finder.beside(column);
				if (beside != null) {
					values.add(beside + " = " + text(value));
				}
			});
			this.statements.add("UPDATE ONLY %s SET %s WHERE %s".formatted(table.qualified(), String.join(", ", values),
					where(table)));
		}
	}

	private static String text(@Nullable String value) {
		return (value != null) ? Names.literal(value) : "NULL";
	}

	private String where(Item table) {
		return this.conditions.of(table, this.batch);
	}

}
