package io.soundshare.migrations.engine.run;

import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps and keeps the journal, so that the journal and the listener of the progress
 * are told the same of each step. How a change set, its history row and its journal row
 * become visible together is up to the subclass.
 */
abstract class JournaledRunner implements StepRunner {

	private final MigrationLock lock;

	private final StepJournal journal;

	private final ProgressTracker progress;

	JournaledRunner(MigrationLock lock, StepJournal journal, ProgressTracker progress) {
		this.lock = lock;
		this.journal = journal;
		this.progress = progress;
	}

	@Override
	public final void step(Step.Action action, ChangeSet changeSet, Work work) throws LiquibaseException {
		String ahead = this.progress.ahead(changeSet);
		if (ahead != null) {
			this.lock.report(ahead);
		}
		StepOutcome end = run(this.journal.begin(action, changeSet, ahead != null), changeSet, work);
		if (end != null) {
			this.progress.settle(end);
		}
	}

	/** Run a step, and write down how it ended. */
	abstract @Nullable StepOutcome run(JournaledStep step, ChangeSet changeSet, Work work) throws LiquibaseException;

	MigrationLock lock() {
		return this.lock;
	}

	StepJournal journal() {
		return this.journal;
	}

	ProgressTracker progress() {
		return this.progress;
	}

}
