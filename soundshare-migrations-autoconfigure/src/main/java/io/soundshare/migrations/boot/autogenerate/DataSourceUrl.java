package io.soundshare.migrations.boot.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/**
 * Where a data source connects to, found out without a connection.
 */
final class DataSourceUrl {

	private DataSourceUrl() {
	}

	/** The URL, {@code null} if this kind of data source does not tell. */
	static @Nullable String of(DataSource dataSource) {
		try {
			return DataSourceBuilder.derivedFrom(dataSource).type(Described.class).build().getUrl();
		}
		catch (UnsupportedDataSourcePropertyException ex) {
			return null;
		}
	}

	static boolean isSame(DataSource one, DataSource other) {
		if (one == other) {
			return true;
		}
		String url = of(one);
		return url != null && url.equals(of(other));
	}

	/**
	 * Takes what a data source tells, and loads no driver.
	 */
	static final class Described extends AbstractDriverBasedDataSource {

		@Override
		protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
			throw new SQLFeatureNotSupportedException("Made to be looked at");
		}

	}

}
