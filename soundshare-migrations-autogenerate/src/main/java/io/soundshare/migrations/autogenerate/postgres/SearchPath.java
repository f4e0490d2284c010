package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The search path: where PostgreSQL looks for names without a schema. Liquibase puts the
 * default schema first, so everything else that is compared with what it makes has to as
 * well: also what Hibernate gives no schema, as the types of enums.
 */
final class SearchPath {

	private static final String SET = "SELECT set_config('search_path', ?, false)";

	private SearchPath() {
	}

	/**
	 * Let a connection look into a schema first.
	 * @param connection the connection
	 * @param schema the schema as SQL has it
	 * @return the path before, to be {@linkplain #set(Connection, String) set} again
	 * @throws SQLException if the database refuses
	 */
	static String begin(Connection connection, String schema) throws SQLException {
		String before;
		try (PreparedStatement query = connection.prepareStatement("SHOW search_path");
				ResultSet row = query.executeQuery()) {
			row.next();
			before = row.getString(1);
		}
		set(connection, before.isBlank() ? schema : schema + ", " + before);
		return before;
	}

	/**
	 * Set the path.
	 * @param connection the connection
	 * @param path the path as SQL has it
	 * @throws SQLException if the database refuses
	 */
	static void set(Connection connection, String path) throws SQLException {
		try (PreparedStatement set = connection.prepareStatement(SET)) {
			set.setString(1, path);
			set.execute();
		}
	}

}
