package io.soundshare.migrations.autogenerate.shadow;

import javax.sql.DataSource;

/**
 * A database to throw away.
 */
public interface Shadow extends AutoCloseable {

	/**
	 * Return where connections come from.
	 * @return the data source
	 */
	DataSource dataSource();

	/** Throw it away. */
	@Override
	void close();

}
