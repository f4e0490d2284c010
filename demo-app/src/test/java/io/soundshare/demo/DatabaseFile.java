package io.soundshare.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * An SQLite file and the demo's changelog, run on it by Liquibase alone.
 */
final class DatabaseFile implements AutoCloseable {

	private static final String APPLICATION_TABLES = "type = 'table' AND name NOT LIKE 'DATABASECHANGELOG%' AND name NOT LIKE 'sqlite_stat%'";

	private static final Logger LOG = Logger.getLogger("liquibase");

	private final Connection connection;

	private final Liquibase liquibase;

	DatabaseFile(Path file, boolean foreignKeys) throws Exception {
		LOG.setLevel(Level.WARNING);
		this.connection = DriverManager
			.getConnection("jdbc:sqlite:" + file + "?synchronous=OFF&foreign_keys=" + foreignKeys);
		this.liquibase = new Liquibase("db/changelog/db.changelog-master.yaml", new ClassLoaderResourceAccessor(),
				DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(this.connection)));
	}

	int revisions() throws Exception {
		return this.liquibase.getDatabaseChangeLog().getChangeSets().size();
	}

	void upgrade(int count) throws Exception {
		this.liquibase.update(count, "");
	}

	void upgradeToHead() throws Exception {
		this.liquibase.update(new Contexts());
	}

	void downgrade(int count) throws Exception {
		this.liquibase.rollback(count, "");
	}

	void execute(String... statements) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			for (String sql : statements) {
				statement.executeUpdate(sql);
			}
		}
		this.connection.commit();
	}

	/**
	 * The text of everything in {@code sqlite_master}, Liquibase's own tables aside.
	 * SQLite quotes the name of a table that was renamed, as it is when it is made anew.
	 */
	List<String> schema() throws SQLException {
		return rows(
				"SELECT type, name, tbl_name, replace(sql, 'CREATE TABLE \"' || name || '\"', 'CREATE TABLE ' || name) "
						+ "FROM sqlite_master WHERE tbl_name NOT LIKE 'DATABASECHANGELOG%' AND name <> 'sqlite_sequence' "
						+ "ORDER BY type, name");
	}

	/** The rows of Liquibase's history, dates and deployment aside. */
	List<String> history() throws SQLException {
		return rows("SELECT ORDEREXECUTED, ID, AUTHOR, FILENAME, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, "
				+ "LIQUIBASE, CONTEXTS, LABELS FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED");
	}

	/** Every cell of every table, with its storage class. */
	Map<String, List<String>> data() throws SQLException {
		Map<String, List<String>> data = new TreeMap<>();
		for (String table : column("SELECT name FROM sqlite_master WHERE " + APPLICATION_TABLES)) {
			List<String> cells = column(
					"SELECT 'typeof(' || name || '), ' || name FROM pragma_table_info('" + table + "') ORDER BY cid");
			data.put(table, rows("SELECT " + String.join(", ", cells) + " FROM " + table + " ORDER BY 2, 4"));
		}
		return data;
	}

	/** What SQLite itself has to object to, and views that no longer work. */
	List<String> faults() throws SQLException {
		List<String> faults = new ArrayList<>(rows("PRAGMA foreign_key_check"));
		faults.addAll(column("PRAGMA integrity_check"));
		faults.remove("ok");
		for (String view : column("SELECT name FROM sqlite_master WHERE type = 'view'")) {
			rows("SELECT * FROM " + view);
		}
		return faults;
	}

	private List<String> column(String sql) throws SQLException {
		return rows(sql).stream().map((row) -> row.substring(1, row.length() - 1)).toList();
	}

	private List<String> rows(String sql) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				List<String> row = new ArrayList<>();
				for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
					row.add(result.getString(i));
				}
				rows.add(row.toString());
			}
		}
		return rows;
	}

	@Override
	public void close() throws LiquibaseException {
		this.liquibase.close();
	}

}
