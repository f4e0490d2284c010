package io.soundshare.migrations.engine.fingerprint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was so when there was nothing to do, as it is kept in the database.
 *
 * @param settings the digest of settings and versions
 * @param parameters the names of the parameters the changelog has asked for
 * @param packed the digest of the jars the application was made of; {@code null} if it
 * was made of more
 * @param resources the digest of its resources
 * @param history the digest of the history
 * @param historyTable the name of the history's table, as SQL has it
 * @param journalTable the name of the journal's table, as SQL has it
 * @param journal the digest of the journal
 * @param since when it was written down
 */
public record Fingerprint(String settings, List<String> parameters, @Nullable String packed, String resources,
		String history, String historyTable, String journalTable, @Nullable String journal, String since) {

	/** The columns, the long ones last. */
	public static final List<String> COLUMNS = List.of("SETTINGS", "PARAMETERS", "PACKED", "RESOURCES", "HISTORY",
			"HISTORY_TABLE", "JOURNAL_TABLE", "JOURNAL", "SINCE", "QUESTIONS", "REVISIONS");

	private static final String READ = "SELECT " + String.join(", ", COLUMNS.subList(0, COLUMNS.size() - 2))
			+ " FROM %s WHERE ID = 1";

	/**
	 * The values of the columns.
	 * @param questions what the changelog has asked for
	 * @param revisions the revisions as text
	 */
	public @Nullable Object[] row(List<ResourceQuestion> questions, String revisions) {
		return new @Nullable Object[] { this.settings, String.join("\n", this.parameters), this.packed, this.resources,
				this.history, this.historyTable, this.journalTable, this.journal, this.since,
				ResourceQuestion.write(questions), revisions };
	}

	static @Nullable Fingerprint read(Connection connection, String table) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(READ.formatted(table))) {
			return row.next() ? new Fingerprint(row.getString(1), row.getString(2).lines().toList(), row.getString(3),
					row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
					row.getString(9)) : null;
		}
	}

	static List<ResourceQuestion> questions(Connection connection, String table) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT QUESTIONS FROM " + table + " WHERE ID = 1")) {
			return row.next() ? ResourceQuestion.read(row.getString(1)) : List.of();
		}
	}

	static @Nullable String revisions(Connection connection, String table) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT REVISIONS FROM " + table + " WHERE ID = 1")) {
			return row.next() ? row.getString(1) : null;
		}
	}

	/** Remember another jar with the same resources. */
	static void repack(Connection connection, String table, Fingerprint known, String packed) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("UPDATE " + table + " SET PACKED = ? WHERE ID = 1 AND RESOURCES = ? AND SETTINGS = ?")) {
			statement.setString(1, packed);
			statement.setString(2, known.resources());
			statement.setString(3, known.settings());
			statement.executeUpdate();
		}
	}

}
