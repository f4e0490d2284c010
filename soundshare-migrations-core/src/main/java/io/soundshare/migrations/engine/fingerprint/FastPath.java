package io.soundshare.migrations.engine.fingerprint;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Sees without Liquibase that there is nothing to do. In any doubt it is Liquibase's to
 * decide.
 */
public final class FastPath {

	private final FingerprintSource source;

	public FastPath(FingerprintSource source) {
		this.source = source;
	}

	/**
	 * Decide whether there is nothing to do.
	 * @param connection a connection to the database
	 * @param writes whether something may be written down there
	 * @return the decision and its reason
	 */
	public Decision decide(Connection connection, boolean writes) throws SQLException, IOException {
		String table = this.source.table(connection);
		if (table == null) {
			return Decision.no("the name of the journal or its schema needs quotes");
		}
		Fingerprint known;
		try {
			known = Fingerprint.read(connection, table);
		}
		catch (SQLException ex) {
			// The table is not there, or not to be read; if it is more, Liquibase meets
			// it too.
			return Decision.no("the database has no fingerprint of this changelog");
		}
		if (known == null) {
			return Decision.no("the database has no fingerprint of this changelog");
		}
		if (!known.settings().equals(this.source.settings(connection, known.parameters()))) {
			return Decision.no("a setting, a parameter or a version is another one");
		}
		if (!known.history().equals(HistoryDigest.of(connection, known.historyTable(), known.journalTable()))) {
			return Decision.no("the history is another one");
		}
		String packed = this.source.packed();
		if (packed == null || !packed.equals(known.packed())) {
			FingerprintSource.Resources now = this.source.resources(Fingerprint.questions(connection, table));
			if (!now.digest().equals(known.resources())) {
				return Decision.no("the changelog is another one");
			}
			if (now.packed() != null && writes) {
				Fingerprint.repack(connection, table, known, now.packed());
			}
		}
		return new Decision(known.since(), "nothing has changed since " + known.since());
	}

	/** Digest the history as it is now. */
	public static String history(Connection connection, String history, String journal) throws SQLException {
		return HistoryDigest.of(connection, history, journal);
	}

	/**
	 * A decision.
	 *
	 * @param since since when nothing has changed; {@code null} if Liquibase has to
	 * decide
	 * @param reason the reason
	 */
	public record Decision(@Nullable String since, String reason) {

		public static Decision no(String reason) {
			return new Decision(null, reason);
		}

		/** Whether there is nothing to do. */
		public boolean isNothingToDo() {
			return this.since != null;
		}

	}

}
