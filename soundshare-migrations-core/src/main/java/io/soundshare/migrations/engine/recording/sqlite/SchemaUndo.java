package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.recording.Recording.Entry;

/**
 * The statements that lead from one schema back to another, in their order. They need
 * {@code legacy_alter_table} and no enforcement of foreign keys: then no statement
 * changes or minds the text of any object but its own.
 */
final class SchemaUndo {

	private final Schema before;

	private final Schema after;

	private final List<TablePair> pairs;

	/** The folded names of tables that are none of its business: at first, and now. */
	private final Set<String> madeBefore;

	private final Set<String> madeNow;

	private final List<SchemaObject> gone;

	private final List<SchemaObject> added;

	private final List<Entry> statements = new ArrayList<>();

	/**
	 * The folded names of tables that are made again, as they were called and are now.
	 */
	private final Set<String> rebuilt = new HashSet<>();

	private final Set<String> names = new HashSet<>();

	SchemaUndo(Schema before, Schema after, List<TablePair> pairs, Set<String> madeBefore, Set<String> madeNow) {
		this.before = before;
		this.after = after;
		this.pairs = pairs;
		this.madeBefore = madeBefore;
		this.madeNow = madeNow;
		this.gone = before.without(after).stream().filter((object) -> !isMadeBefore(object)).toList();
		this.added = after.without(before).stream().filter((object) -> !isMadeNow(object)).toList();
	}

	/**
	 * Write them.
	 * @param rows what deletes rows before, and brings others back afterwards
	 * @param sequences what sets back the numbers given out
	 */
	List<Entry> statements(RowEntries rows, List<String> sequences) {
		List<TablePair> changed = this.pairs.stream().filter(TablePair::isChanged).toList();
		List<TablePair> rebuilds = changed.stream().filter((pair) -> added(pair).isEmpty()).toList();
		for (TablePair pair : rebuilds) {
			this.rebuilt.add(Names.fold(pair.was().name()));
			SchemaObject now = pair.now();
			if (now != null) {
				this.rebuilt.add(Names.fold(now.name()));
			}
		}
		List<SchemaObject> views = gone("view");
		List<SchemaObject> newViews = added("view");
		Set<String> owners = retriggered(views, newViews, rows);
		owners.forEach((owner) -> this.after.triggersOf(owner)
			.stream()
			.filter((trigger) -> !isMadeNow(trigger))
			.forEach((trigger) -> add("DROP TRIGGER " + Names.quote(trigger.name()))));
		newViews.forEach((view) -> add("DROP VIEW " + Names.quote(view.name())));
		added("index").stream()
			.filter((index) -> !isRebuilt(index))
			.forEach((index) -> add("DROP INDEX " + Names.quote(index.name())));
		this.statements.addAll(rows.deletes());
		tables(changed, rebuilds, rows);
		this.statements.addAll(rows.restores());
		sequences.forEach(this::add);
		Stream
			.concat(gone("index").stream().filter((index) -> !isRebuilt(index)),
					this.rebuilt.stream().flatMap((table) -> this.before.indexesOf(table).stream()))
			.filter((index) -> !isMadeBefore(index))
			.sorted(Comparator.comparingLong(SchemaObject::place))
			.forEach((index) -> add(index.sql()));
		views.forEach((view) -> add(view.sql()));
		owners.forEach((owner) -> this.before.triggersOf(owner)
			.stream()
			.filter((trigger) -> !isMadeBefore(trigger))
			.forEach((trigger) -> add(trigger.sql())));
		return this.statements;
	}

	private void tables(List<TablePair> changed, List<TablePair> rebuilds, RowEntries rows) {
		List<TableRebuild> tables = new ArrayList<>();
		for (TablePair pair : rebuilds) {
			List<Entry> values = rows.values(pair);
			tables.add(new TableRebuild(pair, aside(pair), values, values.isEmpty() ? "" : aside(pair)));
		}
		changed.stream().flatMap((pair) -> added(pair).stream()).forEach(this::add);
		tables.forEach((table) -> table.moveAside().forEach(this::add));
		tables.forEach((table) -> this.statements.addAll(table.make()));
	}

	/**
	 * SQLite drops no column while any view or trigger is broken, and makes strings of
	 * what looks like names in the texts of all objects (renameFixQuotes).
	 */
	private List<String> added(TablePair pair) {
		boolean sure = this.before.objects().stream().noneMatch((object) -> object.is("view") || object.is("trigger"))
				&& !QuotedStrings.mayBeIn(this.before);
		return (sure) ? AddedColumns.drop(pair) : List.of();
	}

	private String aside(TablePair pair) {
		String name = Names.free(pair.was().name() + "_undone", (wanted) -> this.before.isTaken(wanted)
				|| this.after.isTaken(wanted) || this.names.contains(Names.fold(wanted)));
		this.names.add(Names.fold(name));
		return name;
	}

	/** The tables and views all triggers of which are made again, in their order. */
	private Set<String> retriggered(List<SchemaObject> views, List<SchemaObject> newViews, RowEntries rows) {
		Set<String> owners = new LinkedHashSet<>(this.rebuilt);
		views.forEach((view) -> owners.add(Names.fold(view.name())));
		newViews.forEach((view) -> owners.add(Names.fold(view.name())));
		owners.addAll(rows.tables());
		gone("trigger").forEach((trigger) -> owners.add(trigger.owner()));
		added("trigger").forEach((trigger) -> owners.add(trigger.owner()));
		return owners;
	}

	private List<SchemaObject> gone(String type) {
		return this.gone.stream().filter((object) -> object.is(type)).toList();
	}

	private List<SchemaObject> added(String type) {
		return this.added.stream().filter((object) -> object.is(type)).toList();
	}

	private boolean isRebuilt(SchemaObject object) {
		return this.rebuilt.contains(object.owner());
	}

	private boolean isMadeBefore(SchemaObject object) {
		return this.madeBefore.contains(object.owner());
	}

	private boolean isMadeNow(SchemaObject object) {
		return this.madeNow.contains(object.owner());
	}

	private void add(String sql) {
		this.statements.add(new Entry(sql));
	}

}
