package io.soundshare.migrations.engine.undo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.engine.recording.UndoDialect;
import org.jspecify.annotations.Nullable;

/**
 * What a change set has left in the tables and columns that it has made: no downgrade
 * loses that, since another upgrade brings it again.
 */
final class MadeRows {

	/** The longest value that is taken down as the one all rows have. */
	private static final int LONGEST_FILL = 200;

	/** The number of rows of a table at most that a digest is taken of. */
	private static final int MOST_ROWS = 10_000;

	private final Connection connection;

	private final UndoDialect dialect;

	MadeRows(Connection connection, UndoDialect dialect) {
		this.connection = connection;
		this.dialect = dialect;
	}

	/** Find the one value that all rows have in a new column, as text. */
	Map<Place, String> fills(Recording recording) throws SQLException {
		Map<Place, String> fills = new HashMap<>();
		for (Place place : recording.made()) {
			if (place.column() != null) {
				String column = this.dialect.quoted(place.column());
				String fill = theOne("SELECT DISTINCT CAST(" + column + " AS text) FROM "
						+ this.dialect.quotedTable(place.table()) + " WHERE " + column + " IS NOT NULL LIMIT 2");
				if (fill != null && fill.length() <= LONGEST_FILL) {
					fills.put(place, fill);
				}
			}
		}
		return fills;
	}

	/** The rows of new tables are counted here, since nobody has to record them. */
	Map<String, Long> inserted(Recording recording) throws SQLException {
		Map<String, Long> inserted = new LinkedHashMap<>(recording.inserted());
		for (Place place : recording.made()) {
			if (place.column() == null) {
				String rows = Objects
					.requireNonNull(theOne("SELECT count(*) FROM " + this.dialect.quotedTable(place.table())));
				inserted.put(place.table(), Long.valueOf(rows));
			}
		}
		return inserted;
	}

	/** Take digests of the rows of new tables that do not have too many. */
	Map<String, String> contents(Recording recording) throws SQLException {
		Map<String, String> contents = new LinkedHashMap<>();
		for (Place place : recording.made()) {
			String content = (place.column() == null) ? content(this.dialect.quotedTable(place.table())) : null;
			if (content != null) {
				contents.put(place.table(), content);
			}
		}
		return contents;
	}

	/**
	 * Take the digest of the rows of a table, in whatever order they and its columns are.
	 * @return the digest; {@code null} if there are too many
	 */
	@Nullable String content(String table) throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " LIMIT " + (MOST_ROWS + 1))) {
			int number = 0;
			long sum = 0;
			while (rows.next()) {
				Map<String, String> row = new TreeMap<>();
				for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
					row.put(rows.getMetaData().getColumnName(i), String.valueOf(rows.getString(i)));
				}
				sum += UUID.nameUUIDFromBytes(row.toString().getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
				number++;
			}
			return (number > MOST_ROWS) ? null : number + " " + Long.toHexString(sum);
		}
	}

	private @Nullable String theOne(String query) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			String first = rows.next() ? rows.getString(1) : null;
			return rows.next() ? null : first;
		}
	}

}
