package io.soundshare.migrations.autogenerate.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.sqlite.SQLiteDataSource;

/**
 * Empty databases.
 */
final class TestDatabases {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private TestDatabases() {
	}

	/** One nobody writes into. */
	static DataSource empty(SupportedProduct product) {
		try {
			return (product == SupportedSqlite.INSTANCE) ? sqlite() : Server.INSTANCE.getPostgresDatabase();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One of its own, that may be written into. */
	static DataSource postgresql() throws SQLException {
		String name = "own" + NUMBER.incrementAndGet();
		try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		return Server.INSTANCE.getDatabase("postgres", name);
	}

	private static DataSource sqlite() throws IOException {
		Path file = Files.createTempFile("entities", ".db");
		file.toFile().deleteOnExit();
		SQLiteDataSource source = new SQLiteDataSource();
		source.setUrl("jdbc:sqlite:" + file);
		return source;
	}

	/**
	 * Started when it is first asked for; the library stops it with the JVM.
	 */
	private static final class Server {

		static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
