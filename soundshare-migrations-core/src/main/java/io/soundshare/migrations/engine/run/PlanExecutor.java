package io.soundshare.migrations.engine.run;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.journal.Journal;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.lock.MigrationLock;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.session.UnitOfWork;
import io.soundshare.migrations.engine.undo.UndoRecording;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.TransactionMode;
import liquibase.Scope;
import liquibase.changelog.FastCheckService;
import liquibase.changelog.visitor.DefaultChangeExecListener;
import liquibase.exception.LiquibaseException;

/**
 * Carries out a plan on an open session: with Liquibase's own visitors, so that the
 * history rows are the ones Liquibase writes. With a {@code LoggingExecutor} in place it
 * prints the SQL instead.
 */
public final class PlanExecutor {

	private final Execution execution;

	private final UndoRecording recording;

	/** Whether all of the plan is one transaction. */
	private final boolean whole;

	private PlanExecutor(Execution execution, UndoRecording recording, boolean whole) {
		this.execution = execution;
		this.recording = recording;
		this.whole = whole;
	}

	/** An executor that carries the plan out. */
	public static PlanExecutor of(LiquibaseSession session, MigrationLock lock, Plan plan, RevisionCatalog catalog,
			ProgressListener listener) throws LiquibaseException {
		boolean whole = session.settings().transaction() == TransactionMode.DEPLOYMENT;
		ProgressTracker progress = new ProgressTracker(plan, catalog, listener);
		ChangeSetEvents events = new ChangeSetEvents(progress, session.redactor()::sql);
		AfterCommit afterCommit = new AfterCommit();
		StepJournal journal = new StepJournal(session.database(),
				Journal.open(JournalTable.of(session), plan.operation(), session.origin()), afterCommit,
				events::reason);
		boolean up = plan.operation() == Operation.UPGRADE || plan.operation() == Operation.RESET;
		UndoRecording recording = up ? UndoRecording.of(session) : UndoRecording.none(session);
		StepRunner runner = runner(session, lock, plan, journal, progress, events, recording, whole);
		return new PlanExecutor(
				new Execution(session, plan, catalog, runner, progress, events,
						new DefaultChangeExecListener(events, afterCommit.watch(session.userListener()))),
				recording, whole);
	}

	private static StepRunner runner(LiquibaseSession session, MigrationLock lock, Plan plan, StepJournal journal,
			ProgressTracker progress, ChangeSetEvents events, UndoRecording recording, boolean whole) {
		UnitOfWork unit = new UnitOfWork(session.database(),
				(plan.operation() == Operation.DOWNGRADE) ? UnitOfWork.DOWNGRADE : UnitOfWork.UPGRADE);
		// One change set is a transaction of its own.
		if (whole && plan.steps().size() > 1) {
			return new DeploymentRunner(lock, journal, progress, recording, unit, session.database());
		}
		return DatabaseProduct.of(session.database()).hasAtomicDdl()
				? new AtomicRunner(lock, journal, progress, recording, events, unit)
				: new PiecemealRunner(lock, journal, progress, recording, events);
	}

	/** An executor that has the SQL written down. */
	public static PlanExecutor ofScript(LiquibaseSession session, Plan plan, RevisionCatalog catalog) {
		ProgressTracker progress = new ProgressTracker(plan, catalog, ProgressListener.SILENT);
		ChangeSetEvents events = new ChangeSetEvents(progress, session.redactor()::sql);
		return new PlanExecutor(
				new Execution(session, plan, catalog, StepRunner.PLAIN, progress, events,
						new DefaultChangeExecListener(events, new AfterCommit().watch(session.userListener()))),
				UndoRecording.none(session), false);
	}

	/**
	 * Carry it out.
	 * @return what was done, and what was not as planned
	 */
	public Result execute() throws Exception {
		try {
			switch (this.execution.plan().operation()) {
				case UPGRADE, RESET -> new UpgradeExecutor(this.execution).execute();
				case DOWNGRADE -> new DowngradeExecutor(this.execution).execute();
				case STAMP -> new StampExecutor(this.execution).execute();
			}
			this.recording.close();
			return this.execution.progress().result();
		}
		catch (LiquibaseException ex) {
			throw failure(ex);
		}
		finally {
			Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
		}
	}

	/** Whether nothing stays of a revision that fails. */
	private boolean isAtomic(Step step) {
		boolean apart = this.execution.plan().operation() == Operation.UPGRADE
				&& !this.execution.changeSet(step.revision()).isRunInTransaction();
		return DatabaseProduct.of(this.execution.database()).hasAtomicDdl() && !apart;
	}

	/** The failure as a person should read it. */
	private Exception failure(LiquibaseException failure) {
		for (Throwable link : LiquibaseErrors.chain(failure)) {
			if (link instanceof LockNotAcquiredException lost) {
				return lost;
			}
		}
		Step failed = this.execution.progress().running();
		if (failed == null) {
			return failure;
		}
		String reason = this.execution.session().redactor().sql(this.execution.events().reason(failure));
		return new RevisionFailedException(this.execution.plan().operation().toString(), failed.revision(),
				this.execution.progress().result().revisions(), this.whole, reason,
				LiquibaseErrors.wayOut(failure, isAtomic(failed)), failure);
	}

}
