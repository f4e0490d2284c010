package io.soundshare.migrations.engine.run;

import java.util.List;

import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.session.UnitOfWork;
import io.soundshare.migrations.engine.undo.UndoRecording;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Makes each step one transaction with its journal row, where the change set lets it.
 */
final class AtomicRunner extends PiecemealRunner {

	private final UnitOfWork unit;

	AtomicRunner(MigrationLock lock, StepJournal journal, ProgressTracker progress, UndoRecording recording,
			ChangeSetEvents events, UnitOfWork unit) {
		super(lock, journal, progress, recording, events);
		this.unit = unit;
	}

	@Override
	@Nullable StepOutcome run(JournaledStep step, ChangeSet changeSet, Work work) throws LiquibaseException {
		Step.Action action = step.begun().action();
		boolean changes = action == Step.Action.APPLY || action == Step.Action.REVERT;
		if (changes && !changeSet.isRunInTransaction()) {
			return super.run(step, changeSet, work);
		}
		StepOutcome end;
		try {
			end = this.unit.run(List.of(changeSet), () -> {
				StepOutcome done = recorded(step, changeSet, work);
				journal().write(step, done);
				lock().verify();
				return done;
			});
		}
		catch (LiquibaseException | RuntimeException ex) {
			journal().failed(step, ex);
			throw ex;
		}
		journal().committed();
		return end;
	}

}
