package io.soundshare.migrations.engine.friend;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.connection.AbsentDatabase;
import io.soundshare.migrations.engine.fingerprint.FastPath;
import io.soundshare.migrations.engine.fingerprint.FastPath.Decision;
import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import io.soundshare.migrations.secret.DataSourceUrl;

/**
 * Compares fingerprints for the other modules of this library. Loads nothing of
 * Liquibase.
 */
public final class Fingerprints {

	private Fingerprints() {
	}

	/**
	 * Decide whether a database has nothing to be done.
	 * @param dataSource where connections come from
	 * @param source what decides it, outside the database
	 * @param writes whether a database may be made, or something be written down in it
	 * @return the decision and its reason
	 * @throws SQLException if the database cannot be read
	 * @throws IOException if a resource cannot be read
	 */
	public static Decision decide(DataSource dataSource, FingerprintSource source, boolean writes)
			throws SQLException, IOException {
		if (!writes && AbsentDatabase.of(DataSourceUrl.of(dataSource)) != null) {
			return Decision.no("there is no database yet");
		}
		try (Connection connection = dataSource.getConnection()) {
			Decision decision = new FastPath(source).decide(connection, writes);
			if (!connection.getAutoCommit()) {
				connection.commit();
			}
			return decision;
		}
	}

}
