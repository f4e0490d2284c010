package io.soundshare.migrations.boot.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.JournalEntry.Outcome;

/**
 * What one operation did: its entries in the journal.
 *
 * @param entries at least one, the newest first
 */
record Deployment(List<JournalEntry> entries) {

	/** Divide a journal, the newest first. */
	static List<Deployment> of(List<JournalEntry> journal) {
		List<Deployment> deployments = new ArrayList<>();
		List<JournalEntry> open = new ArrayList<>();
		for (JournalEntry entry : journal) {
			if (!open.isEmpty() && !isSame(open.get(0), entry)) {
				deployments.add(new Deployment(List.copyOf(open)));
				open.clear();
			}
			open.add(entry);
		}
		if (!open.isEmpty()) {
			deployments.add(new Deployment(List.copyOf(open)));
		}
		return deployments;
	}

	private static boolean isSame(JournalEntry one, JournalEntry other) {
		return one.operation().equals(other.operation()) && Objects.equals(one.deployment(), other.deployment())
				&& one.by().equals(other.by());
	}

	JournalEntry first() {
		return this.entries.get(this.entries.size() - 1);
	}

	long durationMillis() {
		return this.entries.stream()
			.map(JournalEntry::durationMillis)
			.filter(Objects::nonNull)
			.mapToLong(Long::longValue)
			.sum();
	}

	/** How it ended: the worst of its entries. */
	Outcome outcome() {
		for (Outcome outcome : List.of(Outcome.FAILED, Outcome.INTERRUPTED, Outcome.STARTED)) {
			if (this.entries.stream().anyMatch((entry) -> entry.outcome() == outcome)) {
				return outcome;
			}
		}
		return Outcome.DONE;
	}

}
