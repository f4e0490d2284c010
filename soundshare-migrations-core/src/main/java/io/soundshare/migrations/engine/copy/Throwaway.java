package io.soundshare.migrations.engine.copy;

import java.io.IOException;

/**
 * A copy of a database to try things out on, gone when it is closed.
 */
public interface Throwaway extends AutoCloseable {

	/** Its URL; who connects is the same as to the database. */
	String url();

	/** How many bytes it has by now, with what is beside it. */
	long size() throws IOException;

	@Override
	void close() throws IOException;

}
