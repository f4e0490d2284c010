package io.soundshare.migrations.model;

import java.util.List;

/**
 * An operation before it is executed; afterwards it is a {@link Result}.
 *
 * @param operation what it is for
 * @param steps the steps, in the order they run
 */
public record Plan(Operation operation, List<Step> steps) {

	public Plan {
		steps = List.copyOf(steps);
	}

	public static Plan of(Operation operation, Step.Action action, List<Revision> revisions) {
		return new Plan(operation, revisions.stream().map((revision) -> new Step(action, revision)).toList());
	}

	/**
	 * Return whether there is nothing to do.
	 * @return whether the plan has no step
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty();
	}

	/**
	 * Return whether rows are lost.
	 * @return whether a step of a downgrade loses anything
	 */
	public boolean isLossy() {
		return revisions().stream().anyMatch((revision) -> !revision.undo().loses().isEmpty())
				&& this.operation == Operation.DOWNGRADE;
	}

	/**
	 * Return the revisions of the steps.
	 * @return the revisions, in the order they run
	 */
	public List<Revision> revisions() {
		return this.steps.stream().map(Step::revision).toList();
	}

}
