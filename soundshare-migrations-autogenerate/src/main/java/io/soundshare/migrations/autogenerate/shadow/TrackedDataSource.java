package io.soundshare.migrations.autogenerate.shadow;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Connections of another data source, each prepared in the same way, which all end with
 * this one: Windows deletes no file that is open, and no server drops a database that is
 * in use.
 */
public final class TrackedDataSource implements DataSource, AutoCloseable {

	private final DataSource source;

	private final Preparation preparation;

	private final List<Connection> open = new ArrayList<>();

	private boolean closed;

	/**
	 * Track the connections of a data source.
	 * @param source gives a new connection each time
	 */
	public TrackedDataSource(DataSource source) {
		this(source, (connection) -> {
		});
	}

	/**
	 * Track the connections of a data source, once they are prepared.
	 * @param source gives a new connection each time
	 * @param preparation is done first with each
	 */
	public TrackedDataSource(DataSource source, Preparation preparation) {
		this.source = source;
		this.preparation = preparation;
	}

	@Override
	public synchronized Connection getConnection() throws SQLException {
		if (this.closed) {
			throw new SQLException("The shadow database is thrown away");
		}
		Connection connection = this.source.getConnection();
		try {
			this.preparation.prepare(connection);
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
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
	public synchronized void refuse() {
		this.closed = true;
	}

	@Override
	public @Nullable PrintWriter getLogWriter() throws SQLException {
		return this.source.getLogWriter();
	}

	@Override
	public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
		this.source.setLogWriter(out);
	}

	@Override
	public void setLoginTimeout(int seconds) throws SQLException {
		this.source.setLoginTimeout(seconds);
	}

	@Override
	public int getLoginTimeout() throws SQLException {
		return this.source.getLoginTimeout();
	}

	@Override
	public Logger getParentLogger() throws SQLFeatureNotSupportedException {
		return this.source.getParentLogger();
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
	 * Work that is done with a connection before anybody has it.
	 */
	@FunctionalInterface
	public interface Preparation {

		/**
		 * Prepare a connection.
		 * @param connection the connection
		 * @throws SQLException if that is not possible; the connection is closed then
		 */
		void prepare(Connection connection) throws SQLException;

	}

}
