package io.soundshare.migrations.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Result.Remark;
import io.soundshare.migrations.model.Step;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells a listener how far a plan has come, and keeps count for the result.
 */
final class ProgressTracker {

	private final Plan plan;

	private final ProgressListener listener;

	private final Map<ChangeSet, Step> steps = new IdentityHashMap<>();

	private final List<Step> completed = new ArrayList<>();

	private final List<Remark> remarks = new ArrayList<>();

	private @Nullable Step running;

	private int number;

	private long startedNanos;

	private final long createdNanos = System.nanoTime();

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

	Result result() {
		return new Result(this.plan.operation(), this.completed, this.remarks, since(this.createdNanos));
	}

	/** The place in the plan when a change set begins; {@code null} if it has no step. */
	@Nullable String ahead(ChangeSet changeSet) {
		Step step = this.steps.get(changeSet);
		return (step != null) ? (this.number + 1) + " of " + this.plan.steps().size() + ", " + step.revision() : null;
	}

	/**
	 * Begin with a change set.
	 * @return whether it has a step
	 */
	boolean begin(ChangeSet changeSet) {
		Step step = this.steps.get(changeSet);
		this.running = step;
		if (step != null) {
			begin(step);
		}
		return step != null;
	}

	void begin(Step step) {
		this.running = step;
		this.startedNanos = System.nanoTime();
		this.number++;
		tell(Progress.Kind.STARTED, step, null);
	}

	/** Say that what was begun has failed, and is begun once more in another way. */
	void again(String why) {
		Step step = this.running;
		if (step != null) {
			this.remarks.add(new Remark(Remark.Kind.WARNED, step.revision(), "its rollback failed ("
					+ why.strip().lines().findFirst().orElse("") + "), and it was undone as it was recorded"));
			this.number--;
		}
	}

	/** The step that has begun and is not settled. */
	@Nullable Step running() {
		return this.running;
	}

	/** Settle what was begun: it is committed, or will be with all the rest. */
	void settle(StepOutcome end) {
		Step step = this.running;
		this.running = null;
		if (step == null) {
			return;
		}
		switch (end.outcome()) {
			case SKIPPED -> {
				remark(Remark.Kind.SKIPPED, step, end);
				tell(Progress.Kind.SKIPPED, step, end.reason());
			}
			case MARKED -> {
				remark(Remark.Kind.MARKED, step, end);
				this.completed.add(new Step(Step.Action.MARK, step.revision()));
				tell(Progress.Kind.MARKED, step, end.reason());
			}
			default -> {
				this.completed.add(step);
				if (end.reason() != null) {
					remark(Remark.Kind.WARNED, step, end);
				}
				tell(Progress.Kind.COMPLETED, step, end.reason());
			}
		}
	}

	/** Forget all that was carried out: it was one transaction, and is undone. */
	void rolledBack() {
		this.completed.clear();
		this.remarks.clear();
	}

	private void tell(Progress.Kind kind, Step step, @Nullable String why) {
		Duration took = (kind != Progress.Kind.STARTED) ? since(this.startedNanos) : Duration.ZERO;
		this.listener.heard(new Progress(kind, step, this.number, this.plan.steps().size(), took, why));
	}

	private void remark(Remark.Kind kind, Step step, StepOutcome end) {
		this.remarks.add(new Remark(kind, step.revision(), end.reason() + ""));
	}

	private static Duration since(long nanos) {
		return Duration.ofNanos(System.nanoTime() - nanos);
	}

}
