package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of a change set.
 */
final class ChangeSetLog {

	private final Surroundings surroundings;

	private final RecordingPolicy policy;

	private final long journalId;

	private final List<Entry> entries = new ArrayList<>();

	private final Map<String, Long> inserted = new LinkedHashMap<>();

	private final Set<Key> touched = new LinkedHashSet<>();

	private final KeptData kept;

	private final SequenceValues sequences;

	private @Nullable Catalog first;

	private Catalog last = Catalog.EMPTY;

	private @Nullable String obstacle;

	private long rows;

	private long size;

	ChangeSetLog(Surroundings surroundings, RecordingPolicy policy, long journalId) {
		this.surroundings = surroundings;
		this.policy = policy;
		this.journalId = journalId;
		this.kept = new KeptData(surroundings.statements(), policy, journalId);
		this.sequences = new SequenceValues(surroundings.statements());
	}

	/** The same change set, of which nothing has happened yet. */
	ChangeSetLog again() {
		return new ChangeSetLog(this.surroundings, this.policy, this.journalId);
	}

	void obstacle(String reason) {
		if (this.obstacle == null) {
			this.obstacle = reason;
		}
	}

	/** Copy what may be lost. */
	void keep(Catalog catalog, Losses losses) throws SQLException {
		this.kept.copy(catalog, losses, first());
	}

	SequenceValues sequences() {
		return this.sequences;
	}

	/** The catalogue before the change set, unless it is known. */
	void first(Catalog catalog) {
		if (this.first == null) {
			this.first = catalog;
			this.last = catalog;
		}
	}

	private Catalog first() {
		return Objects.requireNonNull(this.first);
	}

	/** Those of some tables that were there before the change set. */
	List<Item> notMade(Collection<Item> tables) {
		return tables.stream().filter((table) -> first().group(table.key()) != null).toList();
	}

	/** Add what undoes a segment. */
	void segment(Catalog before, Catalog after, List<RowEvent> events) throws SQLException {
		this.last = after;
		this.rows += events.size();
		List<RowEvent> counted = events.stream().filter((event) -> before.find(event.table()) != null).toList();
		for (RowEvent event : counted) {
			this.touched.add(event.table());
			if (event.kind() != 'U') {
				this.inserted.merge(name(before, event.table()), (event.kind() == 'I') ? 1L : -1L, Long::sum);
			}
		}
		if (this.rows > this.policy.maxRows()) {
			obstacle("it changes more rows than the %,d that are recorded at most".formatted(this.policy.maxRows()));
			counted = List.of();
		}
		undo(before, after, counted);
	}

	private void undo(Catalog before, Catalog after, List<RowEvent> counted) throws SQLException {
		Matching matching = new Matching(before, after);
		String unknown = Unknown.in(matching);
		if (unknown != null) {
			obstacle(unknown);
			this.kept.settle(after, null);
			this.sequences.forget();
			return;
		}
		List<Entry> undo = new ArrayList<>();
		SchemaUndo schema = matching.isEmpty() ? null
				: new SchemaUndo(matching, this.surroundings.casts(), this.surroundings.user());
		List<Entry> kept = this.kept.settle(after, schema);
		if (schema != null) {
			schema.beforeRows().forEach((sql) -> undo.add(new Entry(sql)));
		}
		rows(before, counted, schema).forEach((sql) -> undo.add(new Entry(sql)));
		// As before all of it, whatever the rows were meanwhile.
		undo.addAll(kept);
		fillers(before, schema).forEach((sql) -> undo.add(new Entry(sql)));
		if (schema != null) {
			schema.afterRows().forEach((sql) -> undo.add(new Entry(sql)));
		}
		this.sequences.take(after).forEach((sql) -> undo.add(new Entry(sql)));
		Collections.reverse(undo);
		for (Entry entry : undo) {
			this.size += entry.sql().length();
			if (this.size > this.policy.maxBytes()) {
				obstacle("what undoes it has more than the %,d characters that are recorded at most"
					.formatted(this.policy.maxBytes()));
				return;
			}
			this.entries.add(entry);
		}
	}

	private List<String> rows(Catalog before, List<RowEvent> events, @Nullable SchemaUndo schema) {
		// All rows of a table that is gone are kept, those that had changed before it
		// went as well.
		List<RowEvent> there = events.stream()
			.filter((event) -> schema == null || !schema.changes().isCreated(before.item(event.table())))
			.toList();
		return quietly(before, new RowUndo(before).of(there), there.stream().map(RowEvent::table).toList(), schema);
	}

	private List<String> fillers(Catalog before, @Nullable SchemaUndo schema) {
		List<String> rows = new ArrayList<>();
		Set<Key> tables = new LinkedHashSet<>();
		if (schema != null) {
			for (Item column : schema.required()) {
				String fill = Fillers.of(before, column);
				if (fill != null) {
					rows.add(fill);
					tables.add(column.owner());
				}
			}
		}
		return quietly(before, rows, tables, schema);
	}

	private static List<String> quietly(Catalog before, List<String> rows, Collection<Key> tables,
			@Nullable SchemaUndo schema) {
		if (rows.isEmpty()) {
			return rows;
		}
		QuietTables quiet = new QuietTables(before, tables,
				(part) -> schema == null || !schema.changes().isCreated(part));
		List<String> undo = new ArrayList<>(quiet.begin());
		undo.addAll(rows);
		undo.addAll(quiet.end());
		return undo;
	}

	private static String name(Catalog catalog, Key table) {
		Item item = catalog.item(table);
		return item.schema().equals(catalog.defaultSchema()) ? item.name() : item.schema() + "." + item.name();
	}

	Recording recording() throws SQLException {
		if (this.first == null) {
			return (this.obstacle != null) ? Recording.impossible(this.obstacle) : Recording.NOTHING;
		}
		for (Group group : this.last.groups()) {
			if (first().group(group.owner()) != group) {
				this.touched.add(group.owner());
			}
		}
		for (Group group : first().groups()) {
			if (this.last.group(group.owner()) == null) {
				this.touched.add(group.owner());
			}
		}
		Map<String, String> then = new Definitions(first()).of(this.touched);
		Map<String, String> now = new Definitions(this.last).of(this.touched);
		if (this.entries.isEmpty() && this.obstacle == null && then.equals(now)) {
			return Recording.NOTHING;
		}
		if (this.obstacle != null) {
			this.kept.discard();
		}
		return new Recording((this.obstacle != null) ? List.of() : this.entries, then, now, made(), this.inserted,
				this.kept.kept(), this.obstacle);
	}

	private List<Place> made() {
		List<Place> made = new ArrayList<>();
		for (Key key : this.touched) {
			Group now = this.last.group(key);
			Group then = first().group(key);
			if (now == null || now.whole().kind() != Kind.TABLE) {
				continue;
			}
			String name = name(this.last, key);
			if (then == null) {
				made.add(new Place(name, null));
				continue;
			}
			this.last.parts(key, Kind.COLUMN)
				.stream()
				.filter((column) -> !then.items().containsKey(column.key()))
				.forEach((column) -> made.add(new Place(name, column.name())));
		}
		return made;
	}

}
