package io.soundshare.migrations.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import liquibase.exception.DatabaseException;

/**
 * Turns foreign key enforcement off and on again. SQLite takes no notice of that inside a
 * transaction, and xerial's driver opens one as soon as auto-commit is off; so it is done
 * while it is on.
 */
final class ForeignKeyEnforcement {

	private ForeignKeyEnforcement() {
	}

	static boolean isOn(Connection connection) {
		return SqliteSchema.of(connection).pragma("foreign_keys") != 0;
	}

	/**
	 * Sets enforcement. A transaction must not have written anything yet: it is rolled
	 * back.
	 * @param connection the connection
	 * @param on whether foreign keys are to be enforced
	 */
	static void set(Connection connection, boolean on) throws DatabaseException {
		try {
			boolean autoCommit = connection.getAutoCommit();
			if (!autoCommit) {
				connection.rollback();
				connection.setAutoCommit(true);
			}
			Connections.execute(connection, "PRAGMA foreign_keys = " + ((on) ? "ON" : "OFF"));
			if (!autoCommit) {
				connection.setAutoCommit(false);
			}
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
		if (isOn(connection) != on) {
			throw new DatabaseException("SQLite's foreign key enforcement could not be turned " + ((on) ? "on" : "off")
					+ ": a transaction is open on the connection.");
		}
	}

}
