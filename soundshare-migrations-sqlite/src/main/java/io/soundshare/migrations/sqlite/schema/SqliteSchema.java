package io.soundshare.migrations.sqlite.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * The schema of the {@code main} database of a connection. Nothing is kept: each question
 * is answered by the database.
 */
public final class SqliteSchema {

	private static final String OBJECTS = "SELECT type, name, tbl_name, sql FROM main.sqlite_master";

	private final Connection connection;

	private final SqliteVersion version;

	private SqliteSchema(Connection connection, SqliteVersion version) {
		this.connection = connection;
		this.version = version;
	}

	/**
	 * The schema a connection sees.
	 * @param connection the connection, which stays open
	 * @return its schema
	 */
	public static SqliteSchema of(Connection connection) {
		return of(connection,
				of(connection, SqliteVersion.OLDEST)
					.query("SELECT sqlite_version()", (row) -> SqliteVersion.parse(row.getString(1)))
					.get(0));
	}

	/**
	 * The schema a connection sees, for a SQLite of another version.
	 * @param connection the connection, which stays open
	 * @param version the version of the SQLite that is to work with the schema
	 * @return its schema
	 */
	public static SqliteSchema of(Connection connection, SqliteVersion version) {
		return new SqliteSchema(connection, version);
	}

	/**
	 * The version of the SQLite in use.
	 * @return the version
	 */
	public SqliteVersion version() {
		return this.version;
	}

	/**
	 * All objects, in the order they were made.
	 * @return the objects, without those of SQLite's own tables
	 */
	public List<StoredObject> objects() {
		return query(OBJECTS + " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid", SqliteSchema::object);
	}

	/**
	 * The objects of one type, in the order they were made.
	 * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
	 * @return the objects, without SQLite's own
	 */
	public List<StoredObject> objects(String type) {
		return objects().stream().filter((object) -> object.type().equals(type)).toList();
	}

	/**
	 * The tables that a virtual table keeps its contents in, and that go with it.
	 * @return their names
	 */
	public Set<String> madeByVirtualTables() {
		return Set.copyOf(query("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'",
				(row) -> row.getString(1)));
	}

	/**
	 * The parts of a table or view: its indexes or its triggers.
	 * @param type {@code index} or {@code trigger}
	 * @param table the name of the table or view
	 * @return the objects somebody wrote, in the order they were made
	 */
	public List<StoredObject> objectsOf(String type, String table) {
		return query(OBJECTS + " WHERE type = ? AND tbl_name = ? COLLATE NOCASE AND sql IS NOT NULL ORDER BY rowid",
				SqliteSchema::object, type, table);
	}

	/**
	 * A table, view, index or trigger.
	 * @param type its type
	 * @param name its name, in any case
	 * @return the object, if there is one
	 */
	public Optional<StoredObject> object(String type, String name) {
		return query(OBJECTS + " WHERE type = ? AND name = ? COLLATE NOCASE", SqliteSchema::object, type, name).stream()
			.findFirst();
	}

	/**
	 * The definition of a table.
	 * @param name the table's name, in any case
	 * @return its definition, if there is such a table
	 */
	public Optional<TableDefinition> table(String name) {
		return object("table", name).map((table) -> TableDefinition.parse(String.valueOf(table.sql())));
	}

	/**
	 * The types of the columns of a table or view.
	 * @param name its name, in any case
	 * @return the types as declared, by column; empty if there is no such table
	 */
	public Map<String, String> columnTypes(String name) {
		Map<String, String> types = new LinkedHashMap<>();
		query("SELECT name, type FROM pragma_table_xinfo(?)", (row) -> {
			types.put(row.getString(1), row.getString(2));
			return types;
		}, name);
		return types;
	}

	/**
	 * Whether a name is taken, by whatever it may be, also by something temporary.
	 * @param name the name
	 * @return whether it is taken
	 */
	public boolean isTaken(String name) {
		return !query(
				"SELECT name FROM main.sqlite_master WHERE name = ?1 COLLATE NOCASE"
						+ " UNION ALL SELECT name FROM temp.sqlite_master WHERE name = ?1 COLLATE NOCASE",
				(row) -> row.getString(1), name)
			.isEmpty();
	}

	/**
	 * The temporary objects of the connection by the name of a table or for it.
	 * @param table the table's name
	 * @return such as {@code trigger t}
	 */
	public List<String> temporaryOf(String table) {
		return query("SELECT type || ' ' || name FROM temp.sqlite_master WHERE tbl_name = ? COLLATE NOCASE",
				(row) -> row.getString(1), table);
	}

	/**
	 * The foreign keys of all tables.
	 * @return the foreign keys, read with each question
	 */
	public ForeignKeys foreignKeys() {
		return new ForeignKeys(this);
	}

	/**
	 * The number a pragma shows.
	 * @param name the pragma's name
	 * @return its value
	 */
	public int pragma(String name) {
		return query("PRAGMA " + name, (row) -> row.getInt(1)).stream().findFirst().orElse(0);
	}

	/**
	 * Asks the database.
	 * @param <T> the type of an answer
	 * @param sql a query
	 * @param mapper turns a row into an answer
	 * @param parameters the query's parameters, all text
	 * @return the answers
	 */
	public <T> List<T> query(String sql, RowMapper<T> mapper, String... parameters) {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setString(i + 1, parameters[i]);
			}
			List<T> answers = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					answers.add(mapper.map(rows));
				}
			}
			return answers;
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(ex.getMessage() + " [" + sql + "]", ex);
		}
	}

	/**
	 * Why a statement cannot be compiled.
	 * @param sql the statement, which is not run
	 * @return the reason SQLite gives, if it cannot
	 */
	public Optional<String> whyNotCompiles(String sql) {
		try {
			this.connection.prepareStatement(sql).close();
			return Optional.empty();
		}
		catch (SQLException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

	void execute(String sql) {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new UnexpectedLiquibaseException(ex.getMessage() + " [" + sql + "]", ex);
		}
	}

	private static StoredObject object(ResultSet row) throws SQLException {
		return new StoredObject(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
	}

	/**
	 * Turns a row into an answer.
	 *
	 * @param <T> the type of the answer
	 */
	@FunctionalInterface
	public interface RowMapper<T> {

		/**
		 * Turns a row into an answer.
		 * @param row the row, which must not be moved
		 * @return the answer
		 * @throws SQLException if the row cannot be read
		 */
		T map(ResultSet row) throws SQLException;

	}

}
