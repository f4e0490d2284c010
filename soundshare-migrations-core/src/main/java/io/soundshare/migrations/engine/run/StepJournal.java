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
 * What the journal says of each step, and what an application's listener is told by then.
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

	/** Write that it begins, and commit. */
	void writeBegun(JournaledStep step) throws DatabaseException {
		this.journal.write(step.begun());
		this.database.commit();
	}

	/**
	 * Write how it ended. What had no step, and only renewed a checksum, is not worth an
	 * entry.
	 */
	void write(JournaledStep step, @Nullable StepOutcome end) throws DatabaseException {
		if (end != null) {
			this.journal.write(step.ended(end));
		}
	}

	/** Write how it ended that was written when it began, and commit. */
	void writeEnded(JournaledStep step, StepOutcome end) throws LiquibaseException {
		this.journal.end(step.ended(end));
		this.database.commit();
		this.events.committed();
	}

	void committed() throws LiquibaseException {
		this.events.committed();
	}

	/** Remember that it failed, if the database still can. */
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

	/** Remember that it failed of which is written that it began. */
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
