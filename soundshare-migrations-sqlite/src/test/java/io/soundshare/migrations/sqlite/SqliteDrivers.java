package io.soundshare.migrations.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The SQLite versions the tests run on: the managed driver of the class path, and older
 * ones from {@code target/sqlite-drivers}, each in a class loader of its own.
 */
public enum SqliteDrivers {

	/** The driver on the class path. */
	MANAGED(""),

	/** SQLite 3.45.3. */
	V3_45("3.45.3.0"),

	/** SQLite 3.40.1, the oldest we support. */
	V3_40("3.40.1.0");

	private static final Map<SqliteDrivers, Driver> LOADED = new ConcurrentHashMap<>();

	private final String version;

	SqliteDrivers(String version) {
		this.version = version;
	}

	/**
	 * All of them, the managed one first.
	 * @return the drivers
	 */
	public static List<SqliteDrivers> all() {
		return List.of(values());
	}

	/**
	 * Opens a file with this driver.
	 * @param file the database file, created when absent
	 * @param foreignKeys whether foreign keys are enforced
	 * @return a connection in auto-commit mode
	 */
	public Connection open(Path file, boolean foreignKeys) {
		return open("jdbc:sqlite:" + file, foreignKeys);
	}

	/**
	 * Opens a database in memory with this driver.
	 * @param foreignKeys whether foreign keys are enforced
	 * @return a connection in auto-commit mode
	 */
	public Connection openInMemory(boolean foreignKeys) {
		return open("jdbc:sqlite::memory:", foreignKeys);
	}

	/**
	 * Opens a JDBC URL with this driver.
	 * @param url a URL beginning with {@code jdbc:sqlite:}
	 * @param foreignKeys whether foreign keys are enforced
	 * @return a connection in auto-commit mode
	 */
	public Connection open(String url, boolean foreignKeys) {
		Properties properties = new Properties();
		properties.setProperty("foreign_keys", Boolean.toString(foreignKeys));
		try {
			return Objects.requireNonNull(driver().connect(url, properties), url);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot open " + url + " with " + this, ex);
		}
	}

	/**
	 * The driver itself.
	 * @return a driver that is not registered with {@link DriverManager}, but for the
	 * managed one
	 */
	public Driver driver() {
		return LOADED.computeIfAbsent(this, SqliteDrivers::load);
	}

	@Override
	public String toString() {
		return "SQLite " + (this.version.isEmpty() ? "managed" : this.version);
	}

	private static Driver load(SqliteDrivers drivers) {
		try {
			if (drivers.version.isEmpty()) {
				return DriverManager.getDriver("jdbc:sqlite:");
			}
			// Nothing of the class path as parent: neither the class path's driver nor
			// its
			// native library can be found by mistake. Never closed: it lives as long as
			// the
			// tests.
			@SuppressWarnings("resource")
			ClassLoader own = new URLClassLoader(new URL[] { jar(drivers.version) }, new OnlyLogging());
			return (Driver) Class.forName("org.sqlite.JDBC", true, own).getDeclaredConstructor().newInstance();
		}
		catch (SQLException | IOException | ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot load the driver of " + drivers, ex);
		}
	}

	private static URL jar(String version) throws IOException {
		Path relative = Path.of("target", "sqlite-drivers", "sqlite-jdbc-" + version + ".jar");
		return candidates(relative).stream()
			.filter(Files::exists)
			.findFirst()
			.orElseThrow(() -> new UncheckedIOException(
					new IOException(relative + " is missing; run mvn generate-test-resources")))
			.toUri()
			.toURL();
	}

	// An IDE may run tests from the repository's root.
	private static List<Path> candidates(Path relative) {
		return Arrays.asList(relative, Path.of("soundshare-migrations-sqlite").resolve(relative));
	}

	private static final class OnlyLogging extends ClassLoader {

		OnlyLogging() {
			super(ClassLoader.getPlatformClassLoader());
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			if (name.startsWith("org.slf4j.")) {
				return SqliteDrivers.class.getClassLoader().loadClass(name);
			}
			throw new ClassNotFoundException(name);
		}

	}

}
