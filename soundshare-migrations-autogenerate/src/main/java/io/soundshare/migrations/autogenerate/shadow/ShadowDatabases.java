package io.soundshare.migrations.autogenerate.shadow;

/**
 * Source of shadow databases, which are empty and of the application's product.
 */
@FunctionalInterface
public interface ShadowDatabases {

	/**
	 * Make one.
	 * @return an empty database, to be closed
	 * @throws io.soundshare.migrations.autogenerate.model.AutogenerateException if it
	 * cannot be made
	 */
	Shadow open();

}
