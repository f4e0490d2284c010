package io.soundshare.migrations.engine.run;

import java.util.List;

import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.session.UnitOfWork;
import io.soundshare.migrations.engine.undo.UndoRecording;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Makes one transaction of all steps.
 */
final class DeploymentRunner extends JournaledRunner {

	private final UnitOfWork unit;

	private final Database database;

	private @Nullable JournaledStep last;

	DeploymentRunner(MigrationLock lock, StepJournal journal, ProgressTracker progress, UndoRecording recording,
			UnitOfWork unit, Database database) {
		super(lock, journal, progress, recording);
		this.unit = unit;
		this.database = database;
	}

	@Override
	public void all(List<ChangeSet> changeSets, Steps steps) throws LiquibaseException {
		try {
			this.unit.run(changeSets, () -> {
				steps.run();
				lock().verify();
				return null;
			});
		}
		catch (LiquibaseException | RuntimeException ex) {
			progress().rolledBack();
			journal().failed(this.last, ex);
			throw ex;
		}
		journal().committed();
	}

	/** The commit is a mark only, as long as the transaction is open. */
	@Override
	@Nullable StepOutcome run(JournaledStep step, ChangeSet changeSet, Work work) throws LiquibaseException {
		this.last = step;
		StepOutcome end = recorded(step, changeSet, work);
		journal().write(step, end);
		this.database.commit();
		return end;
	}

}
