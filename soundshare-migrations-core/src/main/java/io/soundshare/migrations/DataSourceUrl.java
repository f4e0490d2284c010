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

	private static final List<String> TARGETS = List.of("getTargetDataSource", "getDataSource");

	private DataSourceUrl() {
	}

	static @Nullable String of(DataSource dataSource) {
		for (String getter : GETTERS) {
			if (get(dataSource, getter) instanceof String url) {
				return url;
			}
		}
		for (String getter : TARGETS) {
			if (get(dataSource, getter) instanceof DataSource target) {
				return of(target);
			}
		}
		return null;
	}

	private static @Nullable Object get(DataSource dataSource, String getter) {
		try {
			return dataSource.getClass().getMethod(getter).invoke(dataSource);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return null;
		}
	}

}
