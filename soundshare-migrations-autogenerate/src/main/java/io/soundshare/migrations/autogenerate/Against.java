package io.soundshare.migrations.autogenerate;

/**
 * What the entities are compared with.
 */
public enum Against {

	/** The schema the whole changelog makes, replayed in a database to throw away. */
	CHANGELOG,

	/** The application's own database as it is, which has to be up to date. */
	DATABASE

}
