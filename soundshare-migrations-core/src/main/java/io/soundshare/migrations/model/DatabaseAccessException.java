package io.soundshare.migrations.model;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be reached, read or written.
 */
public final class DatabaseAccessException extends MigrationException {

	private final @Nullable String url;

	public DatabaseAccessException(@Nullable String url, Wording problem, Wording wayOut, @Nullable Throwable cause) {
		super(problem, wayOut, cause);
		this.url = url;
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.DATABASE_ACCESS;
	}

	/**
	 * Return which database.
	 * @return the JDBC URL without credentials, {@code null} if there was no connection
	 */
	public @Nullable String url() {
		return this.url;
	}

}
