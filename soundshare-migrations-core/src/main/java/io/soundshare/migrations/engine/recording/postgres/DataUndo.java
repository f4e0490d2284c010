package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.Recording.Place;
import org.jspecify.annotations.Nullable;

/**
 * What undoes changes of data, the last first. It runs when all tables and columns are
 * what they were before the change set, and nothing yet asks anything of the rows that is
 * new.
 */
final class DataUndo {

	private final Casts casts;

	/** The columns that have all of their values again. */
	private final Set<Key> restored = new HashSet<>();

	/** The columns that get values in rows that have none, and which. */
	private final Map<Place, String> filled = new LinkedHashMap<>();

	private final List<Entry> afterObjects = new ArrayList<>();

	private final List<Entry> beforeObjects = new ArrayList<>();

	private final Matching matching;

	private final @Nullable SchemaUndo schema;

	DataUndo(Matching matching, @Nullable SchemaUndo schema, Casts casts) {
		this.casts = casts;
		this.matching = matching;
		this.schema = schema;
	}

	/** Return what comes when the objects are what they were. */
	List<Entry> of(DataPhases phases, KeptData kept) throws SQLException {
		add(phases.after(), new Matching(this.matching.after(), this.matching.after()), this.afterObjects);
		phases.between()
			.stream()
			.map(DataStep::kept)
			.filter(Objects::nonNull)
			.forEach((copy) -> copy.changedSince(phases.tablesBetween()));
		List<Entry> between = between(phases.between(), kept);
		// By then columns that were taken away have their values again.
		add(phases.before(), new Matching(this.matching.before(), this.matching.before()), this.beforeObjects);
		return between;
	}

	private void add(List<DataStep> steps, Matching same, List<Entry> undo) {
		List<DataStep> rows = new ArrayList<>(steps);
		Collections.reverse(rows);
		addRows(rows, same, null, undo);
	}

	/**
	 * What comes before the objects are what they were: what happened to rows after all
	 * else.
	 */
	List<Entry> afterObjects() {
		return this.afterObjects;
	}

	/** What comes after everything: what happened to rows before all else. */
	List<Entry> beforeObjects() {
		return this.beforeObjects;
	}

	private List<Entry> between(List<DataStep> steps, KeptData kept) throws SQLException {
		List<Entry> undo = new ArrayList<>();
		Set<Key> whole = copiedWhole(steps);
		List<DataStep> rows = new ArrayList<>();
		for (int i = steps.size() - 1; i >= 0; i--) {
			DataStep step = steps.get(i);
			KeptCopy copy = step.kept();
			if (copy == null) {
				rows.add(without(step, whole));
				continue;
			}
			addRows(rows, this.matching, this.schema, undo);
			if (!copy.isUseless()) {
				undo.addAll(kept.settle(copy, this.matching.before(), this.matching.after(), this.schema));
				this.restored.addAll(copy.restored());
			}
			if (copy.isWhole()) {
				whole.remove(copy.table().key());
			}
		}
		addRows(rows, this.matching, this.schema, undo);
		fill(undo);
		return undo;
	}

	Map<Place, String> filled() {
		return this.filled;
	}

	/** The tables that are gone, and of which there is a copy with all rows. */
	private Set<Key> copiedWhole(List<DataStep> steps) {
		Set<Key> whole = new HashSet<>();
		for (DataStep step : steps) {
			KeptCopy copy = step.kept();
			if (copy != null && copy.isTableGone() && copy.isWhole()) {
				whole.add(copy.table().key());
			}
		}
		return whole;
	}

	/**
	 * What happened to rows after they were copied, before their table went, went with
	 * it.
	 */
	private static DataStep without(DataStep step, Set<Key> whole) {
		return new DataStep(step.events().stream().filter((event) -> !whole.contains(event.table())).toList(),
				step.at(), step.after(), null);
	}

	private void addRows(List<DataStep> steps, Matching matching, @Nullable SchemaUndo schema, List<Entry> undo) {
		List<String> statements = new ArrayList<>();
		Set<Key> tables = new LinkedHashSet<>();
		Guards guards = new Guards(matching.before(), (part) -> schema == null || !schema.changes().isCreated(part));
		for (DataStep step : steps) {
			RowKeys keys = new RowKeys(matching, this.matching.after(), step, this.restored, schema);
			statements.addAll(new RowUndo(matching.before(), step, this.casts, guards, keys).statements());
			step.events().forEach((event) -> tables.add(event.table()));
		}
		steps.clear();
		quietly(statements, tables, matching, schema, undo);
	}

	private static void quietly(List<String> rows, Collection<Key> tables, Matching matching,
			@Nullable SchemaUndo schema, List<Entry> undo) {
		if (!rows.isEmpty()) {
			QuietTables quiet = new QuietTables(matching.before(), tables,
					(part) -> schema == null || !schema.changes().isCreated(part));
			quiet.begin().forEach((sql) -> undo.add(new Entry(sql)));
			rows.forEach((sql) -> undo.add(new Entry(sql)));
			quiet.end().forEach((sql) -> undo.add(new Entry(sql)));
		}
	}

	/** Rows that were added since a column went have nothing to come back. */
	private void fill(List<Entry> undo) {
		List<String> rows = new ArrayList<>();
		Set<Key> tables = new LinkedHashSet<>();
		if (this.schema != null) {
			for (Item column : this.schema.required()) {
				String fill = Fillers.of(this.matching.before(), column);
				if (fill != null) {
					String value = Fillers.value(this.matching.before(), column);
					if (value != null && !column.has("identity")) {
						Item table = this.matching.before().item(column.owner());
						this.filled.put(new Place(this.matching.before().name(table), column.name()), value);
					}
					rows.add(fill);
					tables.add(column.owner());
				}
			}
		}
		quietly(rows, tables, this.matching, this.schema, undo);
	}

}
