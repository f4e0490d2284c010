package io.soundshare.migrations.model;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an upgrade did on a copy of the database: up, down and up again.
 *
 * @param steps the revisions, in the order they were applied
 * @param findings what the upgrade would meet, in the order it was found
 * @param copied how long it took to copy the database
 * @param compared how long it took to compare schema and rows after each step
 * @param took how long all of it took
 * @param growth how many bytes the database has grown by
 */
public record RehearsalReport(List<Rehearsed> steps, List<Finding> findings, Duration copied, Duration compared,
		Duration took, long growth) {

	public RehearsalReport {
		steps = List.copyOf(steps);
		findings = List.copyOf(findings);
	}

	/**
	 * Return whether the upgrade is better not done.
	 * @return whether something was found that is no mere warning
	 */
	public boolean isFailed() {
		return this.findings.stream().anyMatch((finding) -> finding.kind().isFailure());
	}

	/**
	 * What became of a revision.
	 *
	 * @param revision the revision
	 * @param up how long it took to apply it
	 * @param down how long it took to undo it; {@code null} if it was not undone
	 * @param again how long it took to apply it again; {@code null} if it was not
	 * @param locks the tables it locked so that others would wait, each with the lock, as
	 * far as the product tells
	 */
	public record Rehearsed(Revision revision, Duration up, @Nullable Duration down, @Nullable Duration again,
			List<String> locks) {

		public Rehearsed {
			locks = List.copyOf(locks);
		}

	}

	/**
	 * Something the upgrade would meet, or the way back.
	 *
	 * @param kind what kind of thing
	 * @param revision the revision it is about; {@code null} if it is about none
	 * @param text what it is, without an end
	 */
	public record Finding(Kind kind, @Nullable Revision revision, String text) {

		/**
		 * The kinds of what can be found.
		 */
		public enum Kind {

			/**
			 * Failure: a revision cannot be applied, undone, or applied again.
			 */
			FAILS,

			/**
			 * Rows that a constraint does not allow.
			 */
			VIOLATES,

			/**
			 * The way back does not lead to what was there.
			 */
			DOES_NOT_RESTORE,

			/**
			 * The second time does not lead to the same.
			 */
			DIFFERS_AGAIN,

			/**
			 * The disk has no room for it.
			 */
			NO_SPACE,

			/**
			 * Rows, columns or tables that are taken away.
			 */
			LOSES,

			/**
			 * There is no way back.
			 */
			IRREVERSIBLE,

			/**
			 * A long time, for which others may have to wait.
			 */
			SLOW;

			/**
			 * Return whether the upgrade is better not done.
			 * @return whether it is no mere warning
			 */
			public boolean isFailure() {
				return this != LOSES && this != IRREVERSIBLE && this != SLOW;
			}

		}

	}

}
