package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The conditions that find the rows a change set has changed, as long as nobody has
 * changed them since: rows that are others by now are left alone.
 */
final class RowConditions {

	private final Catalog first;

	private final DataStep step;

	private final Casts casts;

	private final RowKeys keys;

	RowConditions(Catalog first, DataStep step, Casts casts, RowKeys keys) {
		this.first = first;
		this.step = step;
		this.casts = casts;
		this.keys = keys;
	}

	/** The columns that have values of their own. */
	List<Item> columns(RowEvent event) {
		return this.first.parts(event.table(), Kind.COLUMN)
			.stream()
			.filter((column) -> !column.has("generated") && event.values().containsKey(column.key().part()))
			.toList();
	}

	/** The columns in which a row must be what the change set has made of it. */
	private List<Item> made(RowEvent event) {
		Set<Integer> changed = (event.kind() == 'U') ? event.changed().keySet() : event.present().keySet();
		List<Item> key = this.keys.key(event);
		return columns(event).stream()
			.filter((column) -> changed.contains(column.key().part()) && !key.contains(column)
					&& event.present().containsKey(column.key().part()) && this.keys.isSteady(column))
			.toList();
	}

	/** Whether two updates have left the same in the columns they have changed. */
	boolean isSame(RowEvent event, RowEvent other) {
		return made(event).stream()
			.allMatch((column) -> Objects.equals(event.present().get(column.key().part()),
					other.present().get(column.key().part())));
	}

	/** The condition that finds the rows of changes that one statement undoes. */
	String of(Item table, List<RowEvent> batch) {
		RowEvent one = batch.get(0);
		if (this.keys.key(one).isEmpty()) {
			return "ctid = (SELECT ctid FROM ONLY %s WHERE %s LIMIT 1)".formatted(table.qualified(), row(one));
		}
		List<String> conditions = new ArrayList<>();
		conditions.add((batch.size() == 1) ? row(one) : keys(batch));
		List<Item> different = new ArrayList<>();
		for (Item column : made(one)) {
			int number = column.key().part();
			if (batch.stream()
				.allMatch((event) -> Objects.equals(event.present().get(number), one.present().get(number)))) {
				conditions.add(left(one, column));
			}
			else {
				different.add(column);
			}
		}
		if (!different.isEmpty()) {
			conditions.add(batch.stream()
				.map((event) -> row(event) + different.stream()
					.map((column) -> " AND " + left(event, column))
					.collect(Collectors.joining()))
				.collect(Collectors.joining(" OR ", "(", ")")));
		}
		return String.join(" AND ", conditions);
	}

	private String keys(List<RowEvent> batch) {
		List<Item> key = this.keys.key(batch.get(0));
		boolean several = key.size() > 1;
		String names = key.stream().map((column) -> Names.quoted(column.name())).collect(Collectors.joining(", "));
		String values = batch.stream()
			.map((event) -> key.stream()
				.map((column) -> literal(column, event.present().get(column.key().part())))
				.collect(Collectors.joining(", ", several ? "(" : "", several ? ")" : "")))
			.collect(Collectors.joining(", "));
		return (several ? "(" + names + ")" : names) + " IN (" + values + ")";
	}

	/** The condition that finds a row by its key, else as the change has left it. */
	String row(RowEvent event) {
		Map<Integer, @Nullable String> row = (event.kind() == 'D') ? event.old() : event.present();
		List<Item> key = this.keys.key(event);
		List<Item> columns = key.isEmpty() ? columns(event).stream().filter((column) -> {
			Item then = this.step.at().column(column.owner(), column.key().part());
			return then != null && !this.keys.isAnother(then);
		}).toList() : key;
		return columns.isEmpty() ? "TRUE"
				: columns.stream()
					.map((column) -> condition(column, row.get(column.key().part())))
					.collect(Collectors.joining(" AND "));
	}

	/**
	 * The condition that a column has the value it was left with. A reference may have
	 * given the one before back already, with the row it refers to.
	 */
	private String left(RowEvent event, Item column) {
		String condition = condition(column, event.present().get(column.key().part()));
		return (event.kind() == 'U' && refers(column))
				? "(" + condition + " OR " + condition(column, event.old().get(column.key().part())) + ")" : condition;
	}

	private boolean refers(Item column) {
		String number = String.valueOf(column.key().part());
		return this.first.parts(column.owner(), Kind.FOREIGN_KEY)
			.stream()
			.anyMatch((reference) -> List.of(reference.get("columns").split(" ")).contains(number));
	}

	/**
	 * Not all types know what is equal: two such values are the same if their texts are,
	 * as the type and not a cast writes them.
	 */
	private String condition(Item column, @Nullable String value) {
		String name = Names.quoted(column.name());
		String beside = this.keys.beside(column);
		if (value == null) {
			return name + " IS NULL" + ((beside != null) ? " AND " + beside + " IS NULL" : "");
		}
		Item then = this.step.at().column(column.owner(), column.key().part());
		boolean converted = then == null || TableRows.isConverted(then, column);
		String literal = Names.literal(Labels.old(this.first, this.step.at(), column, value));
		if (!converted && Casts.isComparable(column)) {
			return name + " = " + literal;
		}
		String text = "format('%s', " + name + ")";
		return ((converted && beside != null) ? "coalesce(" + beside + ", " + text + ")" : text) + " = " + literal
				+ (value.isEmpty() ? " AND " + name + " IS NOT NULL" : "");
	}

	/** A value as one of the type its column had before the change set. */
	String literal(Item column, @Nullable String value) {
		if (value == null) {
			return "NULL";
		}
		Item then = this.step.at().column(column.owner(), column.key().part());
		if (then == null || (then.get("typeoid").equals(column.get("typeoid"))
				&& then.get("typmod").equals(column.get("typmod")))) {
			return Names.literal(Labels.old(this.first, this.step.at(), column, value));
		}
		String typed = Names.literal(value) + "::" + then.get("type");
		return this.casts.cast(typed, column, then);
	}

}
