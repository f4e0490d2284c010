package io.soundshare.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * An SQLite database whose file is not there yet. Connecting would make it, so whoever
 * reads it is given an empty one in memory.
 *
 * @param url where the file will be
 */
record AbsentDatabase(String url) {

	static final String NOTE = "does not exist yet; upgrade creates it";

	/** The database of a data source, {@code null} unless it is absent. */
	static @Nullable AbsentDatabase of(DataSource dataSource) {
		String url = DataSourceUrl.of(dataSource);
		return (url != null && SqliteFile.isMissing(url)) ? new AbsentDatabase(url) : null;
	}

	Connection connect() throws SQLException {
		return DriverManager.getConnection("jdbc:sqlite:file:absent-" + UUID.randomUUID() + "?mode=memory");
	}

}
