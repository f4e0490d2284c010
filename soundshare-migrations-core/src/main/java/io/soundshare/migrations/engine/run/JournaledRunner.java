package io.soundshare.migrations.engine.run;

import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.undo.UndoRecording;
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

	private final UndoRecording recording;

	JournaledRunner(MigrationLock lock, StepJournal journal, ProgressTracker progress, UndoRecording recording) {
		this.recording = recording;
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

	/** Do the work of a step, and take down what undoes it. */
	final @Nullable StepOutcome recorded(JournaledStep step, ChangeSet changeSet, Work work) throws LiquibaseException {
		if (step.begun().action() != Step.Action.APPLY || !step.isPlanned()) {
			return work.run();
		}
		this.recording.begin(step.begun().id(), changeSet);
		try {
			StepOutcome end = work.run();
			step.remember(this.recording.end());
			return (end != null) ? end.warned(this.recording.warning(changeSet)) : null;
		}
		finally {
			this.recording.stop();
		}
	}

	UndoRecording recording() {
		return this.recording;
	}

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
