package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.OperationListener;

/**
 * Makes who hears of the operations on a database. Beans of it are created when the first
 * operation has something to do, which is before there is a schema: they must not need
 * one. A start with nothing to do creates none.
 */
@FunctionalInterface
public interface OperationListenerFactory {

	/**
	 * Make a listener.
	 * @param database the name of the bean that migrates the database
	 * @return the listener of all its operations, whatever thread they are in
	 */
	OperationListener listener(String database);

}
