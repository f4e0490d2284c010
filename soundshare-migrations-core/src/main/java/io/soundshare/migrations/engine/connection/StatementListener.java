package io.soundshare.migrations.engine.connection;

import java.sql.SQLException;

/**
 * Hears of the statements that Liquibase runs on a connection.
 */
public interface StatementListener {

	/**
	 * A statement, or a script of several, is about to run.
	 * @param sql its text
	 * @throws SQLException what the statement shall fail with
	 */
	void willExecute(String sql) throws SQLException;

	/** The transaction was rolled back, or a part of it. */
	void rolledBack();

}
