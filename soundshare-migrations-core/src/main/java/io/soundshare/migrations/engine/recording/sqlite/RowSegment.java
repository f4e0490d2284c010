package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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

	RowSegment(Workbench bench, ChangeSetLog log, Schema schema) {
		this.bench = bench;
		this.log = log;
		this.rows = new RowLog(bench.sql());
		this.schema = schema;
	}

	/** Watch a table for what may become of its rows. */
	void watch(Touch touch) throws SQLException {
		String name = Names.fold(touch.table().name());
		Integer number = this.numbers.get(name);
		if (number == null) {
			number = this.touches.size();
			TableShape shape = this.bench.tables().shape(touch.table());
			this.rows.widen(shape);
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
				this.bench.sql()
					.run(RowLog.triggerSql(number, this.shapes.get(number), change, this.log.budget().rowsLeft()));
			}
		}
	}

	/** Drop the triggers, and write what undoes it all. */
	void close() throws SQLException {
		if (this.touches.isEmpty()) {
			return;
		}
		List<String> drops = new ArrayList<>();
		for (int i = 0; i < this.watched.size(); i++) {
			for (RowChange change : this.watched.get(i)) {
				drops.add("DROP TRIGGER temp." + RowLog.trigger(i, change));
			}
		}
		this.bench.sql().run(String.join(";\n", drops));
		long count = this.rows.rows();
		if (count > 0) {
			this.log.budget().addRows(count);
			write();
		}
		this.bench.sql().run(RowLog.dropSql());
	}

	private void write() throws SQLException {
		List<SchemaObject> triggers = this.schema
			.objects((object) -> object.is("trigger") && this.numbers.containsKey(Names.fold(object.table())));
		List<SchemaObject> lastFirst = new ArrayList<>(triggers);
		java.util.Collections.reverse(lastFirst);
		lastFirst.forEach((trigger) -> this.log.add(new Entry(trigger.sql())));
		for (Map.Entry<Integer, @Nullable Long> sequence : this.sequences.entrySet()) {
			String name = this.shapes.get(sequence.getKey()).name();
			this.log.addInOrder(Sequences.restore(name, sequence.getValue(), this.bench.sequence(name))
				.stream()
				.map(Entry::new)
				.toList());
		}
		RowUndo undo = new RowUndo((sql) -> this.log.add(new Entry(sql)));
		this.rows.read(this.shapes, this.bench.literals(), (table, change, key, old) -> {
			TableShape shape = this.shapes.get(table);
			switch (change) {
				case INSERT -> {
					undo.inserted(shape, key);
					this.log.inserted().merge(shape.name(), 1L, Long::sum);
				}
				case UPDATE -> undo.updated(shape, key, old, this.touches.get(table)::mayUpdate);
				case DELETE -> undo.deleted(shape, old);
			}
		});
		undo.flush();
		for (SchemaObject trigger : triggers) {
			this.log.touched().add(trigger.label());
			this.log.add(new Entry("DROP TRIGGER " + Names.quote(trigger.name())));
		}
	}

}
