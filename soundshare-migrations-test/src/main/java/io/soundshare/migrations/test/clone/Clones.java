package io.soundshare.migrations.test.clone;

import java.sql.SQLException;
import java.util.Set;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.friend.TestBench;
import io.soundshare.migrations.secret.DataSourceUrl;

/**
 * Maker of databases like an application's, and of copies of them.
 */
public interface Clones extends AutoCloseable {

	/**
	 * Find the way to make them.
	 * @param application the application's database, which stays as it is
	 * @param bench connects to others
	 * @param schemas the schemas there have to be
	 * @return makes them
	 * @throws IllegalArgumentException if there is none for the product
	 */
	static Clones of(DataSource application, TestBench bench, Set<String> schemas) {
		String url = DataSourceUrl.of(application);
		if (url != null && url.startsWith("jdbc:sqlite:")) {
			return new SqliteClones(url, application, bench);
		}
		if (url != null && url.startsWith("jdbc:postgresql:")) {
			return new PostgresClones(url, application, bench, schemas);
		}
		throw new IllegalArgumentException("Migrations are tested on SQLite and PostgreSQL, and this database is "
				+ ((url != null) ? "another one." : "one that does not tell its URL.")
				+ " Give the tests a DataSource with a JDBC URL of one of them.");
	}

	/** Make an empty database. */
	Clone empty() throws SQLException;

	/**
	 * Copy a database.
	 * @param original one of these, which nobody is connected to
	 */
	Clone copy(Clone original) throws SQLException;

	@Override
	void close();

}
