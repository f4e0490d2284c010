package io.soundshare.migrations.engine.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An SQLite database whose file is not there yet. Connecting would make it, so whoever
 * reads it is given an empty one in memory.
 *
 * @param url where the file will be
 */
public record AbsentDatabase(String url) {

	/** The note about such a database. */
	public static final String NOTE = "does not exist yet; upgrade creates it";

	/** The database a URL is of, {@code null} unless it is absent. */
	public static @Nullable AbsentDatabase of(@Nullable String url) {
		return (url != null && SqliteFile.isMissing(url)) ? new AbsentDatabase(url) : null;
	}

	/** The URL of an empty one, that nobody else has. */
	public String inMemory() {
		return "jdbc:sqlite:file:absent-" + UUID.randomUUID() + "?mode=memory";
	}

}
