package io.soundshare.migrations.model;

/**
 * The extent of what is committed together.
 */
public enum TransactionMode {

	/**
	 * Each change set with its history row and its row in the journal.
	 */
	CHANGE_SET,

	/**
	 * A whole upgrade, downgrade or stamp, or nothing of it.
	 */
	DEPLOYMENT

}
