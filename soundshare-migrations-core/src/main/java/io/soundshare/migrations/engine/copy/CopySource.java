package io.soundshare.migrations.engine.copy;

import java.sql.Connection;

import org.jspecify.annotations.Nullable;

/**
 * A database to be copied.
 *
 * @param connection a connection without a transaction
 * @param url its URL
 * @param history the name of the history table
 * @param schema the schema that is in; {@code null} for the default one
 * @param user who connects; {@code null} if that is not known
 * @param password the password; {@code null} if that is not known
 */
public record CopySource(Connection connection, String url, String history, @Nullable String schema,
		@Nullable String user, @Nullable String password) {

	@Override
	public String toString() {
		return "CopySource[" + this.history + "]";
	}

}
