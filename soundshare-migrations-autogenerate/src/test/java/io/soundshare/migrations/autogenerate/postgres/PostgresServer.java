package io.soundshare.migrations.autogenerate.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server, started when it is first asked for; the library stops it with the
 * JVM.
 */
public final class PostgresServer {

	private static final EmbeddedPostgres INSTANCE = start();

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private PostgresServer() {
	}

	/** A new, empty database. */
	public static DataSource database() {
		String name = "database" + NUMBER.incrementAndGet();
		try (Connection connection = INSTANCE.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return INSTANCE.getDatabase("postgres", name);
	}

	static String url() {
		return INSTANCE.getJdbcUrl("postgres", "postgres");
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
