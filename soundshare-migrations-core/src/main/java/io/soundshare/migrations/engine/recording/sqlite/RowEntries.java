package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.recording.Recording.Entry;

/**
 * What a segment that changes the schema takes from the rows, to be put right before
 * tables are as they were, and afterwards.
 */
final class RowEntries {

	private final List<Entry> deletes = new ArrayList<>();

	private final List<Entry> restores = new ArrayList<>();

	private final Set<String> tables = new HashSet<>();

	/** What has to be done before a table has its constraints, by its folded name. */
	private final Map<String, List<Entry>> values = new HashMap<>();

	List<Entry> deletes() {
		return this.deletes;
	}

	List<Entry> restores() {
		return this.restores;
	}

	/**
	 * Add what gives rows the values they had. The table may refuse what a column comes
	 * back with before: then it gets its constraints later.
	 */
	void addValues(TablePair pair, List<Entry> entries) {
		boolean refused = (pair.now() == null || !pair.nowKey().isEmpty()) && pair.shape()
			.stored()
			.stream()
			.anyMatch((column) -> pair.now(column) == null && Fill.mayBeRefused(pair.was(), column));
		if (!refused) {
			add(pair, entries);
		}
		else if (!entries.isEmpty()) {
			this.values.computeIfAbsent(Names.fold(pair.was().name()), (name) -> new ArrayList<>()).addAll(entries);
		}
	}

	List<Entry> values(TablePair pair) {
		return this.values.getOrDefault(Names.fold(pair.was().name()), List.of());
	}

	void add(TablePair pair, List<Entry> entries) {
		this.restores.addAll(entries);
		if (!entries.isEmpty()) {
			this.tables.add(Names.fold(pair.was().name()));
		}
	}

	/** Return the folded names of the tables triggers of which must not fire. */
	Set<String> tables() {
		return this.tables;
	}

}
