package io.soundshare.migrations.engine.connection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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

	public AtomicConnection(Connection connection) {
		super(connection);
	}

	public static AtomicConnection of(Database database) {
		return (AtomicConnection) database.getConnection();
	}

	/**
	 * Have somebody hear of each statement before it runs; {@code null} for nobody.
	 * Whoever uses the underlying connection is not heard.
	 */
	public void listen(@Nullable StatementListener listener) {
		this.listener = listener;
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
			getUnderlyingConnection().abort(Runnable::run);
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
			Connection connection = getUnderlyingConnection();
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
			super.rollback();
		}
		if (this.listener != null && !getAutoCommit()) {
			this.listener.rolledBack();
		}
	}

	@Override
	public Statement createStatement() throws DatabaseException {
		return heard(super.createStatement());
	}

	@Override
	public PreparedStatement prepareStatement(String sql) throws DatabaseException {
		hear(sql);
		return super.prepareStatement(sql);
	}

	@Override
	public CallableStatement prepareCall(String sql) throws DatabaseException {
		hear(sql);
		return super.prepareCall(sql);
	}

	/** A prepared statement runs as soon as it is there: nobody keeps one for later. */
	private void hear(String sql) throws DatabaseException {
		if (this.listener != null) {
			try {
				this.listener.willExecute(sql);
			}
			catch (SQLException ex) {
				throw new DatabaseException(ex);
			}
		}
	}

	private Statement heard(Statement statement) {
		StatementListener hearing = this.listener;
		if (hearing == null) {
			return statement;
		}
		return (Statement) Proxy.newProxyInstance(AtomicConnection.class.getClassLoader(),
				new Class<?>[] { Statement.class }, (proxy, method, arguments) -> {
					if (arguments != null && arguments[0] instanceof String sql
							&& (method.getName().startsWith("execute") || method.getName().equals("addBatch"))) {
						hearing.willExecute(sql);
					}
					try {
						return method.invoke(statement, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
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

}
