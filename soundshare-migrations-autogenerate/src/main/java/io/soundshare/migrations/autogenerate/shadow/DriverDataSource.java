package io.soundshare.migrations.autogenerate.shadow;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Connections of another data source, or straight from the driver, which all end with
 * this one.
 */
final class DriverDataSource implements DataSource, AutoCloseable {

	private final Connector connector;

	private final List<Connection> open = new ArrayList<>();

	private boolean closed;

	DriverDataSource(String url, Properties properties) {
		this(() -> DriverManager.getConnection(url, properties));
	}

	DriverDataSource(Connector connector) {
		this.connector = connector;
	}

	@Override
	public synchronized Connection getConnection() throws SQLException {
		if (this.closed) {
			throw new SQLException("The database is thrown away");
		}
		Connection connection = this.connector.connect();
		for (Connection other : List.copyOf(this.open)) {
			if (other.isClosed()) {
				this.open.remove(other);
			}
		}
		this.open.add(connection);
		return connection;
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return getConnection();
	}

	@Override
	public synchronized void close() throws SQLException {
		this.closed = true;
		for (Connection connection : this.open) {
			connection.close();
		}
		this.open.clear();
	}

	/** Give out none any more, and leave those that are in use. */
	synchronized void refuse() {
		this.closed = true;
	}

	@Override
	public @Nullable PrintWriter getLogWriter() {
		return null;
	}

	@Override
	public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
		throw new SQLFeatureNotSupportedException("There is no log");
	}

	@Override
	public void setLoginTimeout(int seconds) throws SQLException {
		throw new SQLFeatureNotSupportedException("There is no time limit");
	}

	@Override
	public int getLoginTimeout() {
		return 0;
	}

	@Override
	public Logger getParentLogger() throws SQLFeatureNotSupportedException {
		throw new SQLFeatureNotSupportedException("There is no log");
	}

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		if (type.isInstance(this)) {
			return type.cast(this);
		}
		throw new SQLException("Not a " + type.getName());
	}

	@Override
	public boolean isWrapperFor(Class<?> type) {
		return type.isInstance(this);
	}

	/**
	 * Makes connections.
	 */
	@FunctionalInterface
	interface Connector {

		Connection connect() throws SQLException;

	}

}
