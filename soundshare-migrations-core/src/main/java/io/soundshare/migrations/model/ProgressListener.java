package io.soundshare.migrations.model;

/**
 * Hears of each step while an operation runs.
 */
@FunctionalInterface
public interface ProgressListener {

	/**
	 * Says nothing.
	 */
	ProgressListener SILENT = (progress) -> {
	};

	/**
	 * Hear what has become of a step.
	 * @param progress a beginning, then one of the other kinds for the same step
	 */
	void heard(Progress progress);

	/**
	 * Hear how far a copy of the database is, again and again while that takes long. Not
	 * in the thread of the operation, which waits meanwhile.
	 * @param progress how far it is
	 */
	default void copying(CopyProgress progress) {
	}

}
