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

	private @Nullable Catalog first;

	private Catalog last = Catalog.EMPTY;

	private @Nullable String obstacle;

	private long rows;

	private long size;

	ChangeSetLog(Surroundings surroundings, RecordingPolicy policy, long journalId) {
		this.surroundings = surroundings;
		this.policy = policy;
		this.journalId = journalId;
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
			return;
		}
		Matching matching = new Matching(before, after);
		List<String> undo = new ArrayList<>();
		SchemaUndo schema = matching.isEmpty() ? null
				: new SchemaUndo(matching, this.surroundings.casts(), this.surroundings.user());
		if (schema != null) {
			undo.addAll(schema.beforeRows());
		}
		undo.addAll(rows(before, counted, schema));
		if (schema != null) {
			undo.addAll(schema.afterRows());
		}
		Collections.reverse(undo);
		for (String sql : undo) {
			this.size += sql.length();
			if (this.size > this.policy.maxBytes()) {
				obstacle("what undoes it has more than the %,d characters that are recorded at most"
					.formatted(this.policy.maxBytes()));
				return;
			}
			this.entries.add(new Entry(sql));
		}
	}

	private List<String> rows(Catalog before, List<RowEvent> events, @Nullable SchemaUndo schema) {
		List<String> rows = new RowUndo(before).of(events);
		if (rows.isEmpty()) {
			return rows;
		}
		QuietTables quiet = new QuietTables(before, events.stream().map(RowEvent::table).toList(),
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

	Recording recording() {
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
		return new Recording((this.obstacle != null) ? List.of() : this.entries, then, now, made(), this.inserted,
				List.of(), this.obstacle);
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
