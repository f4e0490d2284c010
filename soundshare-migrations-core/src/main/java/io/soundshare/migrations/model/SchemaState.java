package io.soundshare.migrations.model;

/**
 * The relation of a database and a changelog, as one word.
 */
public enum SchemaState {

	/**
	 * Nothing pending, unknown or changed.
	 */
	UP_TO_DATE,

	/**
	 * Some revisions wait to be applied.
	 */
	PENDING,

	/**
	 * Some applied revisions are unknown to this build.
	 */
	AHEAD,

	/**
	 * Ahead and pending at once: two branches of the changelog met in this database.
	 */
	DIVERGED,

	/**
	 * Some applied revisions were edited afterwards.
	 */
	CHANGED

}
