package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

	List<Entry> deletes() {
		return this.deletes;
	}

	List<Entry> restores() {
		return this.restores;
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
