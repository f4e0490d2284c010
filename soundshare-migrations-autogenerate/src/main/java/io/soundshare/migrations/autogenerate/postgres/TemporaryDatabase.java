package io.soundshare.migrations.autogenerate.postgres;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.sql.TextLiteral;
import io.soundshare.migrations.model.Wording;

/**
 * A database of PostgreSQL made for the moment. Its name tells when, by the clock of the
 * server; a comment tells people who made it.
 *
 * @param name the name of the database
 */
record TemporaryDatabase(String name) {

	private static final String PREFIX = "soundshare_shadow_";

	private static final String COMMENT = "A shadow database of SoundShare Migrations";

	private static final long HOUR = 3600;

	private static final int FORCE_SINCE = 130000;

	static final String INSUFFICIENT_PRIVILEGE = "42501";

	/** Somebody else has dropped it, or uses it. */
	private static final Set<String> NOT_OURS = Set.of("3D000", "55006", INSUFFICIENT_PRIVILEGE);

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * Make one, with the encoding and the order of the database at hand. What earlier
	 * runs have left behind goes first.
	 */
	static TemporaryDatabase create(Connection connection) throws SQLException {
		long now = Rows.query(connection, "SELECT extract(epoch FROM now())::bigint", (row) -> row.getLong(1)).get(0);
		dropLeftovers(connection, now);
		TemporaryDatabase made = new TemporaryDatabase(String.format("%s%08x%08x", PREFIX, now, RANDOM.nextInt()));
		String like = Rows
			.query(connection,
					"""
							SELECT format('ENCODING %L LC_COLLATE %L LC_CTYPE %L', pg_encoding_to_char(encoding), datcollate, datctype)
							FROM pg_database WHERE datname = current_database()
							""",
					(row) -> row.getString(1))
			.get(0);
		try {
			execute(connection, "CREATE DATABASE " + made.name + " TEMPLATE template0 " + like);
		}
		catch (SQLException ex) {
			if (INSUFFICIENT_PRIVILEGE.equals(ex.getSQLState())) {
				throw forbidden(connection, ex);
			}
			throw ex;
		}
		try {
			made.comment(connection, now);
		}
		catch (SQLException ex) {
			made.drop(connection);
			throw ex;
		}
		return made;
	}

	private void comment(Connection connection, long now) throws SQLException {
		String comment = COMMENT + ", made on " + host() + " by process " + ProcessHandle.current().pid() + " at "
				+ Instant.ofEpochSecond(now);
		execute(connection, "COMMENT ON DATABASE " + this.name + " IS " + TextLiteral.of(comment));
	}

	/** A role may have a search path of its own, with nothing here to be found on it. */
	static void makeCurrentSchema(DataSource database) throws SQLException {
		try (Connection connection = database.getConnection()) {
			List<String> path = Rows.query(connection,
					"SELECT unnest(string_to_array(current_setting('search_path'), ',')) WHERE current_schema() IS NULL",
					(row) -> row.getString(1).strip());
			for (String schema : path.stream().filter((schema) -> !schema.contains("$user")).limit(1).toList()) {
				execute(connection, "CREATE SCHEMA IF NOT EXISTS " + schema);
			}
		}
	}

	/** Drop it, whoever is connected to it. */
	boolean drop(Connection connection) throws SQLException {
		if (version(connection) >= FORCE_SINCE) {
			execute(connection, "DROP DATABASE IF EXISTS " + this.name + " WITH (FORCE)");
			return true;
		}
		execute(connection, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
				+ TextLiteral.of(this.name) + " AND pid <> pg_backend_pid()");
		execute(connection, "DROP DATABASE IF EXISTS " + this.name);
		return true;
	}

	private static void dropLeftovers(Connection connection, long now) throws SQLException {
		List<String> leftovers = Rows.query(connection,
				"""
						SELECT d.datname FROM pg_database d WHERE d.datname ~ '^%s[0-9a-f]{16}$'
						AND coalesce(shobj_description(d.oid, 'pg_database'), '%s') LIKE 'A %% database of SoundShare Migrations%%'
						AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)
						"""
					.formatted(PREFIX, COMMENT),
				(row) -> row.getString(1));
		for (String name : leftovers) {
			long made = Long.parseLong(name.substring(PREFIX.length(), PREFIX.length() + 8), 16);
			if (made < now - HOUR) {
				try {
					execute(connection, "DROP DATABASE " + name);
				}
				catch (SQLException ex) {
					if (!NOT_OURS.contains(String.valueOf(ex.getSQLState()))) {
						throw ex;
					}
				}
			}
		}
	}

	private static AutogenerateException forbidden(Connection connection, SQLException ex) throws SQLException {
		String user = Rows.query(connection, "SELECT quote_ident(current_user)", (row) -> row.getString(1)).get(0);
		return new AutogenerateException(
				"The user " + user + " may not make a shadow database: " + ex.getMessage(), Wording
					.format("Let the user make databases: ALTER ROLE %s CREATEDB.%n%s", user, PostgresShadows.GIVE_ONE),
				ex);
	}

	private static int version(Connection connection) throws SQLException {
		return Rows.query(connection, "SELECT current_setting('server_version_num')::int", (row) -> row.getInt(1))
			.get(0);
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "an unknown host";
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
