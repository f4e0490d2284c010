package io.soundshare.migrations.sqlite.execution;

import java.sql.Connection;
import java.sql.SQLException;

import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;

/**
 * Foreign key enforcement of a connection, turned off and on again. SQLite takes no
 * notice of that inside a transaction, and xerial's driver opens one as soon as
 * auto-commit is off; so it is done while it is on. A transaction must not have written
 * anything yet: it is rolled back.
 */
final class ForeignKeyEnforcement {

	private final Database database;

	private boolean paused;

	ForeignKeyEnforcement(Database database) {
		this.database = database;
	}

	boolean isOn() {
		return isOn(Connections.jdbc(this.database));
	}

	boolean isPaused() {
		return this.paused;
	}

	/** Turns enforcement off, if it is on. */
	void pause() throws DatabaseException {
		if (isOn()) {
			set(false);
			this.paused = true;
		}
	}

	/** Turns enforcement on again, if it was. */
	void resume() throws DatabaseException {
		if (this.paused) {
			this.paused = false;
			set(true);
		}
	}

	private void set(boolean on) throws DatabaseException {
		Connection connection = Connections.jdbc(this.database);
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

	private static boolean isOn(Connection connection) {
		return SqliteSchema.of(connection).pragma("foreign_keys") != 0;
	}

}
