package io.soundshare.migrations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

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

	private final Map<ChangeSet, Step> steps = new IdentityHashMap<>();

	private final List<Step> completed = new ArrayList<>();

	private @Nullable Step running;

	private String unreadable = "";

	private boolean done;

	private String reasonToSkip = "";

	private int number;

	private long startedNanos;

	/**
	 * Create a tracker.
	 * @param whole whether all of the plan is one transaction
	 */
	ProgressTracker(Plan plan, RevisionCatalog catalog, ProgressListener listener, boolean whole) {
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

	/** What was done, as a plan that was carried out. */
	Plan completed() {
		return new Plan(this.plan.operation(), this.completed);
	}

	/** Where the plan is when a change set begins; {@code null} if it has no step. */
	@Nullable String ahead(ChangeSet changeSet) {
		Step step = this.steps.get(changeSet);
		return (step != null) ? (this.number + 1) + " of " + this.plan.steps().size() + ", " + step.revision() : null;
	}

	void begin(@Nullable Step step) {
		this.running = step;
		this.done = false;
		this.reasonToSkip = "it had nothing to do here";
		this.startedNanos = System.nanoTime();
		if (step != null) {
			this.number++;
			this.listener.started(step, this.number, this.plan.steps().size());
		}
	}

	/** What is begun is carried out, if not committed yet. */
	void done() {
		this.done = true;
	}

	/** Whether something was begun and not settled. */
	boolean isRunning() {
		return this.running != null;
	}

	/**
	 * Why what was begun had no effect; {@code null} if it had. Whatever began and is not
	 * done was skipped: Liquibase has no event for that.
	 */
	@Nullable String whySkipped() {
		return this.done ? null : this.reasonToSkip;
	}

	/** What was begun is committed, or will be with all the rest. */
	void settle() {
		Step step = this.running;
		this.running = null;
		if (step != null && this.done) {
			this.completed.add(step);
			this.listener.completed(step, this.number, this.plan.steps().size(),
					Duration.ofNanos(System.nanoTime() - this.startedNanos));
		}
		else if (step != null) {
			this.listener.skipped(step, this.number, this.plan.steps().size(), this.reasonToSkip);
		}
	}

	/** All that was carried out is undone: it was one transaction. */
	void rolledBack() {
		this.completed.clear();
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
				completed().revisions(), this.whole, this.unreadable + LiquibaseErrors.reason(failure), failure) : failure;
	}

	@Override
	public void willRun(ChangeSet changeSet, DatabaseChangeLog changelog, Database database,
			ChangeSet.RunStatus runStatus) {
		begin(this.steps.get(changeSet));
	}

	@Override
	public void ran(ChangeSet changeSet, DatabaseChangeLog changelog, Database database, ChangeSet.ExecType execType) {
		if (execType == ChangeSet.ExecType.FAILED) {
			this.reasonToSkip = "it failed, and failOnError is false: " + changeSet.getErrorMsg();
		}
		else {
			done();
		}
	}

	@Override
	public void runFailed(ChangeSet changeSet, DatabaseChangeLog changelog, Database database, Exception failure) {
		this.unreadable = UnreadableCell.find(changeSet, database, failure).map((place) -> place + ". ").orElse("");
	}

	@Override
	public void preconditionFailed(PreconditionFailedException error, PreconditionContainer.FailOption onFail) {
		this.reasonToSkip = "a precondition failed";
	}

	@Override
	public void preconditionErrored(PreconditionErrorException error, PreconditionContainer.ErrorOption onError) {
		this.reasonToSkip = "a precondition could not be checked";
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
