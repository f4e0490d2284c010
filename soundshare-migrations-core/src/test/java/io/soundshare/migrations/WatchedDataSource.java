package io.soundshare.migrations;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

import javax.sql.DataSource;

/**
 * Counts connections: those still open, those given back in another state.
 */
final class WatchedDataSource implements DataSource {

	private final DataSource delegate;

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicInteger spoiled = new AtomicInteger();

	WatchedDataSource(DataSource delegate) {
		this.delegate = delegate;
	}

	int open() {
		return this.open.get();
	}

	int spoiled() {
		return this.spoiled.get();
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = this.delegate.getConnection();
		this.open.incrementAndGet();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					switch (method.getName()) {
						case "equals":
							return proxy == arguments[0];
						case "hashCode":
							return System.identityHashCode(proxy);
						case "close":
							if (!connection.isClosed()) {
								this.open.decrementAndGet();
								if (!connection.getAutoCommit()) {
									this.spoiled.incrementAndGet();
								}
							}
							break;
						default:
					}
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		throw new UnsupportedOperationException();
	}

	@Override
	public PrintWriter getLogWriter() throws SQLException {
		return this.delegate.getLogWriter();
	}

	@Override
	public void setLogWriter(PrintWriter out) throws SQLException {
		this.delegate.setLogWriter(out);
	}

	@Override
	public void setLoginTimeout(int seconds) throws SQLException {
		this.delegate.setLoginTimeout(seconds);
	}

	@Override
	public int getLoginTimeout() throws SQLException {
		return this.delegate.getLoginTimeout();
	}

	@Override
	public Logger getParentLogger() {
		return Logger.getGlobal();
	}

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		return this.delegate.unwrap(type);
	}

	@Override
	public boolean isWrapperFor(Class<?> type) throws SQLException {
		return this.delegate.isWrapperFor(type);
	}

}
