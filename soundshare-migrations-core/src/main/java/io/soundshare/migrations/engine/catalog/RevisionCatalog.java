package io.soundshare.migrations.engine.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.soundshare.migrations.engine.plan.Revisions;
import io.soundshare.migrations.engine.undo.RecordedUndo;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.KeptRows;
import io.soundshare.migrations.model.Revision;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Revisions, and Liquibase's objects behind them.
 *
 * @param revisions the revisions
 * @param sources what each was made from, by identity
 * @param applied the same of those that are applied, by their keys
 * @param unfinished what the journal says has begun outside a transaction and not ended
 * @param kept what the journal says is kept of dropped tables and columns
 */
public record RevisionCatalog(Revisions revisions, Map<Revision, Source> sources, Map<String, Source> applied,
		List<JournalEntry> unfinished, List<KeptRows> kept) {

	/** The origin of a revision, also of one that has another way back by now. */
	public Source source(Revision revision) {
		Source source = this.sources.getOrDefault(revision, this.applied.get(revision.key()));
		if (source == null) {
			throw new IllegalArgumentException("Not of this catalog: " + revision);
		}
		return source;
	}

	/** The change sets before a revision, in changelog order. */
	public List<ChangeSet> before(Revision revision) {
		return this.revisions.changelog()
			.stream()
			.takeWhile((other) -> !other.key().equals(revision.key()))
			.map((other) -> source(other).changeSet())
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * The origin of a revision; at least one of the two is there.
	 *
	 * @param changeSet the change set, {@code null} if this build does not know it
	 * @param row the history row, {@code null} if it is not applied
	 * @param recorded what was recorded to undo it, {@code null} if nothing was
	 */
	public record Source(@Nullable ChangeSet changeSet, @Nullable RanChangeSet row, @Nullable RecordedUndo recorded) {

	}

}
