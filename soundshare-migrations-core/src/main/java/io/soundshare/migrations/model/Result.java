package io.soundshare.migrations.model;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An operation after it was executed: what was done, and what was not as planned.
 *
 * @param operation what it was for
 * @param steps the steps that changed the history, in the order they ran; of a revision
 * that was only marked as run, {@link Step.Action#MARK}
 * @param remarks what was skipped, marked or done in spite of a warning, and why
 * @param took how long it took
 * @param backup the copy of the database that was made before; {@code null} if none was
 */
public record Result(Operation operation, List<Step> steps, List<Remark> remarks, Duration took,
		@Nullable Backup backup) {

	public Result {
		steps = List.copyOf(steps);
		remarks = List.copyOf(remarks);
	}

	/**
	 * Describe an operation before which no copy was made.
	 * @param operation what it was for
	 * @param steps the steps that changed the history
	 * @param remarks what was not as planned
	 * @param took how long it took
	 */
	public Result(Operation operation, List<Step> steps, List<Remark> remarks, Duration took) {
		this(operation, steps, remarks, took, null);
	}

	/**
	 * Return the same, before which a copy of the database was made.
	 * @param backup the copy; {@code null} if there is none
	 * @return the result
	 */
	public Result with(@Nullable Backup backup) {
		return new Result(this.operation, this.steps, this.remarks, this.took, backup);
	}

	public static Result nothing(Operation operation) {
		return new Result(operation, List.of(), List.of(), Duration.ZERO);
	}

	/**
	 * Return whether the history is as it was.
	 * @return whether nothing was done
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty();
	}

	/**
	 * Return the revisions something was done with.
	 * @return the revisions, in the order they ran
	 */
	public List<Revision> revisions() {
		return this.steps.stream().map(Step::revision).toList();
	}

	/**
	 * Return the remarks of one kind.
	 * @param kind the kind
	 * @return the remarks, in the order they arose
	 */
	public List<Remark> remarks(Remark.Kind kind) {
		return this.remarks.stream().filter((remark) -> remark.kind() == kind).toList();
	}

	/**
	 * A remark on what is not as planned with one revision.
	 *
	 * @param kind what became of the revision
	 * @param revision the revision
	 * @param reason why
	 */
	public record Remark(Kind kind, Revision revision, String reason) {

		/**
		 * The ways a revision can depart from the plan.
		 */
		public enum Kind {

			/**
			 * No effect: the revision stays pending.
			 */
			SKIPPED,

			/**
			 * Only its history row was written.
			 */
			MARKED,

			/**
			 * Success although its precondition does not hold.
			 */
			WARNED

		}

	}

}
