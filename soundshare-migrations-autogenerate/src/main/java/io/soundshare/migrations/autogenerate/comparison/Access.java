package io.soundshare.migrations.autogenerate.comparison;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.shadow.SearchPath;
import org.jspecify.annotations.Nullable;

/**
 * Connections for which the default schema is the one it is for the changelog.
 *
 * @param defaultSchema its name as SQL has it; {@code null} if connections begin there
 */
record Access(@Nullable String defaultSchema) {

	/** The same database, with such connections. */
	DataSource alike(DataSource database) {
		return (this.defaultSchema != null) ? SearchPath.beginningWith(this.defaultSchema, database) : database;
	}

	/** Do something with a connection, which may belong to a pool. */
	<T> T on(DataSource database, Work<T> work) {
		try (Connection connection = database.getConnection()) {
			if (this.defaultSchema == null) {
				return work.with(connection);
			}
			String path = SearchPath.begin(connection, this.defaultSchema);
			T result;
			try {
				result = work.with(connection);
			}
			catch (SQLException | RuntimeException ex) {
				restore(connection, path, ex);
				throw ex;
			}
			SearchPath.set(connection, path);
			return result;
		}
		catch (SQLException ex) {
			throw new AutogenerateException("A database cannot be read: " + ex.getMessage() + ".",
					"Check that it is there and that this user may read it. Nothing of yours was touched.", ex);
		}
	}

	/** In a transaction that has failed it is not possible, and not needed either. */
	private static void restore(Connection connection, String path, Exception failure) {
		try {
			SearchPath.set(connection, path);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * What is done with a connection.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	interface Work<T> {

		T with(Connection connection) throws SQLException;

	}

}
