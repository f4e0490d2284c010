package io.soundshare.migrations;

import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Asks a {@link DataSource} for its URL, when there is no connection to ask. The
 * interface has no method for it, but nearly every class has.
 */
final class DataSourceUrl {

	private static final List<String> GETTERS = List.of("getJdbcUrl", "getUrl", "getURL");

	private DataSourceUrl() {
	}

	static @Nullable String of(DataSource dataSource) {
		for (String getter : GETTERS) {
			try {
				if (dataSource.getClass().getMethod(getter).invoke(dataSource) instanceof String url) {
					return url;
				}
			}
			catch (ReflectiveOperationException | RuntimeException ex) {
				continue;
			}
		}
		return null;
	}

}
