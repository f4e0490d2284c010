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
		Fingerprint known = known(connection, table);
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

	/**
	 * The table is not there, or not to be read; if it is more, Liquibase meets it too.
	 */
	private static @Nullable Fingerprint known(Connection connection, String table) {
		try {
			return Fingerprint.read(connection, table);
		}
		catch (SQLException ex) {
			return null;
		}
	}

	/**
	 * Tell by one word what is kept, and how history and journal are now: as long as it
	 * is the same word, so are the revisions of an application that runs.
	 * @return the word; {@code null} if nothing is kept
	 */
	public @Nullable String mark(Connection connection) throws SQLException {
		String table = this.source.table(connection);
		Fingerprint known = (table != null) ? known(connection, table) : null;
		if (known == null) {
			return null;
		}
		return new Digest().add(known.toString())
			.add(HistoryDigest.of(connection, known.historyTable(), known.journalTable()))
			.add(HistoryDigest.ofJournal(connection, known.journalTable()))
			.hex();
	}

	/**
	 * Read the revisions that are kept, if they are still what Liquibase would find.
	 * @return the text that was kept; {@code null} in any doubt
	 */
	public @Nullable String revisions(Connection connection) throws SQLException, IOException {
		String table = this.source.table(connection);
		if (table == null || !decide(connection, false).isNothingToDo()) {
			return null;
		}
		Fingerprint known = known(connection, table);
		return (known != null && HistoryDigest.ofJournal(connection, known.journalTable()).equals(known.journal()))
				? Fingerprint.revisions(connection, table) : null;
	}

	/** Digest the history as it is now. */
	public static String history(Connection connection, String history, String journal) throws SQLException {
		return HistoryDigest.of(connection, history, journal);
	}

	/** Digest the journal as it is now. */
	public static String journal(Connection connection, String journal) throws SQLException {
		return HistoryDigest.ofJournal(connection, journal);
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
