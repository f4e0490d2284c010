package io.soundshare.migrations.autogenerate.comparison;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.shadow.TrackedDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections for which the default schema is the one it is for the changelog.
 *
 * @param product the database product
 * @param defaultSchema its name as SQL has it; {@code null} if connections begin there
 */
record Access(SupportedProduct product, @Nullable String defaultSchema) {

	/** The same database, with such connections. */
	DataSource alike(DataSource database) {
		String schema = this.defaultSchema;
		return (schema != null)
				? new TrackedDataSource(database, (connection) -> this.product.searchFirst(connection, schema))
				: database;
	}

	/** Do something with such a connection, which may belong to a pool. */
	<T> T on(DataSource database, Work<T> work) {
		return with(database, (connection) -> {
			if (this.defaultSchema == null) {
				return work.with(connection);
			}
			String path = this.product.searchFirst(connection, this.defaultSchema);
			T result;
			try {
				result = work.with(connection);
			}
			catch (SQLException | RuntimeException ex) {
				restore(connection, path, ex);
				throw ex;
			}
			this.product.search(connection, path);
			return result;
		});
	}

	/** Do something with a connection as it is. */
	static <T> T with(DataSource database, Work<T> work) {
		try (Connection connection = database.getConnection()) {
			return work.with(connection);
		}
		catch (SQLException ex) {
			throw new AutogenerateException("A database cannot be read: " + ex.getMessage() + ".",
					"Check that it is there and that this user may read it. Nothing of yours was touched.", ex);
		}
	}

	/** In a transaction that has failed it is not possible, and not needed either. */
	private void restore(Connection connection, String path, Exception failure) {
		try {
			this.product.search(connection, path);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Work that is done with a connection.
	 *
	 * @param <T> the type of its result
	 */
	@FunctionalInterface
	interface Work<T> {

		T with(Connection connection) throws SQLException;

	}

}
