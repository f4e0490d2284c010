package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A copy of a database to try things out on, gone when it is closed.
 */
public interface Throwaway extends AutoCloseable {

	/** Its URL; who connects is the same as to the database. */
	String url();

	/** How many bytes it has by now, with what is beside it. */
	long size() throws IOException;

	/** Whether it tells what is locked. */
	default boolean tellsLocks() {
		return false;
	}

	/**
	 * What is locked now so that others would wait, each a table and how.
	 * @param copy a connection to it that locks nothing
	 */
	default List<String> locks(Connection copy) throws SQLException {
		return List.of();
	}

	@Override
	void close() throws IOException;

}
