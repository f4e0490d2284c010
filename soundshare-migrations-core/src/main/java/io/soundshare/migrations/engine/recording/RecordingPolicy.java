package io.soundshare.migrations.engine.recording;

import java.util.Locale;
import java.util.Set;

/**
 * The rules of recording.
 *
 * @param ownTables the tables migrations keep for themselves, in lower case: never
 * recorded
 * @param keptPrefix what the names of kept tables begin with; a number of the journal
 * follows, an underscore and a number of its own
 * @param keep whether the rows of dropped columns and tables are kept
 * @param maxRows the number of rows of a change set that are recorded at most
 * @param maxBytes the number of characters of SQL that are recorded at most
 */
public record RecordingPolicy(Set<String> ownTables, String keptPrefix, boolean keep, long maxRows, long maxBytes) {

	public RecordingPolicy {
		ownTables = Set.copyOf(ownTables);
	}

	/** Whether a table is one that migrations keep for themselves. */
	public boolean isOwn(String table) {
		String name = table.toLowerCase(Locale.ROOT);
		return this.ownTables.contains(name) || name.startsWith(this.keptPrefix.toLowerCase(Locale.ROOT));
	}

	/** The name of a kept table. */
	public String keptTable(long journalId, int number) {
		return this.keptPrefix + journalId + "_" + number;
	}

}
