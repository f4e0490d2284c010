package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;

import io.soundshare.migrations.model.BackupFailedException;

/**
 * Who else uses a PostgreSQL database.
 */
final class PostgresUsers {

	/**
	 * The connections of a pool cannot be told from those of another process of the same
	 * application: those that are idle are taken for ours, and will wait. Whose doings we
	 * may not see is somebody else.
	 */
	private static final String OTHERS = """
			SELECT coalesce(nullif(a.application_name, ''), 'a connection') || ' of ' || quote_ident(a.usename)
			FROM pg_stat_activity a LEFT JOIN pg_stat_activity own ON own.pid = pg_backend_pid()
			WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.usename IS NOT NULL
				AND coalesce(a.backend_type, 'client backend') = 'client backend'
				AND (a.state IS DISTINCT FROM 'idle' OR (a.usename, a.application_name, a.client_addr)
					IS DISTINCT FROM (own.usename, own.application_name, own.client_addr))
			LIMIT 1""";

	/** A session takes a moment to end after its client has. */
	private static final int LOOKS = 20;

	private static final long PAUSE = 100;

	private PostgresUsers() {
	}

	/**
	 * Make sure that there is none.
	 * @throws BackupFailedException if there is
	 */
	static void requireNone(TextQueries queries) throws SQLException, IOException {
		String other = queries.text(OTHERS);
		for (int i = 0; i < LOOKS && other != null; i++) {
			try {
				Thread.sleep(PAUSE);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new InterruptedIOException("it was interrupted");
			}
			other = queries.text(OTHERS);
		}
		if (other != null) {
			throw BackupFailedException.notRestored(other + " uses it",
					"Stop whatever uses the database, and restore it then.", null);
		}
	}

}
