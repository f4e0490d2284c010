package io.soundshare.migrations.test.clone;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;

import javax.sql.DataSource;

import io.soundshare.migrations.secret.DataSourceUrl;
import org.jspecify.annotations.Nullable;

/**
 * Leads to one database after another, so that whoever works with one of them can go on
 * with the next: parsing a changelog takes longer than running a revision.
 */
public final class SwitchedDataSource implements DataSource {

	private volatile DataSource target;

	/**
	 * Lead to a database.
	 * @param target the first one
	 */
	public SwitchedDataSource(DataSource target) {
		this.target = target;
	}

	/**
	 * Lead elsewhere.
	 * @param next the next database
	 */
	public void to(DataSource next) {
		this.target = next;
	}

	/**
	 * Return the URL, for whoever asks a data source for that.
	 * @return the URL of the database
	 */
	public @Nullable String getUrl() {
		return DataSourceUrl.of(this.target);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return this.target.getConnection();
	}

	@Override
	public Connection getConnection(String user, String password) throws SQLException {
		return this.target.getConnection(user, password);
	}

	@Override
	public @Nullable PrintWriter getLogWriter() throws SQLException {
		return this.target.getLogWriter();
	}

	@Override
	public void setLogWriter(PrintWriter writer) throws SQLException {
		this.target.setLogWriter(writer);
	}

	@Override
	public void setLoginTimeout(int seconds) throws SQLException {
		this.target.setLoginTimeout(seconds);
	}

	@Override
	public int getLoginTimeout() throws SQLException {
		return this.target.getLoginTimeout();
	}

	@Override
	public Logger getParentLogger() throws SQLFeatureNotSupportedException {
		return this.target.getParentLogger();
	}

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		return this.target.unwrap(type);
	}

	@Override
	public boolean isWrapperFor(Class<?> type) throws SQLException {
		return this.target.isWrapperFor(type);
	}

}
