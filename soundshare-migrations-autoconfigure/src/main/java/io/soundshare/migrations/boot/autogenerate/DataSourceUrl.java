package io.soundshare.migrations.boot.autogenerate;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Where a data source connects to, found out without a connection.
 */
final class DataSourceUrl {

	private DataSourceUrl() {
	}

	/** The URL, {@code null} if this kind of data source does not tell. */
	static @Nullable String of(DataSource dataSource) {
		try {
			return DataSourceBuilder.derivedFrom(dataSource).type(SimpleDriverDataSource.class).build().getUrl();
		}
		catch (UnsupportedDataSourcePropertyException | IllegalArgumentException | IllegalStateException ex) {
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

}
