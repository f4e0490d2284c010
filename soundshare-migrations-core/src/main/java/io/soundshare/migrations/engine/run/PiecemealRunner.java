package io.soundshare.migrations.engine.run;

import java.util.List;

import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.undo.UndoRecording;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps that commit in pieces: the journal says before that one begins, and
 * afterwards that it has ended. Nothing keeps half of it from staying, if the process
 * dies.
 */
class PiecemealRunner extends JournaledRunner {

	private final ChangeSetEvents events;

	PiecemealRunner(MigrationLock lock, StepJournal journal, ProgressTracker progress, UndoRecording recording,
			ChangeSetEvents events) {
		super(lock, journal, progress, recording);
		this.events = events;
	}

	@Override
	@Nullable StepOutcome run(JournaledStep step, ChangeSet changeSet, Work work) throws LiquibaseException {
		if (!step.isPlanned()) {
			return recorded(step, changeSet, work);
		}
		lock().verify();
		journal().writeBegun(step);
		StepOutcome end;
		try {
			end = recorded(step, changeSet, work);
		}
		catch (LiquibaseException | RuntimeException ex) {
			clearUp(step, changeSet, ex);
			journal().failedAfterBegin(step, ex);
			throw ex;
		}
		journal().writeEnded(step, (end != null) ? end : StepOutcome.NOTHING_TO_DO);
		return end;
	}

	/** Undo the part that was done before it failed, or name it. */
	private void clearUp(JournaledStep step, ChangeSet changeSet, Exception failure) {
		List<String> done = this.events.done();
		if (step.begun().action() != Step.Action.APPLY) {
			return;
		}
		try {
			if (recording().takeBack()) {
				this.events.note("What it had done by then was undone.");
				return;
			}
		}
		catch (LiquibaseException | RuntimeException ex) {
			failure.addSuppressed(ex);
			done = done.isEmpty() ? List.of("a part of its first change") : done;
		}
		if (!done.isEmpty()) {
			this.events.note("Done before, and still there: " + done.size() + " of " + changeSet.getChanges().size()
					+ " changes (" + String.join("; ", done) + ").");
		}
	}

}
