package io.soundshare.migrations.sqlite.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * The JDBC connection of a Liquibase database, for what its executors cannot do.
 */
final class Connections {

	private Connections() {
	}

	static Connection jdbc(Database database) {
		return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
	}

	static void execute(Connection connection, String sql) throws DatabaseException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage() + " [" + sql + "]", ex);
		}
	}

}
