package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What is taken down of a change set.
 */
final class ChangeSetLog {

	private final Surroundings surroundings;

	private final RecordingPolicy policy;

	private final long journalId;

	private final Map<String, Long> inserted = new LinkedHashMap<>();

	private final Set<Key> touched = new LinkedHashSet<>();

	private final KeptData kept;

	private final SequenceValues sequences;

	/** What has happened to rows, in order. */
	private final List<DataStep> steps = new ArrayList<>();

	/** The columns that get values in rows that have none, and which. */
	private final Map<Place, String> filled = new LinkedHashMap<>();

	private @Nullable String obstacle;

	private long rows;

	ChangeSetLog(Surroundings surroundings, RecordingPolicy policy, long journalId) {
		this.surroundings = surroundings;
		this.policy = policy;
		this.journalId = journalId;
		this.kept = new KeptData(surroundings, policy, journalId);
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
	void keep(Catalog first, Catalog now, Losses losses) throws SQLException {
		this.kept.copy(first, now, losses).forEach((copy) -> this.steps.add(new DataStep(List.of(), now, now, copy)));
		String hidden = this.kept.hidden();
		if (hidden != null) {
			obstacle(hidden);
		}
	}

	/** Have copies compared with what has become of what they are of. */
	void compareKept(CatalogView view) throws SQLException {
		if (this.kept.hasNew()) {
			this.kept.compare(view.present(), this.surroundings.casts());
		}
	}

	/** Remember where sequences are that were there before. */
	void sequences(Catalog first, Collection<Item> sequences) throws SQLException {
		List<Item> known = new ArrayList<>();
		for (Item sequence : sequences) {
			if (first.group(sequence.key()) != null && this.surroundings.isOwner(sequence.get("role"))) {
				known.add(sequence);
			}
		}
		this.sequences.add(known);
	}

	/**
	 * Add changes of rows.
	 * @param at the catalogue when that began
	 * @param after the catalogue when it was over
	 */
	void rows(Catalog first, List<RowEvent> events, Catalog at, Catalog after) {
		this.rows += events.size();
		if (this.rows > this.policy.maxRows()) {
			obstacle("it changes more rows than the %,d that are recorded at most".formatted(this.policy.maxRows()));
			return;
		}
		List<RowEvent> known = events.stream().filter((event) -> first.find(event.table()) != null).toList();
		for (RowEvent event : known) {
			this.touched.add(event.table());
			if (event.kind() != 'U') {
				this.inserted.merge(first.name(first.item(event.table())), (event.kind() == 'I') ? 1L : -1L, Long::sum);
			}
		}
		if (!known.isEmpty()) {
			this.steps.add(new DataStep(known, at, after, null));
		}
	}

	Recording nothing() {
		return (this.obstacle != null) ? Recording.impossible(this.obstacle) : Recording.NOTHING;
	}

	Recording recording(Catalog first, Catalog last) throws SQLException {
		Matching matching = new Matching(first, last);
		String unknown = Unknown.in(matching);
		if (unknown != null) {
			obstacle(unknown);
		}
		String unseen = this.kept.unseen(matching);
		if (unseen != null) {
			obstacle("it takes " + unseen + " away in a way that cannot be followed");
		}
		List<Entry> undo = (this.obstacle == null) ? undo(matching) : List.of();
		if (undo.stream().mapToLong((entry) -> entry.sql().length()).sum() > this.policy.maxBytes()) {
			obstacle("what undoes it has more than the %,d characters that are recorded at most"
				.formatted(this.policy.maxBytes()));
		}
		if (this.obstacle != null) {
			this.kept.discard();
			undo = List.of();
		}
		this.touched.addAll(matching.touched());
		Map<String, String> then = new Definitions(first).of(this.touched);
		Map<String, String> now = new Definitions(last).of(this.touched);
		if (undo.isEmpty() && this.obstacle == null && then.equals(now)) {
			return Recording.NOTHING;
		}
		List<Entry> entries = new ArrayList<>(undo);
		Collections.reverse(entries);
		return new Recording(entries, then, now, matching.places(), this.inserted, this.kept.kept(), this.filled,
				this.obstacle);
	}

	/** The statements in the order they are run. */
	private List<Entry> undo(Matching matching) throws SQLException {
		List<Entry> undo = new ArrayList<>();
		DataPhases phases = DataPhases.of(this.steps, matching.before(), matching.after());
		SchemaUndo schema = matching.isEmpty() ? null : new SchemaUndo(matching, this.surroundings, phases);
		DataUndo data = new DataUndo(matching, schema, this.surroundings.casts());
		List<Entry> between = data.of(phases, this.kept);
		this.filled.putAll(data.filled());
		undo.addAll(data.afterObjects());
		if (schema != null) {
			schema.beforeRows().forEach((sql) -> undo.add(new Entry(sql)));
		}
		undo.addAll(between);
		if (schema != null) {
			schema.afterRows().forEach((sql) -> undo.add(new Entry(sql)));
		}
		undo.addAll(data.beforeObjects());
		this.sequences.undo(matching.before(), matching.after()).forEach((sql) -> undo.add(new Entry(sql)));
		return undo;
	}

}
