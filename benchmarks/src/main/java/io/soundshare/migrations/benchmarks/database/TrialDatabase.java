package io.soundshare.migrations.benchmarks.database;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.sqlite.SQLiteConfig;

/**
 * An empty database of its own, gone when it is closed.
 */
public interface TrialDatabase extends AutoCloseable {

	/** Make one of a product, {@code sqlite} or {@code postgresql}. */
	static TrialDatabase create(String product) throws SQLException {
		return switch (product) {
			case "sqlite" -> SqliteTrialDatabase.create(SQLiteConfig.SynchronousMode.OFF);
			case "postgresql" -> PostgresTrialDatabase.create();
			default -> throw new IllegalArgumentException("No product: " + product);
		};
	}

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
