package io.soundshare.migrations.engine.session;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * The least that leads to a database.
 */
public final class UrlDataSource implements DataSource {

	private final String url;

	private final Properties login = new Properties();

	UrlDataSource(String url, @Nullable String user, @Nullable String password) {
		this.url = url;
		if (user != null) {
			this.login.setProperty("user", user);
		}
		if (password != null) {
			this.login.setProperty("password", password);
		}
	}

	/** The URL, for whoever asks a data source for that. */
	public String getUrl() {
		return this.url;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return DriverManager.getConnection(this.url, this.login);
	}

	@Override
	public Connection getConnection(String user, String password) throws SQLException {
		return DriverManager.getConnection(this.url, user, password);
	}

	@Override
	public @Nullable PrintWriter getLogWriter() {
		return null;
	}

	@Override
	public void setLogWriter(PrintWriter writer) throws SQLException {
		throw new SQLFeatureNotSupportedException("It logs nothing");
	}

	@Override
	public void setLoginTimeout(int seconds) throws SQLException {
		throw new SQLFeatureNotSupportedException("It waits as long as the driver");
	}

	@Override
	public int getLoginTimeout() {
		return 0;
	}

	@Override
	public Logger getParentLogger() throws SQLFeatureNotSupportedException {
		throw new SQLFeatureNotSupportedException("It logs nothing");
	}

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		throw new SQLException("There is nothing behind it");
	}

	@Override
	public boolean isWrapperFor(Class<?> type) {
		return false;
	}

}
