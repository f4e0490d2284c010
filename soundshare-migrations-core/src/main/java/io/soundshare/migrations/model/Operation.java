package io.soundshare.migrations.model;

import java.util.Locale;

/**
 * The purpose of a {@link Plan}.
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
