package io.soundshare.migrations.test;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something an application does with a test's database.
 */
@FunctionalInterface
public interface DatabaseWork {

	/**
	 * Do it.
	 * @param connection a connection with a transaction, which is committed afterwards
	 * @throws SQLException if the database refuses, which fails the test
	 */
	void with(Connection connection) throws SQLException;

}
