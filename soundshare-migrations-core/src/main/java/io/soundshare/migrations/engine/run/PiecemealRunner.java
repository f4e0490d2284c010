package io.soundshare.migrations.engine.run;

import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.undo.UndoRecording;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps that commit in pieces: the journal says before that one begins, and
 * afterwards that it has ended. Nothing keeps half of it from staying, if the process
 * dies.
 */
class PiecemealRunner extends JournaledRunner {

	PiecemealRunner(MigrationLock lock, StepJournal journal, ProgressTracker progress, UndoRecording recording) {
		super(lock, journal, progress, recording);
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
			journal().failedAfterBegin(step, ex);
			throw ex;
		}
		journal().writeEnded(step, (end != null) ? end : StepOutcome.NOTHING_TO_DO);
		return end;
	}

}
