package io.soundshare.migrations.model;

import java.util.Locale;

/**
 * What a {@link Plan} is for.
 */
public enum Operation {

	/**
	 * Apply pending revisions.
	 */
	UPGRADE,

	/**
	 * Undo applied revisions.
	 */
	DOWNGRADE,

	/**
	 * Write or remove history, run nothing.
	 */
	STAMP,

	/**
	 * Drop everything, then upgrade to head.
	 */
	RESET;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
