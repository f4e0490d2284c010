package io.soundshare.migrations.engine.recording.postgres;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The changes of data of a change set, by what its objects were: those before any of the
 * objects they are about changed, those after it, and those in between. Only the last are
 * undone in tables that are others than they were.
 *
 * @param before those that are undone when all objects are what they were
 * @param between those that are undone when tables and columns are what they were
 * @param after those that are undone before anything else
 */
record DataPhases(List<DataStep> before, List<DataStep> between, List<DataStep> after) {

	static DataPhases of(List<DataStep> all, Catalog first, Catalog last) {
		int begin = 0;
		while (begin < all.size() && isAt(all.get(begin), first)) {
			begin++;
		}
		int end = all.size();
		while (end > begin && isAt(all.get(end - 1), last)) {
			end--;
		}
		return new DataPhases(all.subList(0, begin), all.subList(begin, end), all.subList(end, all.size()));
	}

	/** Whether the tables of a step were what they are in a catalogue. */
	private static boolean isAt(DataStep step, Catalog catalog) {
		return step.kept() == null && step.at() == step.after()
				&& tables(step).stream().allMatch((table) -> step.at().isSame(table, catalog));
	}

	private static Set<Key> tables(DataStep step) {
		Set<Key> tables = new HashSet<>();
		step.events().forEach((event) -> tables.add(event.table()));
		return tables;
	}

	/** The tables whose rows have changed while objects have. */
	Set<Key> tablesBetween() {
		Set<Key> tables = new HashSet<>();
		this.between.forEach((step) -> tables.addAll(tables(step)));
		return tables;
	}

}
