package io.soundshare.migrations.model;

import java.time.Duration;

/**
 * Hears of all operations on a database that have something to do, whoever asked for
 * them, in the thread of the operation. What is tried out on a copy is not heard of.
 */
public interface OperationListener {

	/**
	 * Says nothing.
	 */
	OperationListener SILENT = new OperationListener() {
	};

	/**
	 * Hear that the lock was waited for, and was taken or not.
	 * @param waited for how long; next to nothing where it was free
	 */
	default void lockWaited(Duration waited) {
	}

	/**
	 * Hear that an operation begins: the lock is held, and nothing was run yet. If this
	 * throws, nothing runs, and what it throws is the cause of an
	 * {@link OperationRefusedException}.
	 * @param plan what it will do, at least one step
	 */
	default void begun(Plan plan) {
	}

	/**
	 * Hear what has become of a step.
	 * @param progress a beginning, then one of the other kinds for the same step, unless
	 * the operation fails there
	 */
	default void heard(Progress progress) {
	}

	/**
	 * Hear that an operation which has begun has ended well. The lock is free again.
	 * @param plan what was to be done
	 * @param result what was done
	 */
	default void ended(Plan plan, Result result) {
	}

	/**
	 * Hear that an operation which has begun has failed. The lock is free again.
	 * @param plan what was to be done
	 * @param failure why, without secrets
	 */
	default void failed(Plan plan, RuntimeException failure) {
	}

}
