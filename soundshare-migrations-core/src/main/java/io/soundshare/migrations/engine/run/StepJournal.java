package io.soundshare.migrations.engine.run;

import java.util.function.Function;

import io.soundshare.migrations.engine.journal.Journal;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The journal of the steps, and the news of them for an application's listener, once they
 * are committed.
 */
final class StepJournal {

	private final Database database;

	private final Journal journal;

	private final AfterCommit events;

	private final Function<Exception, String> reasons;

	StepJournal(Database database, Journal journal, AfterCommit events, Function<Exception, String> reasons) {
		this.database = database;
		this.journal = journal;
		this.events = events;
		this.reasons = reasons;
	}

	/** Begin with a step; nothing is written yet. */
	JournaledStep begin(Step.Action action, ChangeSet changeSet, boolean planned) {
		return new JournaledStep(this.journal.begin(action, changeSet, null), planned);
	}

	/** Write that a step begins, and commit. */
	void writeBegun(JournaledStep step) throws DatabaseException {
		this.journal.write(step.begun());
		this.database.commit();
	}

	/**
	 * Write how a step ended. A change set that has no step, and had only its checksum
	 * renewed, is not worth an entry.
	 */
	void write(JournaledStep step, @Nullable StepOutcome end) throws DatabaseException {
		if (end != null) {
			this.journal.write(step.ended(end));
		}
	}

	/** Write the end of a step whose beginning is written already, and commit. */
	void writeEnded(JournaledStep step, StepOutcome end) throws LiquibaseException {
		this.journal.end(step.ended(end));
		this.database.commit();
		this.events.committed();
	}

	void committed() throws LiquibaseException {
		this.events.committed();
	}

	/** Write the failure of a step, if the database still can. */
	void failed(@Nullable JournaledStep step, Exception failure) {
		this.events.rolledBack();
		if (step != null && !(failure instanceof LockNotAcquiredException)) {
			try {
				this.journal.write(step.failed(this.reasons.apply(failure)));
				this.database.commit();
			}
			catch (LiquibaseException | RuntimeException ex) {
				failure.addSuppressed(ex);
			}
		}
	}

	/** Write the failure of a step whose beginning is written already. */
	void failedAfterBegin(JournaledStep step, Exception failure) {
		this.events.rolledBack();
		try {
			this.database.rollback();
			this.journal.end(step.failed(this.reasons.apply(failure)));
			this.database.commit();
		}
		catch (LiquibaseException | RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

}
