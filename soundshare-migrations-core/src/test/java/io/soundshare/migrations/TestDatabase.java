package io.soundshare.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * A real database that belongs to one test.
 */
interface TestDatabase {

	/** The name Liquibase knows the product by. */
	String dbms();

	DataSource dataSource();

	/** Everything in the schema but Liquibase's own tables, one line an object. */
	List<String> schema();

	/** Make one more, empty. */
	TestDatabase another();

	/** Whether a change of the schema can be rolled back. */
	default boolean hasTransactionalDdl() {
		return true;
	}

	/** A name that needs quotes. */
	default String quoted(String name) {
		return '"' + name + '"';
	}

	default void run(String... statements) {
		try (Connection connection = dataSource().getConnection(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(String.join("; ", statements), ex);
		}
	}

	/** The rows of a query, the columns joined with a bar. */
	default List<String> rows(String query) {
		List<String> rows = new ArrayList<>();
		try (Connection connection = dataSource().getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			while (result.next()) {
				List<String> row = new ArrayList<>();
				for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
					row.add(String.valueOf(result.getString(i)));
				}
				rows.add(String.join("|", row));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(query, ex);
		}
		return rows;
	}

	/** The history, without what differs from run to run. */
	default List<String> history() {
		return rows(
				"SELECT ID, AUTHOR, FILENAME, ORDEREXECUTED, EXECTYPE, MD5SUM, DESCRIPTION, COMMENTS, TAG, LIQUIBASE,"
						+ " CONTEXTS, LABELS FROM " + historyTable() + " ORDER BY ORDEREXECUTED, ID");
	}

	default List<String> applied() {
		return rows("SELECT ID FROM " + historyTable() + " ORDER BY ORDEREXECUTED, ID");
	}

	default String historyTable() {
		return "databasechangelog";
	}

}
