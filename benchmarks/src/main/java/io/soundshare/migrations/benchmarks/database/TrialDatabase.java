package io.soundshare.migrations.benchmarks.database;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * An empty database of its own, gone when it is closed.
 */
public interface TrialDatabase extends AutoCloseable {

	/** The name people know the product by. */
	String product();

	DataSource dataSource();

	/**
	 * Take down the schema and all rows, without the tables migrations keep for
	 * themselves.
	 */
	Fingerprint fingerprint() throws SQLException;

	/** The size on the disk, in bytes. */
	long size() throws SQLException;

	@Override
	void close() throws SQLException;

	/** Run statements that make no result. */
	default void run(String... statements) throws SQLException {
		try (Connection connection = dataSource().getConnection()) {
			for (String sql : statements) {
				connection.createStatement().execute(sql);
			}
		}
	}

}
