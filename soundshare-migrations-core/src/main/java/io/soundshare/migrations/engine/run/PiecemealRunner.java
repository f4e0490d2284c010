package io.soundshare.migrations.engine.run;

import io.soundshare.migrations.engine.lock.MigrationLock;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps that commit in pieces: the journal says before that one begins, and
 * afterwards that it has ended. Nothing keeps half of it from staying, if the process
 * dies.
 */
class PiecemealRunner extends JournaledRunner {

	PiecemealRunner(MigrationLock lock, StepJournal journal, ProgressTracker progress) {
		super(lock, journal, progress);
	}

	@Override
	@Nullable StepOutcome run(JournaledStep step, ChangeSet changeSet, Work work) throws LiquibaseException {
		if (!step.isPlanned()) {
			return work.run();
		}
		lock().verify();
		journal().writeBegun(step);
		StepOutcome end;
		try {
			end = work.run();
		}
		catch (LiquibaseException | RuntimeException ex) {
			journal().failedAfterBegin(step, ex);
			throw ex;
		}
		journal().writeEnded(step, (end != null) ? end : StepOutcome.NOTHING_TO_DO);
		return end;
	}

}
