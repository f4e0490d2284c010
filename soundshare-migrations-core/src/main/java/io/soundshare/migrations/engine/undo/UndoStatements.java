package io.soundshare.migrations.engine.undo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.statement.core.RawParameterizedSqlStatement;

/**
 * The statements of an undo on their way to the database, or into a script.
 */
final class UndoStatements {

	/** The number of characters of a statement that its failure shows at most. */
	private static final int SHOWN = 500;

	private final Database database;

	UndoStatements(Database database) {
		this.database = database;
	}

	/** Whether they are run, and not written into a script. */
	boolean areRun() {
		return executor().updatesDatabase();
	}

	private Executor executor() {
		return Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", this.database);
	}

	void execute(String sql) throws DatabaseException {
		if (!areRun()) {
			executor().execute(new RawParameterizedSqlStatement(sql));
			return;
		}
		// Not through Liquibase, which would have it pass its own dialect again.
		try (Statement statement = jdbc().createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex.getMessage() + " [" + shortened(sql) + "]", ex);
		}
	}

	private static String shortened(String sql) {
		return (sql.length() > SHOWN) ? sql.substring(0, SHOWN) + "…" : sql;
	}

	Connection jdbc() {
		return AtomicConnection.of(this.database).unheard();
	}

}
