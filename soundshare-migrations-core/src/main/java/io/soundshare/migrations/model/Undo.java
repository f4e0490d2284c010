package io.soundshare.migrations.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The way back from a revision. What it loses and restores is said with numbers of rows
 * in the plan of a downgrade and where a revision is shown by itself; elsewhere by name
 * only, as far as it is known.
 *
 * @param how how a downgrade undoes the revision
 * @param reason why it cannot, or what is to be known of it
 * @param loses the tables and columns whose rows a downgrade loses
 * @param restores the tables and columns whose rows a downgrade brings back
 */
public record Undo(How how, @Nullable String reason, List<String> loses, List<String> restores) {

	private static final String UNFIT = "what was recorded to undo it does not fit any more: ";

	public Undo {
		loses = List.copyOf(loses);
		restores = List.copyOf(restores);
	}

	public Undo(How how, @Nullable String reason) {
		this(how, reason, List.of(), List.of());
	}

	public static Undo none(@Nullable String reason) {
		return new Undo(How.NONE, reason);
	}

	/** No way, since the database is not as it was when the way was recorded. */
	public static Undo unfit(List<String> differences) {
		return none(UNFIT + String.join("; ", differences));
	}

	/** Whether a way was recorded that does not fit any more. */
	boolean isUnfit() {
		return this.reason != null && this.reason.startsWith(UNFIT);
	}

	/**
	 * Return whether there is a way back.
	 * @return whether a downgrade can undo the revision
	 */
	public boolean isPossible() {
		return this.how != How.NONE;
	}

	/**
	 * The ways to undo a revision.
	 */
	public enum How {

		/**
		 * A rollback that somebody wrote.
		 */
		WRITTEN,

		/**
		 * The inverse that Liquibase knows of each change.
		 */
		DERIVED,

		/**
		 * What the upgrade took down in the database; for that the revision need not be
		 * known to the build.
		 */
		RECORDED,

		/**
		 * No way.
		 */
		NONE

	}

}
