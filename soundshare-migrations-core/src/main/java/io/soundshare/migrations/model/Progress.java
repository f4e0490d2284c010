package io.soundshare.migrations.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * News of what has just become of a step.
 *
 * @param kind what
 * @param step the step
 * @param number the number of the step, from 1
 * @param total the number of all steps
 * @param took how long it took; zero when it begins
 * @param reason why, of what is not as planned; {@code null} of all else
 */
public record Progress(Kind kind, Step step, int number, int total, Duration took, @Nullable String reason) {

	/**
	 * The beginning of a step, or one of its ends.
	 */
	public enum Kind {

		/**
		 * The beginning of the step.
		 */
		STARTED,

		/**
		 * Success: the step was carried out and committed; where all of the operation is
		 * one transaction, carried out only. A reason says which precondition does not
		 * hold, and only warns.
		 */
		COMPLETED,

		/**
		 * No effect: the precondition does not hold, or the step failed and may fail. The
		 * revision stays pending.
		 */
		SKIPPED,

		/**
		 * The revision was marked as run and nothing of it was run: its precondition does
		 * not hold, and says so.
		 */
		MARKED

	}

}
