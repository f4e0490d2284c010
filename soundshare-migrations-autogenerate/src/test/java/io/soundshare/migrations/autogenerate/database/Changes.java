package io.soundshare.migrations.autogenerate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import liquibase.change.Change;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/**
 * Runs SQL, and Liquibase's changes.
 */
public final class Changes {

	private Changes() {
	}

	public static void sql(Connection connection, String... statements) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	/** Runs them as Liquibase does; the connection stays open. */
	public static void run(Connection connection, Change... changes) throws LiquibaseException, SQLException {
		Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new JdbcConnection(connection));
		for (Change change : changes) {
			database.executeStatements(change, new DatabaseChangeLog("test"), List.of());
		}
		database.commit();
		connection.setAutoCommit(true);
	}

}
