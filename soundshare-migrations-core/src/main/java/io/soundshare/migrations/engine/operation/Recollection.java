package io.soundshare.migrations.engine.operation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.fingerprint.FastPath;
import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import liquibase.Scope;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Recalls the revisions that are kept beside a fingerprint, so that whoever looks at a
 * database that has nothing to be done reads no changelog. What was read once is used as
 * long as the database says the same.
 */
final class Recollection {

	private volatile @Nullable Known known;

	/**
	 * Recall the revisions.
	 * @return the revisions; {@code null} if the changelog has to be read
	 */
	@Nullable RevisionsText recall(LiquibaseSession session) throws LiquibaseException {
		FingerprintSource source = session.settings().changelog().fingerprint();
		if (source == null) {
			return null;
		}
		try {
			return recall(new FastPath(source), session);
		}
		catch (SQLException | IOException ex) {
			Scope.getCurrentScope().getLog(Recollection.class).fine("The kept revisions cannot be recalled", ex);
			return null;
		}
		finally {
			// PostgreSQL does nothing more in a transaction in which a table was not
			// there.
			session.database().rollback();
		}
	}

	private @Nullable RevisionsText recall(FastPath path, LiquibaseSession session) throws SQLException, IOException {
		Connection connection = AtomicConnection.of(session.database()).unheard();
		String mark = path.mark(connection);
		if (mark == null) {
			return null;
		}
		Known last = this.known;
		if (last != null && last.mark().equals(mark) && session.settings().changelog().fixed()) {
			return last.text();
		}
		String kept = path.revisions(connection);
		if (kept == null) {
			return null;
		}
		RevisionsText text = RevisionsText.read(kept);
		// Somebody may have written in between: then it is read again.
		if (mark.equals(path.mark(connection))) {
			this.known = new Known(mark, text);
		}
		return text;
	}

	/**
	 * What was recalled.
	 *
	 * @param mark what the database said
	 * @param text the revisions
	 */
	private record Known(String mark, RevisionsText text) {

	}

}
