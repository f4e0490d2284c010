package io.soundshare.migrations.engine.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.engine.catalog.Applicability;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the way up. Visits the planned change sets, and the applied ones up to the
 * last of them: those may run always, or want their checksum renewed.
 */
final class UpgradeExecutor {

	private final Execution execution;

	private final Set<ChangeSet> visited = identitySet();

	private final Set<ChangeSet> onlyMarked = identitySet();

	UpgradeExecutor(Execution execution) {
		this.execution = execution;
		Set<Revision> planned = identitySet();
		planned.addAll(execution.plan().revisions());
		Set<Revision> rerun = execution.catalog().revisions().rerun();
		for (Revision revision : execution.catalog().revisions().changelog()) {
			boolean renews = revision.state() == RevisionState.APPLIED && !rerun.contains(revision);
			if (renews || planned.contains(revision)) {
				this.visited.add(execution.changeSet(revision));
			}
			if (revision.isMarked()) {
				this.onlyMarked.add(execution.changeSet(revision));
			}
		}
	}

	void execute() throws LiquibaseException {
		Database database = this.execution.database();
		DatabaseChangeLog changelog = this.execution.session().changelog();
		List<ChangeSetFilter> filters = new ArrayList<>(Applicability.filters(this.execution.session()));
		filters.add(onlyVisited());
		ChangeLogIterator iterator = new ChangeLogIterator(changelog, filters);
		UpdateSummary summary = UpdateSummary.before(this.execution, changelog);
		Visitor visitor = new Visitor(database);
		try {
			List<ChangeSet> running = this.execution.plan()
				.revisions()
				.stream()
				.map(this.execution::changeSet)
				.toList();
			this.execution.runner().all(running, () -> iterator.run(visitor, this.execution.environment()));
		}
		finally {
			summary.show(iterator);
		}
		database.afterUpdate();
	}

	private ChangeSetFilter onlyVisited() {
		return (changeSet) -> new ChangeSetFilterResult(this.visited.contains(changeSet), "beyond the target",
				ChangeSetFilter.class);
	}

	/**
	 * Liquibase writes RERAN where a change set is marked for the second time
	 * (UpdateVisitor.executeAcceptedChange), which says that it has run: it would have to
	 * be undone.
	 */
	private void keepMark(ChangeSet changeSet, @Nullable StepOutcome end) throws LiquibaseException {
		if (this.onlyMarked.contains(changeSet) && end != null && end.is(Outcome.MARKED)) {
			new HistoryTable(this.execution.database()).setExecution(changeSet, ChangeSet.ExecType.MARK_RAN);
		}
	}

	private static <T> Set<T> identitySet() {
		return Collections.newSetFromMap(new IdentityHashMap<>());
	}

	/**
	 * Makes a step of each visit.
	 */
	private final class Visitor extends UpdateVisitor {

		Visitor(Database database) throws LiquibaseException {
			super(database, UpgradeExecutor.this.execution.listener(), new ShouldRunChangeSetFilter(database));
		}

		@Override
		public void visit(ChangeSet changeSet, DatabaseChangeLog changelog, Database database,
				Set<ChangeSetFilterResult> results) throws LiquibaseException {
			UpgradeExecutor.this.execution.runner().step(Step.Action.APPLY, changeSet, () -> {
				super.visit(changeSet, changelog, database, results);
				StepOutcome end = UpgradeExecutor.this.execution.events().take();
				keepMark(changeSet, end);
				return end;
			});
		}

	}

}
