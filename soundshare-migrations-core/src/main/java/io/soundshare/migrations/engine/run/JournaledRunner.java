package io.soundshare.migrations.engine.run;

import java.time.Duration;
import java.util.List;

import io.soundshare.migrations.engine.journal.Journal;
import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.session.UnitOfWork;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps so that a change set, its history row and its journal row become visible
 * together. Where that cannot be, the journal says before that it begins, and afterwards
 * that it has ended.
 */
final class JournaledRunner implements StepRunner {

	private final Database database;

	private final MigrationLock lock;

	private final Journal journal;

	private final ProgressTracker progress;

	private final AfterCommit events;

	private final UnitOfWork unit;

	private final boolean whole;

	/** Whether what runs is part of a transaction of several change sets. */
	private boolean together;

	private @Nullable JournalEntry entry;

	private long startedNanos;

	JournaledRunner(Database database, MigrationLock lock, Journal journal, ProgressTracker progress,
			AfterCommit events, UnitOfWork unit, boolean whole) {
		this.database = database;
		this.lock = lock;
		this.journal = journal;
		this.progress = progress;
		this.events = events;
		this.unit = unit;
		this.whole = whole;
	}

	@Override
	public void all(List<ChangeSet> changeSets, UnitOfWork.Work work) throws LiquibaseException {
		// One change set is a transaction of its own.
		if (!this.whole || changeSets.size() < 2) {
			work.run();
			return;
		}
		this.together = true;
		try {
			this.unit.run(changeSets, () -> {
				work.run();
				this.lock.verify();
			});
		}
		catch (LiquibaseException | RuntimeException ex) {
			this.progress.rolledBack();
			failed(ex);
			throw ex;
		}
		this.events.committed();
	}

	@Override
	public void step(Step.Action action, ChangeSet changeSet, UnitOfWork.Work work) throws LiquibaseException {
		String ahead = this.progress.ahead(changeSet);
		if (ahead != null) {
			this.lock.report(ahead);
		}
		JournalEntry begun = this.journal.begin(action, changeSet, null);
		this.entry = begun;
		this.startedNanos = System.nanoTime();
		boolean changes = action == Step.Action.APPLY || action == Step.Action.REVERT;
		if (this.together) {
			work.run();
			write(begun);
			this.database.commit();
		}
		else if (DatabaseProduct.of(this.database).hasAtomicDdl() && (changeSet.isRunInTransaction() || !changes)) {
			atomically(begun, changeSet, work);
		}
		else if (ahead != null) {
			inPieces(begun, work);
		}
		else {
			work.run();
		}
		this.progress.settle();
	}

	private void atomically(JournalEntry begun, ChangeSet changeSet, UnitOfWork.Work work) throws LiquibaseException {
		try {
			this.unit.run(List.of(changeSet), () -> {
				work.run();
				write(begun);
				this.lock.verify();
			});
		}
		catch (LiquibaseException | RuntimeException ex) {
			failed(ex);
			throw ex;
		}
		this.events.committed();
	}

	/** Nothing keeps half of it from staying, if the process dies. */
	private void inPieces(JournalEntry begun, UnitOfWork.Work work) throws LiquibaseException {
		this.lock.verify();
		this.journal.write(begun);
		this.database.commit();
		try {
			work.run();
		}
		catch (LiquibaseException | RuntimeException ex) {
			end(begun, ex);
			throw ex;
		}
		this.journal.end(ended(begun));
		this.database.commit();
		this.events.committed();
	}

	/** What had no step, and only renewed a checksum, is not worth an entry. */
	private void write(JournalEntry begun) throws LiquibaseException {
		if (this.progress.isRunning()) {
			this.journal.write(ended(begun));
		}
	}

	private JournalEntry ended(JournalEntry begun) {
		return begun.ended(this.progress.outcome(), millis(), this.progress.reason());
	}

	/** That it failed is remembered, if the database still can. */
	private void failed(Exception failure) {
		this.events.rolledBack();
		JournalEntry begun = this.entry;
		if (begun != null && !(failure instanceof LockNotAcquiredException)) {
			try {
				this.journal.write(begun.ended(Outcome.FAILED, millis(), this.progress.reason(failure)));
				this.database.commit();
			}
			catch (LiquibaseException | RuntimeException ex) {
				failure.addSuppressed(ex);
			}
		}
	}

	private void end(JournalEntry begun, Exception failure) {
		this.events.rolledBack();
		try {
			this.database.rollback();
			this.journal.end(begun.ended(Outcome.FAILED, millis(), this.progress.reason(failure)));
			this.database.commit();
		}
		catch (LiquibaseException | RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	private long millis() {
		return Duration.ofNanos(System.nanoTime() - this.startedNanos).toMillis();
	}

}
