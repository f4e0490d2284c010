package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Statements that change rows, one after the other. Temporary triggers log what becomes
 * of each row; SQLite runs them before those of the schema (sqlite3TriggerList), so that
 * the log is in the order in which rows really change.
 */
final class RowSegment {

	private final Workbench bench;

	private final ChangeSetLog log;

	private final RowLog rows;

	private final Schema schema;

	private final Map<String, Integer> numbers = new LinkedHashMap<>();

	private final List<Touch> touches = new ArrayList<>();

	private final List<TableShape> shapes = new ArrayList<>();

	private final List<Set<RowChange>> watched = new ArrayList<>();

	private final Map<Integer, @Nullable Long> sequences = new LinkedHashMap<>();

	/** The tables whose rows are compared instead. */
	private final Map<String, TableImage> images = new LinkedHashMap<>();

	/** What has to be said of virtual tables when everything else is undone. */
	private final Set<String> refreshes = new LinkedHashSet<>();

	RowSegment(Workbench bench, ChangeSetLog log, Schema schema) {
		this.bench = bench;
		this.log = log;
		this.rows = new RowLog(bench.sql());
		this.schema = schema;
	}

	boolean isWatching(Touch touch) {
		return this.numbers.containsKey(Names.fold(touch.table().name()));
	}

	/** Take a copy of a table, to compare it afterwards. */
	void copy(Touch touch) throws SQLException {
		SchemaObject table = touch.table();
		String name = Names.fold(table.name());
		if (table.isVirtual() && VirtualTable.of(table).isDerived()) {
			this.refreshes.add(VirtualTable.of(table).refresh());
			this.log.touched().add(table.label());
		}
		else if (!this.images.containsKey(name)) {
			VirtualTable.refuseOpaque(table);
			this.images.put(name, TableImage.of(this.bench, this.log, table, this.images.size()));
			this.log.touched().add(table.label());
		}
	}

	/** Watch a table for what may become of its rows. */
	void watch(Touch touch) throws SQLException {
		String name = Names.fold(touch.table().name());
		if (this.images.containsKey(name)) {
			return;
		}
		List<String> statements = new ArrayList<>();
		Integer number = this.numbers.get(name);
		if (number == null) {
			number = this.touches.size();
			TableShape shape = this.bench.tables().shape(touch.table());
			statements.addAll(this.rows.widen(shape));
			this.numbers.put(name, number);
			this.touches.add(touch);
			this.shapes.add(shape);
			this.watched.add(EnumSet.noneOf(RowChange.class));
			if (shape.counting()) {
				this.sequences.put(number, this.bench.sequence(shape.name()));
			}
			this.log.touched().add(touch.table().label());
		}
		else {
			this.touches.get(number).add(touch);
		}
		for (RowChange change : touch.changes()) {
			if (this.watched.get(number).add(change)) {
				statements
					.add(RowLog.triggerSql(number, this.shapes.get(number), change, this.log.budget().rowsLeft()));
			}
		}
		if (!statements.isEmpty()) {
			this.bench.sql().run(String.join(";\n", statements));
		}
	}

	/** Write what undoes it all, and drop what was temporary. */
	void close() throws SQLException {
		List<TableImage> changed = new ArrayList<>();
		for (TableImage image : this.images.values()) {
			if (image.isChanged()) {
				changed.add(image);
			}
		}
		write(changed);
		List<String> drops = new ArrayList<>();
		for (int i = 0; i < this.watched.size(); i++) {
			for (RowChange change : this.watched.get(i)) {
				drops.add("DROP TRIGGER temp." + RowLog.trigger(i, change));
			}
		}
		if (!this.touches.isEmpty()) {
			drops.add(RowLog.dropSql());
		}
		this.images.values().forEach((image) -> drops.add(image.dropSql()));
		if (!drops.isEmpty()) {
			this.bench.sql().run(String.join(";\n", drops));
		}
	}

	private void write(List<TableImage> changed) throws SQLException {
		List<Entry> undoing = new ArrayList<>();
		Set<String> tables = new HashSet<>();
		RowUndo undo = new RowUndo((sql) -> {
			this.log.budget().addText(sql);
			undoing.add(new Entry(sql));
		});
		if (!this.touches.isEmpty()) {
			List<RowLog.Row> logged = this.rows.read(this.shapes, this.bench.literals());
			this.log.budget().addRows(logged.size());
			Map<String, Integer> changes = new HashMap<>();
			logged.forEach((row) -> places(row).forEach((place) -> changes.merge(place, 1, Integer::sum)));
			for (RowLog.Row row : logged) {
				tables.add(Names.fold(row.shape().name()));
				// In what order triggers have seen several changes of a row is not said.
				write(row, places(row).stream().allMatch((place) -> changes.getOrDefault(place, 0) == 1), undo);
			}
		}
		for (TableImage image : changed) {
			tables.add(Names.fold(image.shape().name()));
			image.undo(undo);
		}
		undo.flush();
		if (!undoing.isEmpty()) {
			this.refreshes.forEach((refresh) -> this.log.add(new Entry(refresh)));
		}
		List<SchemaObject> triggers = tables.stream()
			.flatMap((table) -> this.schema.triggersOf(table).stream())
			.toList();
		List<Entry> made = triggers.stream().map((trigger) -> new Entry(trigger.sql())).toList();
		this.log.addInOrder(made);
		for (Map.Entry<Integer, @Nullable Long> sequence : this.sequences.entrySet()) {
			restoreSequence(this.shapes.get(sequence.getKey()).name(), sequence.getValue());
		}
		// A statement that inserts no row begins to count all the same.
		for (TableImage image : this.images.values()) {
			if (image.shape().counting()) {
				restoreSequence(image.shape().name(), image.sequence());
			}
		}
		this.log.addWritten(undoing);
		for (SchemaObject trigger : triggers) {
			this.log.touched().add(trigger.label());
			this.log.add(new Entry("DROP TRIGGER " + Names.quote(trigger.name())));
		}
	}

	/**
	 * Write what undoes a change of a row.
	 * @param once whether the row was changed but once
	 */
	private void write(RowLog.Row row, boolean once, RowUndo undo) {
		TableShape shape = row.shape();
		List<String> now = once ? row.now() : List.of();
		switch (row.change()) {
			case INSERT -> {
				undo.inserted(shape, row.key(), now);
				this.log.inserted().merge(shape.name(), 1L, Long::sum);
			}
			case UPDATE -> undo.updated(shape, row.key(), row.old(), now, this.touches.get(row.table())::mayUpdate);
			case DELETE -> {
				undo.deleted(shape, row.old());
				this.log.inserted().merge(shape.name(), -1L, Long::sum);
			}
		}
	}

	private void restoreSequence(String name, @Nullable Long before) throws SQLException {
		this.log
			.addInOrder(Sequences.restore(name, before, this.bench.sequence(name)).stream().map(Entry::new).toList());
	}

	/** The keys a row has before and after a change. */
	private static Set<String> places(RowLog.Row row) {
		TableShape shape = row.shape();
		Set<String> places = new HashSet<>();
		if (!row.key().isEmpty()) {
			places.add(shape.name() + row.key());
		}
		if (!row.old().isEmpty()) {
			List<String> names = RowLog.values(shape);
			places.add(shape.name() + shape.key().stream().map((part) -> row.old().get(names.indexOf(part))).toList());
		}
		return places;
	}

}
