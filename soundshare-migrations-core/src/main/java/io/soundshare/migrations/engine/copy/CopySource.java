package io.soundshare.migrations.engine.copy;

import java.sql.Connection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A database to be copied.
 *
 * @param connection a connection without a transaction
 * @param url its URL
 * @param security what is set beside the URL of how the server is to be trusted
 * @param history the name of the history table
 * @param schema the schema that is in; {@code null} for the default one
 * @param user who connects; {@code null} if that is not known
 * @param password the password; {@code null} if that is not known
 */
public record CopySource(Connection connection, String url, Map<String, String> security, String history,
		@Nullable String schema, @Nullable String user, @Nullable String password) {

	/** The names of such settings, as PostgreSQL's driver has them. */
	public static final List<String> SECURITY = List.of("ssl", "sslmode", "sslrootcert");

	@Override
	public String toString() {
		return "CopySource[" + this.history + "]";
	}

}
