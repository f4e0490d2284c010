package io.soundshare.migrations.model;

/**
 * The place of a {@link Revision} between the changelog and the database.
 */
public enum RevisionState {

	/**
	 * In the changelog and in the database, with the same content.
	 */
	APPLIED,

	/**
	 * In the changelog, applicable to this database, and waiting to run.
	 */
	PENDING,

	/**
	 * Applied in the database, absent from this build's changelog.
	 */
	UNKNOWN,

	/**
	 * Applied, and its content in the changelog is no longer what was applied.
	 */
	CHANGED

}
