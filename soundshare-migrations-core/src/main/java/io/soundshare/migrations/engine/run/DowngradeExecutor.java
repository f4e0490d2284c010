package io.soundshare.migrations.engine.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.undo.KeptReturn;
import io.soundshare.migrations.engine.undo.RecordedUndo;
import io.soundshare.migrations.engine.undo.UndoRun;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.TransactionMode;
import io.soundshare.migrations.model.Undo.How;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.visitor.RollbackVisitor;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the way down, step by step: by Liquibase's own visitor, or by what was
 * recorded.
 */
final class DowngradeExecutor {

	private final Execution execution;

	private final UndoRun recordings;

	private final List<ChangeSet> oldestFirst = new ArrayList<>();

	private final Map<ChangeSet, Step> steps = new IdentityHashMap<>();

	DowngradeExecutor(Execution execution) throws LiquibaseException {
		this.execution = execution;
		this.recordings = new UndoRun(execution.session());
		for (Step step : execution.plan().steps()) {
			ChangeSet changeSet = execution.changeSet(step);
			this.steps.put(changeSet, step);
			this.oldestFirst.add(0, changeSet);
		}
	}

	void execute() throws LiquibaseException {
		DatabaseChangeLog undone = new DatabaseChangeLog(this.execution.session().settings().changelog().path()) {

			@Override
			public List<ChangeSet> getChangeSets() {
				return DowngradeExecutor.this.oldestFirst;
			}

		};
		Visitor visitor = new Visitor(this.execution.database());
		boolean whole = this.execution.session().settings().transaction() == TransactionMode.DEPLOYMENT;
		boolean prepared = whole && this.execution.plan().steps().stream().anyMatch(DowngradeExecutor::isRecorded);
		prepared(prepared,
				() -> this.execution.runner()
					.all(this.oldestFirst,
							() -> new ChangeLogIterator(undone, List.of()).run(visitor, this.execution.environment())));
	}

	private static boolean isRecorded(Step step) {
		return step.action() == Step.Action.REVERT && step.revision().undo().how() == How.RECORDED;
	}

	/** A connection is made ready before a transaction, and only for what needs it. */
	private void prepared(boolean needed, Work work) throws LiquibaseException {
		if (!needed) {
			work.run();
			return;
		}
		this.recordings.prepare();
		try {
			work.run();
		}
		catch (LiquibaseException | RuntimeException | Error ex) {
			try {
				this.recordings.finish();
			}
			catch (LiquibaseException | RuntimeException suppressed) {
				ex.addSuppressed(suppressed);
			}
			throw ex;
		}
		this.recordings.finish();
	}

	private void step(Step step, ChangeSet changeSet, Work written) throws LiquibaseException {
		StepRunner runner = this.execution.runner();
		RecordedUndo recorded = this.execution.catalog().source(step.revision()).recorded();
		if (step.action() == Step.Action.UNMARK) {
			runner.step(step.action(), changeSet, () -> unmark(step, changeSet));
		}
		else if (isRecorded(step) && recorded != null) {
			runRecorded(step, changeSet, recorded);
		}
		else {
			try {
				runner.step(step.action(), changeSet, () -> {
					KeptReturn kept = this.recordings.willBeUndoneOtherwise(recorded);
					written.run();
					return with(taken(), (recorded != null) ? bringBack(recorded, kept) : null);
				});
			}
			catch (LiquibaseException ex) {
				if (recorded == null || !canTakeRecorded(recorded) || LiquibaseErrors.isDiskFull(ex)) {
					throw ex;
				}
				this.execution.progress().again(ex.getMessage() + "");
				runRecorded(step, changeSet, recorded);
			}
		}
	}

	/** A rollback that fails is no reason to stay, if there is another way. */
	private boolean canTakeRecorded(RecordedUndo recorded) {
		return recorded.obstacle() == null && this.execution.writes()
				&& this.execution.session().settings().transaction() == TransactionMode.CHANGE_SET;
	}

	private void runRecorded(Step step, ChangeSet changeSet, RecordedUndo recorded) throws LiquibaseException {
		boolean alone = this.execution.session().settings().transaction() == TransactionMode.CHANGE_SET;
		prepared(alone, () -> this.execution.runner().step(step.action(), changeSet, () -> {
			this.execution.progress().begin(step);
			this.recordings.run(recorded);
			this.execution.database().removeRanStatus(changeSet);
			this.recordings.forget(recorded, false);
			return StepOutcome.DONE;
		}));
	}

	/** Bring kept rows back into what another way has made again. */
	private @Nullable String bringBack(RecordedUndo recorded, KeptReturn kept) throws DatabaseException {
		String left = kept.run();
		this.recordings.forget(recorded, left != null);
		return left;
	}

	private static @Nullable StepOutcome with(@Nullable StepOutcome end, @Nullable String warning) {
		return (end != null && end.is(Outcome.DONE)) ? end.warned(warning) : end;
	}

	private @Nullable StepOutcome taken() {
		return this.execution.events().take();
	}

	/** A change set that was only marked as run changed nothing there is to undo. */
	private @Nullable StepOutcome unmark(Step step, ChangeSet changeSet) throws LiquibaseException {
		Database database = this.execution.database();
		if (step.revision().state() == RevisionState.UNKNOWN) {
			this.execution.progress().begin(step);
			database.removeRanStatus(changeSet);
			return StepOutcome.DONE;
		}
		DatabaseChangeLog changelog = this.execution.session().changelog();
		this.execution.listener().willRollback(changeSet, changelog, database);
		database.removeRanStatus(changeSet);
		this.execution.listener().rolledBack(changeSet, changelog, database);
		return taken();
	}

	/**
	 * Makes a step of each visit.
	 */
	private final class Visitor extends RollbackVisitor {

		Visitor(Database database) {
			super(database, DowngradeExecutor.this.execution.listener());
		}

		@Override
		public void visit(ChangeSet changeSet, DatabaseChangeLog changelog, Database database,
				Set<ChangeSetFilterResult> results) throws LiquibaseException {
			Step step = DowngradeExecutor.this.steps.get(changeSet);
			if (step != null) {
				step(step, changeSet, () -> super.visit(changeSet, changelog, database, results));
			}
		}

	}

	/**
	 * Work of a downgrade.
	 */
	@FunctionalInterface
	private interface Work {

		void run() throws LiquibaseException;

	}

}
