package io.soundshare.migrations.sqlite.ddl;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A real SQLite in memory.
 */
final class Database implements AutoCloseable {

	private static final Database SHARED = new Database();

	private final Connection connection;

	Database() {
		try {
			this.connection = DriverManager.getConnection("jdbc:sqlite::memory:");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The facts that SQLite tells of a table, in a database that stays empty. */
	static TableFacts factsOf(TableDefinition table) {
		return inEmptyDatabase((database) -> {
			database.execute(table.sql());
			return TableFacts.of(database, table.name());
		});
	}

	/** Works in a transaction that is rolled back: thousands of times in one database. */
	static synchronized <T> T inEmptyDatabase(Function<Database, T> work) {
		SHARED.execute("BEGIN");
		try {
			return work.apply(SHARED);
		}
		finally {
			SHARED.execute("ROLLBACK");
		}
	}

	void execute(String sql) {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex.getMessage() + "\n" + sql, ex);
		}
	}

	String storedSql() {
		return rows("SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").get(0)
			.text("sql");
	}

	/** Whether SQLite can prepare the statement on an empty database. */
	String prepare(String sql) {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("EXPLAIN " + sql);
			return "";
		}
		catch (SQLException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	boolean accepts(String sql) {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	List<Row> rows(String sql) {
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			List<Row> rows = new ArrayList<>();
			while (result.next()) {
				Map<String, @Nullable String> row = new LinkedHashMap<>();
				for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
					row.put(result.getMetaData().getColumnName(i), result.getString(i));
				}
				rows.add(new Row(row));
			}
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex.getMessage() + "\n" + sql, ex);
		}
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A row.
	 *
	 * @param values by column
	 */
	record Row(Map<String, @Nullable String> values) {

		@Nullable String get(String column) {
			return this.values.get(column);
		}

		String text(String column) {
			return Objects.requireNonNull(get(column), column);
		}

		int number(String column) {
			return Integer.parseInt(text(column));
		}
	}

}
