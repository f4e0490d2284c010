package io.soundshare.migrations.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.failure.CsvPlace;
import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.failure.PreconditionText;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Result.Remark;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Step;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.core.PreconditionContainer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a plan through Liquibase's events: what is done, what runs now, what failed.
 */
final class ProgressTracker extends AbstractChangeExecListener {

	private final Plan plan;

	private final ProgressListener listener;

	private final boolean whole;

	private final UnaryOperator<String> redacted;

	private final Map<ChangeSet, Step> steps = new IdentityHashMap<>();

	private final List<Step> completed = new ArrayList<>();

	private @Nullable Step running;

	private @Nullable PreconditionContainer preconditions;

	private @Nullable Change change;

	private String place = "";

	private Outcome outcome = Outcome.SKIPPED;

	private @Nullable String reason;

	private final List<Remark> remarks = new ArrayList<>();

	private int number;

	private long startedNanos;

	private final long createdNanos = System.nanoTime();

	/**
	 * Create a tracker.
	 * @param whole whether all of the plan is one transaction
	 * @param redacted takes out of SQL, and what is said of it, what must not be shown
	 */
	ProgressTracker(Plan plan, RevisionCatalog catalog, ProgressListener listener, boolean whole,
			UnaryOperator<String> redacted) {
		this.redacted = redacted;
		this.plan = plan;
		this.listener = listener;
		this.whole = whole;
		for (Step step : plan.steps()) {
			ChangeSet changeSet = catalog.source(step.revision()).changeSet();
			if (changeSet != null) {
				this.steps.put(changeSet, step);
			}
		}
	}

	Result result() {
		return new Result(this.plan.operation(), this.completed, this.remarks, since(this.createdNanos));
	}

	/** Where the plan is when a change set begins; {@code null} if it has no step. */
	@Nullable String ahead(ChangeSet changeSet) {
		Step step = this.steps.get(changeSet);
		return (step != null) ? (this.number + 1) + " of " + this.plan.steps().size() + ", " + step.revision() : null;
	}

	void begin(@Nullable Step step) {
		this.running = step;
		this.change = null;
		this.place = "";
		// Whatever began and does not end was skipped: Liquibase has no event for that.
		this.outcome = Outcome.SKIPPED;
		this.reason = "it has nothing to do here";
		this.startedNanos = System.nanoTime();
		if (step != null) {
			this.number++;
			tell(Progress.Kind.STARTED, step, null);
		}
	}

	/** What is begun is carried out, if not committed yet. */
	void done() {
		end(Outcome.DONE, null);
	}

	private void end(Outcome outcome, @Nullable String reason) {
		this.outcome = outcome;
		this.reason = (reason != null) ? Printable.block(this.redacted.apply(reason)) : null;
	}

	/** Whether something was begun and not settled. */
	boolean isRunning() {
		return this.running != null;
	}

	/** What has become of what was begun. */
	Outcome outcome() {
		return this.outcome;
	}

	/** Why what was begun had no effect, or had one all the same. */
	@Nullable String reason() {
		return this.reason;
	}

	/** What was begun is committed, or will be with all the rest. */
	void settle() {
		Step step = this.running;
		this.running = null;
		if (step == null) {
			return;
		}
		switch (this.outcome) {
			case SKIPPED -> {
				remark(Remark.Kind.SKIPPED, step);
				tell(Progress.Kind.SKIPPED, step, this.reason);
			}
			case MARKED -> {
				remark(Remark.Kind.MARKED, step);
				this.completed.add(new Step(Step.Action.MARK, step.revision()));
				tell(Progress.Kind.MARKED, step, this.reason);
			}
			default -> {
				this.completed.add(step);
				if (this.reason != null) {
					remark(Remark.Kind.WARNED, step);
				}
				tell(Progress.Kind.COMPLETED, step, this.reason);
			}
		}
	}

	private void tell(Progress.Kind kind, Step step, @Nullable String why) {
		Duration took = (kind != Progress.Kind.STARTED) ? since(this.startedNanos) : Duration.ZERO;
		this.listener.heard(new Progress(kind, step, this.number, this.plan.steps().size(), took, why));
	}

	private void remark(Remark.Kind kind, Step step) {
		this.remarks.add(new Remark(kind, step.revision(), this.reason + ""));
	}

	private static Duration since(long nanos) {
		return Duration.ofNanos(System.nanoTime() - nanos);
	}

	/** All that was carried out is undone: it was one transaction. */
	void rolledBack() {
		this.completed.clear();
		this.remarks.clear();
	}

	/** What went wrong, and with what: a precondition, or a change. */
	String reason(Throwable failure) {
		String precondition = PreconditionText.of(this.preconditions, failure);
		return (precondition != null) ? precondition : this.place + LiquibaseErrors.reason(failure);
	}

	/** The failure as a person should read it. */
	Exception failure(Exception failure) {
		Step failed = this.running;
		for (Throwable link : LiquibaseErrors.chain(failure)) {
			if (link instanceof LockNotAcquiredException lost) {
				return lost;
			}
		}
		return (failed != null) ? new RevisionFailedException(this.plan.operation().toString(), failed.revision(),
				result().revisions(), this.whole, this.redacted.apply(reason(failure)), failure) : failure;
	}

	@Override
	public void willRun(ChangeSet changeSet, DatabaseChangeLog changelog, Database database,
			ChangeSet.RunStatus runStatus) {
		begin(this.steps.get(changeSet));
		this.preconditions = changeSet.getPreconditions();
	}

	@Override
	public void ran(ChangeSet changeSet, DatabaseChangeLog changelog, Database database, ChangeSet.ExecType execType) {
		if (execType == ChangeSet.ExecType.FAILED) {
			end(Outcome.SKIPPED, "it failed, and failOnError is false: " + changeSet.getErrorMsg());
		}
		else if (execType == ChangeSet.ExecType.MARK_RAN && this.outcome == Outcome.SKIPPED) {
			end(Outcome.MARKED, "it is not valid here, and onValidationFail is MARK_RAN");
		}
		else if (this.outcome == Outcome.SKIPPED) {
			done();
		}
	}

	@Override
	public void runFailed(ChangeSet changeSet, DatabaseChangeLog changelog, Database database, Exception failure) {
		this.place = CsvPlace.of(this.change, changeSet, database, failure).orElse("");
	}

	@Override
	public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
		this.change = change;
	}

	@Override
	public void ran(Change change, ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
		this.change = null;
	}

	@Override
	public void preconditionFailed(PreconditionFailedException error, PreconditionContainer.FailOption onFail) {
		end(outcome(onFail.name()), PreconditionText.of(error));
	}

	@Override
	public void preconditionErrored(PreconditionErrorException error, PreconditionContainer.ErrorOption onError) {
		end(outcome(onError.name()), PreconditionText.of(error));
	}

	/** Both kinds of options have the same names. */
	private static Outcome outcome(String option) {
		return switch (option) {
			case "MARK_RAN" -> Outcome.MARKED;
			case "WARN" -> Outcome.DONE;
			default -> Outcome.SKIPPED;
		};
	}

	@Override
	public void willRollback(ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
		begin(this.steps.get(changeSet));
	}

	@Override
	public void rolledBack(ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
		done();
	}

}
