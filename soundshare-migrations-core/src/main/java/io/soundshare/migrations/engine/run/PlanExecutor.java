package io.soundshare.migrations.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.engine.catalog.Applicability;
import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.journal.Journal;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.session.LiquibaseOptions;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.session.UnitOfWork;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.TransactionMode;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.FastCheckService;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.DefaultChangeExecListener;
import liquibase.changelog.visitor.RollbackVisitor;
import liquibase.changelog.visitor.StatusVisitor;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.util.ShowSummaryUtil;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan on an open session: with Liquibase's own visitors, so that the
 * history rows are the ones Liquibase writes. With a {@code LoggingExecutor} in place it
 * prints the SQL instead.
 */
public final class PlanExecutor {

	private final LiquibaseSession session;

	private final Database database;

	private final ProgressTracker progress;

	private final DefaultChangeExecListener listener;

	private final StepRunner runner;

	private PlanExecutor(LiquibaseSession session, ProgressTracker progress, AfterCommit events, StepRunner runner) {
		this.session = session;
		this.database = session.database();
		this.progress = progress;
		this.listener = new DefaultChangeExecListener(progress, events.watch(session.userListener()));
		this.runner = runner;
	}

	/** One that carries plans out. */
	public static PlanExecutor of(LiquibaseSession session, MigrationLock lock, Plan plan, RevisionCatalog catalog,
			ProgressListener listener) throws LiquibaseException {
		boolean whole = session.settings().transaction() == TransactionMode.DEPLOYMENT;
		ProgressTracker progress = new ProgressTracker(plan, catalog, listener, whole, session.redactor()::sql);
		AfterCommit events = new AfterCommit();
		Journal journal = Journal.open(JournalTable.of(session), plan.operation(), session.origin());
		UnitOfWork unit = new UnitOfWork(session.database(),
				(plan.operation() == Operation.DOWNGRADE) ? UnitOfWork.DOWNGRADE : UnitOfWork.UPGRADE);
		return new PlanExecutor(session, progress, events,
				new JournaledRunner(session.database(), lock, journal, progress, events, unit, whole));
	}

	/** One that has the SQL written down. */
	public static PlanExecutor ofScript(LiquibaseSession session, Plan plan, RevisionCatalog catalog) {
		return new PlanExecutor(session,
				new ProgressTracker(plan, catalog, ProgressListener.SILENT, false, session.redactor()::sql),
				new AfterCommit(), StepRunner.PLAIN);
	}

	/**
	 * Carry it out.
	 * @return what was done, and what was not as planned
	 */
	public Result execute(Plan plan, RevisionCatalog catalog) throws Exception {
		try {
			switch (plan.operation()) {
				case UPGRADE, RESET -> upgrade(plan, catalog);
				case DOWNGRADE -> downgrade(plan, catalog);
				case STAMP -> stamp(plan, catalog);
			}
			return this.progress.result();
		}
		catch (LiquibaseException ex) {
			throw this.progress.failure(ex);
		}
		finally {
			Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
		}
	}

	/**
	 * Visits the planned change sets, and the applied ones up to the last of them: those
	 * may run always, or want their checksum renewed.
	 */
	private void upgrade(Plan plan, RevisionCatalog catalog) throws LiquibaseException {
		DatabaseChangeLog changelog = this.session.changelog();
		Set<ChangeSet> visited = identitySet();
		Set<Revision> planned = identitySet();
		planned.addAll(plan.revisions());
		Set<ChangeSet> onlyMarked = identitySet();
		for (Revision revision : catalog.revisions().changelog()) {
			boolean renews = revision.state() == RevisionState.APPLIED
					&& !catalog.revisions().rerun().contains(revision);
			if (renews || planned.contains(revision)) {
				visited.add(changeSet(catalog, revision));
			}
			if (revision.isMarked()) {
				onlyMarked.add(changeSet(catalog, revision));
			}
		}
		List<ChangeSetFilter> filters = new ArrayList<>(Applicability.filters(this.session));
		filters.add(only(visited));
		ChangeLogIterator iterator = new ChangeLogIterator(changelog, filters);
		StatusVisitor status = status(changelog);
		UpdateVisitor visitor = new UpdateVisitor(this.database, this.listener,
				new ShouldRunChangeSetFilter(this.database)) {

			@Override
			public void visit(ChangeSet changeSet, DatabaseChangeLog databaseChangeLog, Database database,
					Set<ChangeSetFilterResult> results) throws LiquibaseException {
				PlanExecutor.this.runner.step(Step.Action.APPLY, changeSet, () -> {
					super.visit(changeSet, databaseChangeLog, database, results);
					if (onlyMarked.contains(changeSet)) {
						keepMark(changeSet);
					}
				});
			}

		};
		try {
			List<ChangeSet> running = plan.revisions()
				.stream()
				.map((revision) -> changeSet(catalog, revision))
				.toList();
			this.runner.all(running, () -> iterator.run(visitor, environment()));
		}
		finally {
			summarise(changelog, status, iterator);
		}
		this.database.afterUpdate();
	}

	/**
	 * Liquibase writes RERAN where a change set is marked for the second time
	 * (UpdateVisitor.executeAcceptedChange), which says that it has run: it would have to
	 * be undone.
	 */
	private void keepMark(ChangeSet changeSet) throws LiquibaseException {
		if (this.progress.isRunning() && this.progress.outcome() == JournalEntry.Outcome.MARKED) {
			new HistoryTable(this.database).setExecution(changeSet, ChangeSet.ExecType.MARK_RAN);
		}
	}

	private @Nullable StatusVisitor status(DatabaseChangeLog changelog) throws LiquibaseException {
		if (this.session.settings().liquibase().showSummary() == null) {
			return null;
		}
		StatusVisitor visitor = new StatusVisitor(this.database);
		List<ChangeSetFilter> filters = new ArrayList<>();
		filters.add(new ShouldRunChangeSetFilter(this.database));
		filters.addAll(Applicability.filters(this.session));
		new ChangeLogIterator(changelog, filters).run(visitor, environment());
		return visitor;
	}

	private void summarise(DatabaseChangeLog changelog, @Nullable StatusVisitor status, ChangeLogIterator iterator)
			throws LiquibaseException {
		if (status == null) {
			return;
		}
		LiquibaseOptions options = this.session.settings().liquibase();
		try {
			ShowSummaryUtil.buildSummaryDetails(changelog, options.showSummary(), options.showSummaryOutput(), status,
					System.out, iterator, this.listener);
		}
		catch (IOException ex) {
			throw new LiquibaseException(ex);
		}
	}

	private void downgrade(Plan plan, RevisionCatalog catalog) throws LiquibaseException {
		Set<ChangeSet> onlyMarked = identitySet();
		List<ChangeSet> oldestFirst = new ArrayList<>();
		for (Revision revision : plan.revisions()) {
			ChangeSet changeSet = changeSet(catalog, revision);
			RanChangeSet row = catalog.source(revision).row();
			if (row != null) {
				changeSet.setStoredFilePath(row.getStoredChangeLog());
				changeSet.setDeploymentId(row.getDeploymentId());
				if (row.getExecType() == ChangeSet.ExecType.MARK_RAN) {
					onlyMarked.add(changeSet);
				}
			}
			oldestFirst.add(0, changeSet);
		}
		DatabaseChangeLog undone = new DatabaseChangeLog(this.session.settings().changelog().path()) {

			@Override
			public List<ChangeSet> getChangeSets() {
				return oldestFirst;
			}

		};
		RollbackVisitor visitor = new RollbackVisitor(this.database, this.listener) {

			@Override
			public void visit(ChangeSet changeSet, DatabaseChangeLog changelog, Database database,
					Set<ChangeSetFilterResult> results) throws LiquibaseException {
				if (onlyMarked.contains(changeSet)) {
					PlanExecutor.this.runner.step(Step.Action.UNMARK, changeSet, () -> unmark(changeSet, changelog));
				}
				else {
					PlanExecutor.this.runner.step(Step.Action.REVERT, changeSet,
							() -> super.visit(changeSet, changelog, database, results));
				}
			}

		};
		this.runner.all(oldestFirst, () -> new ChangeLogIterator(undone, List.of()).run(visitor, environment()));
	}

	/** A change set that was only marked as run changed nothing there is to undo. */
	private void unmark(ChangeSet changeSet, DatabaseChangeLog changelog) throws LiquibaseException {
		this.listener.willRollback(changeSet, changelog, this.database);
		this.database.removeRanStatus(changeSet);
		this.listener.rolledBack(changeSet, changelog, this.database);
	}

	private void stamp(Plan plan, RevisionCatalog catalog) throws LiquibaseException {
		List<ChangeSet> changeSets = new ArrayList<>();
		for (Step step : plan.steps()) {
			changeSets.add(stamped(step.revision(), catalog.source(step.revision())));
		}
		this.runner.all(changeSets, () -> {
			for (int i = 0; i < changeSets.size(); i++) {
				Step step = plan.steps().get(i);
				ChangeSet changeSet = changeSets.get(i);
				boolean again = catalog.source(step.revision()).row() != null;
				this.runner.step(step.action(), changeSet, () -> stamp(step, changeSet, again));
			}
		});
	}

	private void stamp(Step step, ChangeSet changeSet, boolean again) throws LiquibaseException {
		this.progress.begin(step);
		if (step.action() == Step.Action.MARK) {
			this.database.markChangeSetExecStatus(changeSet,
					again ? ChangeSet.ExecType.RERAN : ChangeSet.ExecType.EXECUTED);
		}
		else {
			this.database.removeRanStatus(changeSet);
		}
		this.progress.done();
	}

	/** One that this build does not know can be taken out of the history all the same. */
	private ChangeSet stamped(Revision revision, RevisionCatalog.Source source) throws LiquibaseException {
		ChangeSet changeSet = source.changeSet();
		if (changeSet == null) {
			changeSet = new ChangeSet(revision.id(), revision.author(), false, false, revision.path(), null, null,
					this.session.changelog());
		}
		RanChangeSet row = source.row();
		if (row != null) {
			changeSet.setStoredFilePath(row.getStoredChangeLog());
		}
		return changeSet;
	}

	private RuntimeEnvironment environment() {
		return new RuntimeEnvironment(this.database, this.session.contexts(), this.session.labels());
	}

	private static ChangeSet changeSet(RevisionCatalog catalog, Revision revision) {
		ChangeSet changeSet = catalog.source(revision).changeSet();
		if (changeSet == null) {
			throw new IllegalStateException("Not in the changelog: " + revision);
		}
		return changeSet;
	}

	private static <T> Set<T> identitySet() {
		return Collections.newSetFromMap(new IdentityHashMap<>());
	}

	private static ChangeSetFilter only(Set<ChangeSet> planned) {
		return (changeSet) -> new ChangeSetFilterResult(planned.contains(changeSet), "beyond the target",
				ChangeSetFilter.class);
	}

}
