package io.soundshare.migrations.autogenerate.shadow;

import javax.sql.DataSource;

/**
 * A shadow database: made for a comparison, and gone after it.
 */
public interface Shadow extends AutoCloseable {

	/**
	 * Return where connections come from.
	 * @return the data source
	 */
	DataSource dataSource();

	/** Drop it. */
	@Override
	void close();

}
