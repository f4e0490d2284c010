package io.soundshare.migrations.model;

/**
 * A step of a {@link Plan}.
 *
 * @param action what to do
 * @param revision the revision to do it with
 */
public record Step(Action action, Revision revision) {

	/**
	 * The work of a step on its revision.
	 */
	public enum Action {

		/**
		 * Run the changes and write the history row.
		 */
		APPLY,

		/**
		 * Run the rollback and remove the history row.
		 */
		REVERT,

		/**
		 * Write the history row only.
		 */
		MARK,

		/**
		 * Remove the history row only.
		 */
		UNMARK

	}

}
