package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a change set so far.
 */
final class ChangeSetLog {

	private final RecordingPolicy policy;

	private final long journalId;

	private final Budget budget;

	private final List<Entry> entries = new ArrayList<>();

	private final List<Kept> kept = new ArrayList<>();

	private final Set<String> touched = new LinkedHashSet<>();

	private final Map<String, Long> inserted = new LinkedHashMap<>();

	/** The tables it has made that are in no other's place, by their folded names. */
	private final Map<String, String> made = new LinkedHashMap<>();

	/** What the tables it has renamed were called at first. */
	private final Map<String, String> firstNames = new LinkedHashMap<>();

	/** The columns it has added to tables that were there. */
	private final Set<Place> columns = new LinkedHashSet<>();

	/** The columns that get values in rows that have none, and which. */
	private final Map<Place, String> filled = new LinkedHashMap<>();

	private @Nullable Schema before;

	ChangeSetLog(RecordingPolicy policy, long journalId) {
		this.policy = policy;
		this.journalId = journalId;
		this.budget = new Budget(policy);
	}

	RecordingPolicy policy() {
		return this.policy;
	}

	long journalId() {
		return this.journalId;
	}

	Budget budget() {
		return this.budget;
	}

	Map<String, String> made() {
		return this.made;
	}

	boolean isMade(String table) {
		return this.made.containsKey(Names.fold(table));
	}

	Map<String, String> firstNames() {
		return this.firstNames;
	}

	@Nullable Schema before() {
		return this.before;
	}

	void beginsWith(Schema schema) {
		if (this.before == null) {
			this.before = schema;
		}
	}

	void addColumn(Place column) {
		this.columns.add(column);
	}

	Set<Place> columns() {
		return this.columns;
	}

	Map<Place, String> filled() {
		return this.filled;
	}

	/** The labels of objects that were used in any way. */
	Set<String> touched() {
		return this.touched;
	}

	Map<String, Long> inserted() {
		return this.inserted;
	}

	List<Kept> kept() {
		return this.kept;
	}

	List<Entry> entries() {
		return this.entries;
	}

	/** What undoes it, if it has changed no object and no row. */
	Recording settings() {
		return (this.entries.isEmpty()) ? Recording.NOTHING
				: new Recording(this.entries, Map.of(), Map.of(), List.of(), Map.of(), List.of(), Map.of(), null);
	}

	String nextKept() {
		return this.policy.keptTable(this.journalId, this.kept.size() + 1);
	}

	void keep(String table, Place place, long rows) {
		this.kept.add(new Kept(table, place, rows));
	}

	/** Add a statement: it will run before all that were added. */
	void add(Entry entry) {
		this.budget.addText(entry.sql());
		this.entries.add(entry);
	}

	/** Add statements the length of which is accounted for. */
	void addWritten(List<Entry> statements) {
		this.entries.addAll(statements);
	}

	/** Add statements that are to run in their order. */
	void addInOrder(List<Entry> statements) {
		List<Entry> reversed = new ArrayList<>(statements);
		Collections.reverse(reversed);
		reversed.forEach(this::add);
	}

}
