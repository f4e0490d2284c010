package io.soundshare.migrations.engine.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.visitor.RollbackVisitor;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;

/**
 * Carries out the way down, the newest first.
 */
final class DowngradeExecutor {

	private final Execution execution;

	private final List<ChangeSet> oldestFirst = new ArrayList<>();

	private final Set<ChangeSet> onlyMarked = Collections.newSetFromMap(new IdentityHashMap<>());

	DowngradeExecutor(Execution execution) {
		this.execution = execution;
		for (Revision revision : execution.plan().revisions()) {
			ChangeSet changeSet = execution.changeSet(revision);
			RanChangeSet row = execution.catalog().source(revision).row();
			if (row != null) {
				changeSet.setStoredFilePath(row.getStoredChangeLog());
				changeSet.setDeploymentId(row.getDeploymentId());
				if (row.getExecType() == ChangeSet.ExecType.MARK_RAN) {
					this.onlyMarked.add(changeSet);
				}
			}
			this.oldestFirst.add(0, changeSet);
		}
	}

	void execute() throws LiquibaseException {
		DatabaseChangeLog undone = new DatabaseChangeLog(this.execution.session().settings().changelog().path()) {

			@Override
			public List<ChangeSet> getChangeSets() {
				return DowngradeExecutor.this.oldestFirst;
			}

		};
		Visitor visitor = new Visitor(this.execution.database());
		this.execution.runner()
			.all(this.oldestFirst,
					() -> new ChangeLogIterator(undone, List.of()).run(visitor, this.execution.environment()));
	}

	/** A change set that was only marked as run changed nothing there is to undo. */
	private void unmark(ChangeSet changeSet, DatabaseChangeLog changelog) throws LiquibaseException {
		Database database = this.execution.database();
		this.execution.listener().willRollback(changeSet, changelog, database);
		database.removeRanStatus(changeSet);
		this.execution.listener().rolledBack(changeSet, changelog, database);
	}

	/**
	 * Makes a step of each visit.
	 */
	private final class Visitor extends RollbackVisitor {

		Visitor(Database database) {
			super(database, DowngradeExecutor.this.execution.listener());
		}

		@Override
		public void visit(ChangeSet changeSet, DatabaseChangeLog changelog, Database database,
				Set<ChangeSetFilterResult> results) throws LiquibaseException {
			boolean marked = DowngradeExecutor.this.onlyMarked.contains(changeSet);
			Step.Action action = marked ? Step.Action.UNMARK : Step.Action.REVERT;
			DowngradeExecutor.this.execution.runner().step(action, changeSet, () -> {
				if (marked) {
					unmark(changeSet, changelog);
				}
				else {
					super.visit(changeSet, changelog, database, results);
				}
				return DowngradeExecutor.this.execution.events().take();
			});
		}

	}

}
