package io.soundshare.migrations.autogenerate.database;

/**
 * Makes empty databases of the application's product.
 */
@FunctionalInterface
public interface ShadowDatabases {

	/**
	 * Make one.
	 * @return an empty database, to be closed
	 * @throws io.soundshare.migrations.AutogenerateException if it cannot be made
	 */
	Shadow open();

}
