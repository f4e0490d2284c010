package io.soundshare.migrations.engine.fingerprint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A digest of all that the history says, and of whether a change set was begun and not
 * ended. One row goes to the client where the database can put them together.
 */
final class HistoryDigest {

	private static final List<String> COLUMNS = List.of("ID", "AUTHOR", "FILENAME", "DATEEXECUTED", "ORDEREXECUTED",
			"EXECTYPE", "MD5SUM", "DESCRIPTION", "COMMENTS", "TAG", "LIQUIBASE", "CONTEXTS", "LABELS", "DEPLOYMENT_ID");

	private static final String SQLITE = COLUMNS.stream()
		.map((column) -> "quote(" + column + ")")
		.collect(Collectors.joining(" || ',' || ", "SELECT group_concat(h, char(10)) FROM (SELECT ",
				" AS h FROM %s ORDER BY rowid)"));

	private static final String POSTGRES = "SELECT encode(sha256(convert_to(string_agg(h::text, E'\\n'"
			+ " ORDER BY orderexecuted, id, author, filename), 'UTF8')), 'hex') FROM %s h";

	private static final String ANY = "SELECT " + String.join(", ", COLUMNS)
			+ " FROM %s ORDER BY ORDEREXECUTED, ID, AUTHOR, FILENAME";

	private static final String UNFINISHED = "SELECT count(*) FROM %s WHERE OUTCOME = 'STARTED'";

	private static final String JOURNAL = "SELECT ID, ACTION, OUTCOME, OS_USER, HOST, STARTED, DURATION_MILLIS, MESSAGE,"
			+ " DETAILS FROM %s ORDER BY ID";

	private HistoryDigest() {
	}

	/**
	 * Digest the history.
	 * @param history the name of its table as SQL has it
	 * @param journal the same of the journal
	 */
	static String of(Connection connection, String history, String journal) throws SQLException {
		String sql = switch (connection.getMetaData().getDatabaseProductName()) {
			case "SQLite" -> SQLITE;
			case "PostgreSQL" -> POSTGRES;
			default -> ANY;
		};
		Digest digest = new Digest();
		try (Statement statement = connection.createStatement()) {
			add(statement, sql.formatted(history), digest);
			add(statement, UNFINISHED.formatted(journal), digest);
		}
		return digest.hex();
	}

	/** Digest what the journal says of the revisions. */
	static String ofJournal(Connection connection, String journal) throws SQLException {
		Digest digest = new Digest();
		try (Statement statement = connection.createStatement()) {
			add(statement, JOURNAL.formatted(journal), digest);
		}
		return digest.hex();
	}

	private static void add(Statement statement, String sql, Digest digest) throws SQLException {
		try (ResultSet rows = statement.executeQuery(sql)) {
			int columns = rows.getMetaData().getColumnCount();
			while (rows.next()) {
				for (int i = 1; i <= columns; i++) {
					digest.add(rows.getString(i));
				}
			}
		}
	}

}
