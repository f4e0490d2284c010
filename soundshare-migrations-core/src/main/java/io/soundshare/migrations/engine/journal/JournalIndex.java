package io.soundshare.migrations.engine.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds in the journal who wrote a history row, what was skipped last, and what has not
 * ended.
 */
public final class JournalIndex {

	private final Map<String, JournalEntry> applied = new HashMap<>();

	private final Map<String, String> skipped = new HashMap<>();

	private final Map<String, List<JournalEntry>> applications = new HashMap<>();

	private final List<JournalEntry> unfinished;

	private final List<JournalEntry> entries;

	public JournalIndex(List<JournalEntry> entries) {
		this.entries = List.copyOf(entries);
		for (JournalEntry entry : entries) {
			if (entry.outcome() == JournalEntry.Outcome.DONE) {
				List<JournalEntry> since = this.applications.computeIfAbsent(key(entry.key()),
						(key) -> new ArrayList<>());
				if (entry.action() != Step.Action.APPLY) {
					since.clear();
				}
				else {
					since.add(0, entry);
				}
			}
			boolean writes = entry.action() == Step.Action.APPLY || entry.action() == Step.Action.MARK;
			if (writes && (entry.outcome() == JournalEntry.Outcome.DONE
					|| entry.outcome() == JournalEntry.Outcome.MARKED)) {
				this.applied.put(key(entry.key(), entry.deployment()), entry);
			}
			if (entry.outcome() == JournalEntry.Outcome.SKIPPED) {
				this.skipped.put(key(entry.key()), entry.message() + "");
			}
			else {
				this.skipped.remove(key(entry.key()));
			}
		}
		this.unfinished = entries.stream().filter((entry) -> entry.outcome() == JournalEntry.Outcome.STARTED).toList();
	}

	/**
	 * The entry of the deployment a row is of; {@code null} if stock Liquibase wrote it.
	 */
	public @Nullable JournalEntry of(RanChangeSet row) {
		return this.applied.get(key(row.toString(), row.getDeploymentId()));
	}

	/**
	 * The entries of each time a revision was applied since it was not there, the last
	 * first; none if somebody else has applied or marked it the last time.
	 */
	public List<JournalEntry> applications(RanChangeSet row) {
		List<JournalEntry> found = this.applications.getOrDefault(key(row.toString()), List.of());
		boolean last = !found.isEmpty() && Objects.equals(found.get(0).deployment(), row.getDeploymentId());
		if (!last) {
			return List.of();
		}
		// What was there was taken out by somebody who keeps no journal, if not RERAN.
		return (row.getExecType() == ChangeSet.ExecType.RERAN) ? List.copyOf(found) : List.of(found.get(0));
	}

	/** Return why a revision was skipped the last time; {@code null} if it was not. */
	public @Nullable String whySkipped(String revision) {
		return this.skipped.get(key(revision));
	}

	public List<JournalEntry> entries() {
		return this.entries;
	}

	public List<JournalEntry> unfinished() {
		return this.unfinished;
	}

	/** Liquibase compares paths, ids and authors without regard to case. */
	private static String key(String revision, @Nullable String deployment) {
		return key(revision + "::" + deployment);
	}

	private static String key(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
