package io.soundshare.migrations.secret;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Asks a {@link DataSource} for its URL and its login, when there is no connection to
 * ask. The interface has no methods for them, but nearly every class has.
 */
public final class DataSourceUrl {

	private static final List<String> URLS = List.of("getJdbcUrl", "getUrl", "getURL");

	private static final List<String> USERS = List.of("getUsername", "getUser", "getUserName");

	private static final List<String> PASSWORDS = List.of("getPassword", "getAccessToken", "getSslPassword");

	private static final List<String> PROPERTIES = List.of("getDataSourceProperties", "getConnectionProperties",
			"getDbProperties");

	private static final List<String> TARGETS = List.of("getTargetDataSource", "getDataSource", "getWrappedDataSource");

	private DataSourceUrl() {
	}

	/** The URL, {@code null} if this kind of data source does not tell. */
	public static @Nullable String of(DataSource dataSource) {
		for (String getter : URLS) {
			if (get(dataSource, getter) instanceof String url) {
				return url;
			}
		}
		for (String getter : TARGETS) {
			if (get(dataSource, getter) instanceof DataSource target) {
				return of(target);
			}
		}
		DataSource unwrapped = unwrapped(dataSource);
		return (unwrapped != null) ? of(unwrapped) : null;
	}

	/** Return what is behind a proxy, {@code null} if nothing else is. */
	private static @Nullable DataSource unwrapped(DataSource dataSource) {
		try {
			DataSource target = dataSource.isWrapperFor(DataSource.class) ? dataSource.unwrap(DataSource.class)
					: dataSource;
			return (target != dataSource) ? target : null;
		}
		catch (SQLException | RuntimeException ex) {
			// It keeps to itself.
			return null;
		}
	}

	/** Whether two data sources are known to connect to the same database. */
	public static boolean isSame(DataSource one, DataSource other) {
		String url = of(one);
		return one == other || (url != null && url.equals(of(other)));
	}

	/**
	 * The password, {@code null} if no data source tells one. The outermost one counts:
	 * it is what connects.
	 */
	public static @Nullable String password(DataSource dataSource) {
		for (Object current : wrapped(dataSource)) {
			if (get(current, "getPassword") instanceof String password && !password.isEmpty()) {
				return password;
			}
			for (String getter : PROPERTIES) {
				if (get(current, getter) instanceof Map<?, ?> properties
						&& properties.get("password") instanceof String password) {
					return password;
				}
			}
		}
		return null;
	}

	/**
	 * The connection properties that are set beside the URL.
	 * @param names the names of those that matter
	 */
	public static Map<String, String> properties(DataSource dataSource, Collection<String> names) {
		Map<String, String> found = new TreeMap<>();
		for (Object current : wrapped(dataSource)) {
			for (String getter : PROPERTIES) {
				if (get(current, getter) instanceof Map<?, ?> properties) {
					names.stream()
						.filter(properties::containsKey)
						.forEach((name) -> found.putIfAbsent(name, String.valueOf(properties.get(name))));
				}
			}
		}
		return found;
	}

	/** Return its own secrets, and those of the data sources it wraps. */
	static Secrets secrets(DataSource dataSource) {
		Secrets secrets = Secrets.NONE;
		for (Object current : wrapped(dataSource)) {
			secrets = secrets.and(own(current));
		}
		return secrets;
	}

	/** A data source and those it wraps, from outside to inside. */
	private static List<Object> wrapped(DataSource dataSource) {
		List<Object> known = new ArrayList<>(List.of(dataSource));
		Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Object> wrapped = new ArrayList<>();
		for (int i = 0; i < known.size(); i++) {
			Object current = known.get(i);
			if (seen.add(current)) {
				wrapped.add(current);
				TARGETS.stream()
					.map((getter) -> get(current, getter))
					.filter(DataSource.class::isInstance)
					.forEach(known::add);
				if (current instanceof DataSource wrapper) {
					Optional.ofNullable(unwrapped(wrapper)).ifPresent(known::add);
				}
			}
		}
		return wrapped;
	}

	private static Secrets own(Object dataSource) {
		Secrets secrets = Secrets.NONE;
		String user = null;
		for (String getter : USERS) {
			user = (get(dataSource, getter) instanceof String name) ? name : user;
		}
		for (String getter : URLS) {
			secrets = (get(dataSource, getter) instanceof String url) ? secrets.and(Secrets.ofUrl(url)) : secrets;
		}
		Set<String> values = new LinkedHashSet<>();
		for (String getter : PASSWORDS) {
			if (get(dataSource, getter) instanceof String password) {
				values.add(password);
			}
		}
		for (String getter : PROPERTIES) {
			Object found = get(dataSource, getter);
			if (found instanceof String text) {
				values.addAll(SecretWords.secrets(text));
			}
			else if (found instanceof Map<?, ?> properties) {
				properties.forEach((name, value) -> {
					if (value instanceof String text && Secrets.isSecret(String.valueOf(name))) {
						values.add(text);
					}
				});
			}
		}
		return secrets.and(Secrets.of(user, values));
	}

	private static @Nullable Object get(Object dataSource, String getter) {
		try {
			Method method = dataSource.getClass().getMethod(getter);
			method.trySetAccessible();
			return method.invoke(dataSource);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return null;
		}
	}

}
