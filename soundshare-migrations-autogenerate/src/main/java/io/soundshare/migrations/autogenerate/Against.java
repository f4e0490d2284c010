package io.soundshare.migrations.autogenerate;

/**
 * The other side of a comparison with the entities.
 */
public enum Against {

	/** The schema the whole changelog makes, replayed in a shadow database. */
	CHANGELOG,

	/** The application's own database as it is, which has to be up to date. */
	DATABASE

}
