package io.soundshare.migrations.model;

import java.time.Duration;

/**
 * Hears of each step while an operation runs.
 */
@FunctionalInterface
public interface ProgressListener {

	/**
	 * Says nothing.
	 */
	ProgressListener SILENT = (step, number, total, took) -> {
	};

	/**
	 * A step begins.
	 * @param step the step
	 * @param number the number of the step, from 1
	 * @param total the number of all steps
	 */
	default void started(Step step, int number, int total) {
	}

	/**
	 * A step began and had no effect: its precondition does not hold, or it failed and
	 * may fail. The revision stays pending.
	 * @param step the step
	 * @param number the number of the step, from 1
	 * @param total the number of all steps
	 * @param reason why
	 */
	default void skipped(Step step, int number, int total, String reason) {
	}

	/**
	 * A revision was marked as run and nothing of it was run: its precondition does not
	 * hold, and says so.
	 * @param step the step
	 * @param number the number of the step, from 1
	 * @param total the number of all steps
	 * @param reason why
	 */
	default void marked(Step step, int number, int total, String reason) {
	}

	/**
	 * A step that is {@link #completed} was carried out although its precondition does
	 * not hold, since that only warns.
	 * @param step the step
	 * @param number the number of the step, from 1
	 * @param total the number of all steps
	 * @param reason what does not hold
	 */
	default void warned(Step step, int number, int total, String reason) {
	}

	/**
	 * A step was carried out and committed; where all of the operation is one
	 * transaction, carried out only.
	 * @param step the step
	 * @param number the number of the step, from 1
	 * @param total the number of all steps
	 * @param took how long it took
	 */
	void completed(Step step, int number, int total, Duration took);

}
