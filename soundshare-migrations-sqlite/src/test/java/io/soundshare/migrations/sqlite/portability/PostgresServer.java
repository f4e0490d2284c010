package io.soundshare.migrations.sqlite.portability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

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

	static Connection newDatabase() throws SQLException {
		String name = "portability" + NUMBER.incrementAndGet();
		try (Connection connection = INSTANCE.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		return INSTANCE.getDatabase("postgres", name).getConnection();
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
