package io.soundshare.migrations.engine.undo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.UndoDialect;
import io.soundshare.migrations.model.Printable;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade has taken away, and a rollback that somebody has written makes again:
 * maybe with values that are newer than the kept ones, which must not replace those then.
 */
final class RefilledPlaces {

	private final Connection connection;

	private final UndoDialect dialect;

	/** What is kept, by the kept table. */
	private final Map<String, Kept> kept = new HashMap<>();

	/** The columns that are not there before the rollback, quoted. */
	private final Map<String, List<String>> columns = new HashMap<>();

	RefilledPlaces(Connection connection, UndoDialect dialect) {
		this.connection = connection;
		this.dialect = dialect;
	}

	/** Look at what is not there, before the rollback. */
	void look(List<Kept> all) throws SQLException {
		for (Kept one : all) {
			String table = this.dialect.quotedTable(one.place().table());
			this.kept.put(one.name(), one);
			if (number(table, "count(*)") != null) {
				List<String> missing = new ArrayList<>();
				for (String column : columnsOf(one.name())) {
					if (number(table, "count(t." + column + ")") == null) {
						missing.add(column);
					}
				}
				this.columns.put(one.name(), missing);
			}
		}
	}

	/**
	 * Tell, after the rollback, why kept rows are not to be brought back.
	 * @return the reason; {@code null} if they are
	 */
	@Nullable String obstacle(Entry entry) throws SQLException {
		Kept rows = this.kept.get(entry.keptTable() + "");
		if (rows == null) {
			return null;
		}
		String table = this.dialect.quotedTable(rows.place().table());
		List<String> missing = this.columns.get(rows.name());
		// Another table may have its name by now. What replaces is for one that is there.
		if (missing == null || entry.sql().startsWith("INSERT INTO")) {
			Long present = number(table, "count(*)");
			if (present == null || present == 0) {
				return null;
			}
			return reason(rows);
		}
		for (String column : missing) {
			if (isFilled(table, column)) {
				return reason(rows);
			}
		}
		return null;
	}

	private static String reason(Kept kept) {
		return "the rollback has filled " + Printable.line(kept.place().toString()) + " itself: the rows in "
				+ kept.name() + " stay there";
	}

	/** Values that are not all the same are nothing a column gets when it is added. */
	private boolean isFilled(String table, String column) throws SQLException {
		Long different = number(table, "count(DISTINCT CAST(t." + column + " AS text))");
		Long values = number(table, "count(t." + column + ")");
		Long rows = number(table, "count(*)");
		if (different == null || values == null || rows == null || values == 0) {
			return false;
		}
		return different > 1 || values < rows || (rows == 1 && !isDefault(table, column));
	}

	private boolean isDefault(String table, String column) throws SQLException {
		String value = null;
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT t." + column + " FROM " + table + " t WHERE 1 = 0")) {
			ResultSetMetaData metaData = row.getMetaData();
			try (ResultSet found = this.connection.getMetaData()
				.getColumns(this.connection.getCatalog(), null, metaData.getTableName(1), metaData.getColumnName(1))) {
				value = found.next() ? found.getString("COLUMN_DEF") : null;
			}
		}
		Long same = (value != null)
				? number(table,
						"sum(CASE WHEN CAST(t." + column + " AS text) = CAST((" + value + ") AS text) THEN 1 END)")
				: null;
		return same != null && same > 0;
	}

	private List<String> columnsOf(String kept) throws SQLException {
		List<String> columns = new ArrayList<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement
					.executeQuery("SELECT * FROM " + this.dialect.quoted(kept) + " WHERE 1 = 0")) {
			for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
				columns.add(this.dialect.quoted(rows.getMetaData().getColumnName(i)));
			}
		}
		return columns;
	}

	private @Nullable Long number(String table, String expression) throws SQLException {
		return count("SELECT " + expression + " FROM " + table + " t");
	}

	/** The number a query gives; {@code null} if it cannot be asked. */
	private @Nullable Long count(String query) throws SQLException {
		Savepoint before = this.connection.setSavepoint();
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			row.next();
			long number = row.getLong(1);
			Long found = row.wasNull() ? null : number;
			this.connection.releaseSavepoint(before);
			return found;
		}
		catch (SQLException ex) {
			// There is no such table or column.
			this.connection.rollback(before);
			return null;
		}
	}

}
