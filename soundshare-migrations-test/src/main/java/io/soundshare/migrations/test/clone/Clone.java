package io.soundshare.migrations.test.clone;

import javax.sql.DataSource;

/**
 * A database made for a test.
 *
 * @param name what tells it from the others
 * @param dataSource where connections come from, each opened anew
 * @param dropping drops it
 */
public record Clone(String name, DataSource dataSource, Runnable dropping) implements AutoCloseable {

	@Override
	public void close() {
		this.dropping.run();
	}

}
