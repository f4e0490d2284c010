package io.soundshare.migrations.sqlite.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.DatabaseObject;

/**
 * Opens databases in memory and closes them together.
 */
final class Databases implements AutoCloseable {

	private final SqliteDrivers driver;

	private final List<Database> open = new ArrayList<>();

	Databases(SqliteDrivers driver) {
		this.driver = driver;
	}

	Database with(String... statements) throws SQLException, DatabaseException {
		Connection connection = this.driver.openInMemory(true);
		try (Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.executeUpdate(sql);
			}
		}
		Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new JdbcConnection(connection));
		this.open.add(database);
		return database;
	}

	DatabaseSnapshot snapshot(String... statements) throws SQLException, LiquibaseException {
		Database database = with(statements);
		return SnapshotGeneratorFactory.getInstance()
			.createSnapshot(database.getDefaultSchema(), database, new SnapshotControl(database));
	}

	/** The only object of a type. */
	<T extends DatabaseObject> T only(Class<T> type, String... statements) throws SQLException, LiquibaseException {
		return snapshot(statements).get(type).iterator().next();
	}

	@Override
	public void close() throws DatabaseException {
		for (Database database : this.open) {
			database.close();
		}
	}

}
