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

	private final Map<ChangeSet, Step> steps = new IdentityHashMap<>();

	private final List<Step> completed = new ArrayList<>();

	private @Nullable Step running;

	private String reasonToSkip = "";

	private int number;

	private long startedNanos;

	ProgressTracker(Plan plan, RevisionCatalog catalog, ProgressListener listener) {
		this.plan = plan;
		this.listener = listener;
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

	void begin(@Nullable Step step) {
		finish();
		this.running = step;
		this.startedNanos = System.nanoTime();
		if (step != null) {
			this.number++;
			this.listener.started(step, this.number, this.plan.steps().size());
		}
	}

	void end(@Nullable Step step) {
		this.running = null;
		if (step != null) {
			this.completed.add(step);
			this.listener.completed(step, this.number, this.plan.steps().size(),
					Duration.ofNanos(System.nanoTime() - this.startedNanos));
		}
	}

	/** Whatever began and did not end was skipped: Liquibase has no event for that. */
	void finish() {
		if (this.running != null) {
			this.listener.skipped(this.running, this.number, this.plan.steps().size(), this.reasonToSkip);
			this.running = null;
		}
		this.reasonToSkip = "it had nothing to do here";
	}

	/** The failure as a person should read it. */
	Exception failure(Exception failure) {
		Step failed = this.running;
		return (failed != null) ? new RevisionFailedException(this.plan.operation().toString(), failed.revision(),
				completed().revisions(), LiquibaseErrors.reason(failure), failure) : failure;
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
			finish();
		}
		else {
			end(this.steps.get(changeSet));
		}
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
		end(this.steps.get(changeSet));
	}

}
