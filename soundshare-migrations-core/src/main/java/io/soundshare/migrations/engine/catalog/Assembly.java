package io.soundshare.migrations.engine.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.journal.JournalIndex;
import io.soundshare.migrations.engine.plan.Revisions;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.undo.KeptTables;
import io.soundshare.migrations.engine.undo.RecordedUndo;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.Undo;
import liquibase.ChecksumVersion;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.sqlgenerator.core.MarkChangeSetRanGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The changelog and the history in the words of the model: a revision for every change
 * set and for every row.
 */
final class Assembly {

	private final LiquibaseSession session;

	private final Map<String, RanChangeSet> ran;

	private final List<ChangeSet> shown;

	private final Set<ChangeSet> applicable;

	private final JournalIndex journal;

	private final Function<Date, Instant> times;

	private final Map<String, Integer> idCounts = new HashMap<>();

	private final Map<Revision, RevisionCatalog.Source> sources = new IdentityHashMap<>();

	Assembly(LiquibaseSession session, Map<String, RanChangeSet> ran, List<ChangeSet> shown,
			Map<String, ChangeSet> known, Set<ChangeSet> applicable, JournalIndex journal,
			Function<Date, Instant> times) {
		this.session = session;
		this.ran = ran;
		this.shown = shown;
		this.applicable = applicable;
		this.journal = journal;
		this.times = times;
		shown.forEach((changeSet) -> this.idCounts.merge(changeSet.getId(), 1, Integer::sum));
		ran.forEach((identity, row) -> {
			if (!known.containsKey(identity)) {
				this.idCounts.merge(row.getId(), 1, Integer::sum);
			}
		});
	}

	RevisionCatalog assemble() {
		ChangeSet head = this.shown.isEmpty() ? null : this.shown.get(this.shown.size() - 1);
		List<RanChangeSet> rows = List.copyOf(this.ran.values());
		RanChangeSet current = rows.isEmpty() ? null : rows.get(rows.size() - 1);
		Map<String, Revision> revisions = new HashMap<>();
		List<Revision> changelog = new ArrayList<>();
		for (ChangeSet changeSet : this.shown) {
			String identity = RevisionReader.identity(changeSet.toNormalizedString());
			RanChangeSet row = this.ran.get(identity);
			RevisionCatalog.Source source = new RevisionCatalog.Source(changeSet, row, recorded(row));
			Revision revision = readable(changeSet,
					() -> revision(changeSet, source, row != null && row == current, changeSet == head));
			changelog.add(revision);
			revisions.put(identity, revision);
			this.sources.put(revision, source);
		}
		List<Revision> applied = new ArrayList<>();
		Map<String, RevisionCatalog.Source> byKey = new HashMap<>();
		this.ran.forEach((identity, row) -> {
			Revision revision = revisions.get(identity);
			if (revision == null) {
				RecordedUndo recorded = recorded(row);
				revision = unknown(row, recorded, row == current);
				this.sources.put(revision, new RevisionCatalog.Source(null, row, recorded));
			}
			applied.add(revision);
			byKey.put(revision.key(), Objects.requireNonNull(this.sources.get(revision)));
		});
		Set<Revision> rerun = new HashSet<>();
		for (Revision revision : changelog) {
			RevisionCatalog.Source source = this.sources.get(revision);
			ChangeSet changeSet = (source != null) ? source.changeSet() : null;
			if (revision.isApplied() && changeSet != null && changeSet.isAlwaysRun()
					&& this.applicable.contains(changeSet)) {
				rerun.add(revision);
			}
		}
		return new RevisionCatalog(new Revisions(changelog, applied, rerun), this.sources, byKey,
				this.journal.unfinished(), KeptTables.rows(this.journal.entries()));
	}

	/**
	 * Make a revision, and name its change set if that fails: a checksum needs the files
	 * the change set names, and Liquibase does not say who names the one that cannot be
	 * read.
	 */
	private Revision readable(ChangeSet changeSet, Supplier<Revision> revision) {
		try {
			return revision.get();
		}
		catch (RuntimeException ex) {
			throw new UnexpectedLiquibaseException(name(changeSet.getId(), changeSet.toNormalizedString()) + "  ("
					+ changeSet.getFilePath() + "): " + LiquibaseErrors.deepest(ex).getMessage(), ex);
		}
	}

	private Revision revision(ChangeSet changeSet, RevisionCatalog.Source source, boolean current, boolean head) {
		RanChangeSet row = source.row();
		RevisionState state = state(changeSet, row);
		JournalEntry entry = (row != null) ? this.journal.of(row) : null;
		List<String> irreversible = new IrreversibleChanges(this.session.database()).of(changeSet, row);
		Undo undo = WayBack.of(changeSet, row, source.recorded(), irreversible, this.session);
		return new Revision(name(changeSet.getId(), changeSet.toNormalizedString()), changeSet.getId(),
				changeSet.getAuthor(), DatabaseChangeLog.normalizePath(changeSet.getFilePath()),
				text(changeSet.getDescription()), text(changeSet.getComments()), tag(changeSet, row),
				labels(changeSet.getLabels()), contexts(changeSet.getContextFilter()), checksum(changeSet, row), state,
				order(row), executed(row), (entry != null) ? entry.durationMillis() : null,
				(row != null) ? row.getDeploymentId() : null, (entry != null) ? entry.by() : null, undo, current, head,
				execution(row), (state == RevisionState.PENDING) ? this.journal.whySkipped(key(changeSet)) : null,
				undo.isPossible() ? List.of() : irreversible);
	}

	private @Nullable RecordedUndo recorded(@Nullable RanChangeSet row) {
		return (row != null) ? RecordedUndo.of(this.journal.applications(row)) : null;
	}

	private @Nullable Instant executed(@Nullable RanChangeSet row) {
		return (row != null && row.getDateExecuted() != null) ? this.times.apply(row.getDateExecuted()) : null;
	}

	private static @Nullable String execution(@Nullable RanChangeSet row) {
		return (row != null && row.getExecType() != null) ? row.getExecType().value : null;
	}

	private static String key(ChangeSet changeSet) {
		return DatabaseChangeLog.normalizePath(changeSet.getFilePath()) + "::" + changeSet.getId() + "::"
				+ changeSet.getAuthor();
	}

	private Revision unknown(RanChangeSet row, @Nullable RecordedUndo recorded, boolean current) {
		JournalEntry entry = this.journal.of(row);
		return new Revision(name(row.getId(), row.toString()), row.getId(), row.getAuthor(),
				DatabaseChangeLog.normalizePath(row.getChangeLog()), text(row.getDescription()),
				text(row.getComments()), row.getTag(), labels(row.getLabels()), contexts(row.getContextExpression()),
				text(row.getLastCheckSum()), RevisionState.UNKNOWN, order(row), executed(row),
				(entry != null) ? entry.durationMillis() : null, row.getDeploymentId(),
				(entry != null) ? entry.by() : null, WayBack.ofUnknown(row, recorded), current, false, execution(row),
				null, List.of());
	}

	private RevisionState state(ChangeSet changeSet, @Nullable RanChangeSet row) {
		if (row == null) {
			return RevisionState.PENDING;
		}
		if (!this.applicable.contains(changeSet) || changeSet.isCheckSumValid(row.getLastCheckSum())) {
			return RevisionState.APPLIED;
		}
		return (changeSet.isRunOnChange() || changeSet.isAlwaysRun()) ? rerun(changeSet) : RevisionState.CHANGED;
	}

	/**
	 * An edited runOnChange is what the next upgrade will run; runAlways needs no edit.
	 */
	private RevisionState rerun(ChangeSet changeSet) {
		return changeSet.isRunOnChange() ? RevisionState.PENDING : RevisionState.APPLIED;
	}

	private String name(String id, String key) {
		return Printable.line((this.idCounts.getOrDefault(id, 0) > 1) ? key : id);
	}

	private @Nullable String tag(ChangeSet changeSet, @Nullable RanChangeSet row) {
		return (row != null) ? row.getTag() : MarkChangeSetRanGenerator.getTagFromChangeset(changeSet);
	}

	private @Nullable String checksum(ChangeSet changeSet, @Nullable RanChangeSet row) {
		if (row != null) {
			return text(row.getLastCheckSum());
		}
		return text(changeSet.generateCheckSum(ChecksumVersion.latest()));
	}

	/** A row of a very old Liquibase has no order: it is applied all the same. */
	private @Nullable Integer order(@Nullable RanChangeSet row) {
		if (row == null) {
			return null;
		}
		return (row.getOrderExecuted() != null) ? row.getOrderExecuted() : Integer.valueOf(0);
	}

	private static @Nullable String text(@Nullable CheckSum checksum) {
		return (checksum != null) ? checksum.toString() : null;
	}

	private @Nullable String text(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : this.session.redactor().text(text);
	}

	private static List<String> labels(@Nullable Labels labels) {
		return (labels != null) ? labels.getLabels().stream().sorted().toList() : List.of();
	}

	private static List<String> contexts(@Nullable ContextExpression contexts) {
		return (contexts != null && contexts.getOriginalString() != null && !contexts.isEmpty())
				? List.of(contexts.getOriginalString()) : List.of();
	}

}
