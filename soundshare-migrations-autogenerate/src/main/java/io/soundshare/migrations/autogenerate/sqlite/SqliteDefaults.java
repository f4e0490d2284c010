package io.soundshare.migrations.autogenerate.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import org.jspecify.annotations.Nullable;

/**
 * Defaults that SQLite takes for columns of numbers though they are none: it would put
 * texts into their rows, which no other database does and the driver reads as zero.
 */
final class SqliteDefaults {

	private static final Pattern WHOLE = Pattern.compile("(?i)\\w*int(?:eger|\\d)?\\b.*|bool(?:ean)?");

	private static final Pattern NUMBER = Pattern.compile("(?i)(?:numeric|decimal|dec|number|real|float|double)\\b.*");

	private SqliteDefaults() {
	}

	static @Nullable String objection(Connection connection, Column column) {
		DeclaredSql value = column.defaultValue();
		Set<String> allowed = allowed(column.type().canonical());
		if (value == null || allowed.isEmpty()) {
			return null;
		}
		try {
			String kind = kind(connection, column, value);
			return (kind == null || allowed.contains(kind)) ? null
					: "SQLite would put a value of the kind " + kind + " into its rows";
		}
		catch (SQLException ex) {
			// CREATE TABLE takes a function that no INSERT finds.
			return String.valueOf(ex.getMessage());
		}
	}

	private static Set<String> allowed(String type) {
		return WHOLE.matcher(type).matches() ? Set.of("integer", "null")
				: NUMBER.matcher(type).matches() ? Set.of("integer", "real", "null") : Set.of();
	}

	/** The kind of value a row gets, {@code null} if that depends on the table. */
	private static @Nullable String kind(Connection connection, Column column, DeclaredSql value) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("CREATE TEMPORARY TABLE soundshare_default (i INT, c " + column.type().canonical()
					+ " DEFAULT (" + value.canonical() + "))");
			try {
				statement.execute("INSERT INTO soundshare_default (i) VALUES (1)");
				try (ResultSet row = statement.executeQuery("SELECT typeof(c) FROM soundshare_default")) {
					return row.next() ? row.getString(1) : null;
				}
			}
			finally {
				statement.execute("DROP TABLE soundshare_default");
			}
		}
	}

}
