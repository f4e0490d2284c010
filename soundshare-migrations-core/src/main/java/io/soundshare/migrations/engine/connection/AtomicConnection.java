package io.soundshare.migrations.engine.connection;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which commits can be put off. Liquibase commits a change set, then its
 * history row (ChangeSet.execute, StandardChangeLogHistoryService.setExecType in 5.0.4).
 * While they are put off a commit is a mark, and a rollback goes back to the last one, so
 * that both become visible together.
 */
public final class AtomicConnection extends JdbcConnection {

	private boolean putOff;

	private boolean discarding;

	private @Nullable Savepoint mark;

	private @Nullable StatementListener listener;

	private @Nullable Connection heard;

	public AtomicConnection(Connection connection) {
		super(connection);
	}

	public static AtomicConnection of(Database database) {
		return (AtomicConnection) database.getConnection();
	}

	/**
	 * Have somebody hear of each statement before it runs; {@code null} for nobody.
	 */
	public void listen(@Nullable StatementListener listener) {
		this.listener = listener;
		this.heard = (listener != null) ? HeardConnection.of(unheard(), listener) : null;
	}

	/** Put commits off from now on. Whatever is not committed yet is rolled back. */
	public void putCommitsOff() throws DatabaseException {
		rollback();
		this.putOff = true;
	}

	/** Let no commit through from now on: each rolls back. */
	public void discardCommits() {
		this.discarding = true;
	}

	/** The next commit or rollback is about everything that was put off. */
	public void stopPuttingOff() {
		this.putOff = false;
		this.discarding = false;
		this.mark = null;
	}

	/** A session that still has a lock must not go back into a pool. */
	public void abort(Exception failure) {
		try {
			unheard().abort(Runnable::run);
		}
		catch (SQLException | RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	@Override
	public void commit() throws DatabaseException {
		if (this.discarding) {
			super.rollback();
			return;
		}
		if (!this.putOff) {
			super.commit();
			return;
		}
		try {
			Connection connection = unheard();
			if (this.mark != null) {
				connection.releaseSavepoint(this.mark);
			}
			this.mark = connection.setSavepoint();
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	@Override
	public void rollback() throws DatabaseException {
		if (this.putOff && this.mark != null) {
			rollback(this.mark);
		}
		else {
			rollbackAll();
		}
		if (this.listener != null && !getAutoCommit()) {
			this.listener.rolledBack();
		}
	}

	/**
	 * SQLite ends a transaction by itself where a statement meets a full disk, and then
	 * refuses to roll back. Its driver begins another with the next statement.
	 */
	private void rollbackAll() throws DatabaseException {
		try {
			super.rollback();
		}
		catch (DatabaseException ex) {
			try (Statement statement = unheard().createStatement()) {
				statement.execute("SELECT 1");
			}
			catch (SQLException broken) {
				ex.addSuppressed(broken);
				throw ex;
			}
			super.rollback();
		}
	}

	/** The connection itself, on which nobody is heard. */
	public Connection unheard() {
		return super.getUnderlyingConnection();
	}

	/** Liquibase's executors take their statements from here. */
	@Override
	public Connection getUnderlyingConnection() {
		return (this.heard != null) ? this.heard : unheard();
	}

	@Override
	public Statement createStatement() throws DatabaseException {
		return told(() -> getUnderlyingConnection().createStatement());
	}

	@Override
	public PreparedStatement prepareStatement(String sql) throws DatabaseException {
		return told(() -> getUnderlyingConnection().prepareStatement(sql));
	}

	@Override
	public CallableStatement prepareCall(String sql) throws DatabaseException {
		return told(() -> getUnderlyingConnection().prepareCall(sql));
	}

	private static <T> T told(Work<T> work) throws DatabaseException {
		try {
			return work.run();
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	/**
	 * No two sessions are the same, whatever connection they share: Liquibase keeps what
	 * it knows of a database by this.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/**
	 * Work on a connection.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	private interface Work<T> {

		T run() throws SQLException;

	}

}
