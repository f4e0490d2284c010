package io.soundshare.migrations;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import liquibase.changelog.RanChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds in the journal who wrote a history row, and what has not ended.
 */
final class JournalIndex {

	private final Map<String, JournalEntry> applied = new HashMap<>();

	private final List<JournalEntry> unfinished;

	JournalIndex(List<JournalEntry> entries) {
		for (JournalEntry entry : entries) {
			boolean writes = entry.action() == Step.Action.APPLY || entry.action() == Step.Action.MARK;
			if (writes && entry.outcome() == JournalEntry.Outcome.DONE) {
				this.applied.put(key(entry.key(), entry.deployment()), entry);
			}
		}
		this.unfinished = entries.stream().filter((entry) -> entry.outcome() == JournalEntry.Outcome.STARTED).toList();
	}

	/**
	 * The entry of the deployment a row is of; {@code null} if stock Liquibase wrote it.
	 */
	@Nullable JournalEntry of(RanChangeSet row) {
		return this.applied.get(key(row.toString(), row.getDeploymentId()));
	}

	List<JournalEntry> unfinished() {
		return this.unfinished;
	}

	/** Liquibase compares paths, ids and authors without regard to case. */
	private static String key(String revision, @Nullable String deployment) {
		return (revision + "::" + deployment).toLowerCase(Locale.ROOT);
	}

}
