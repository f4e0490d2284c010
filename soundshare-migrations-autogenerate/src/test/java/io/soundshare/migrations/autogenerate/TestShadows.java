package io.soundshare.migrations.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.sqlite.SQLiteDataSource;

public final class TestShadows {

	private TestShadows() {
	}

	public static ShadowDatabases of(SupportedProduct product) {
		return () -> {
			DataSource database = database(product);
			return new Shadow() {

				@Override
				public DataSource dataSource() {
					return database;
				}

				@Override
				public void close() {
				}

			};
		};
	}

	public static DataSource database(SupportedProduct product) {
		try {
			if (product == SupportedSqlite.INSTANCE) {
				Path file = Files.createTempFile("shadow", ".db");
				file.toFile().deleteOnExit();
				SQLiteDataSource source = new SQLiteDataSource();
				source.setUrl("jdbc:sqlite:" + file + "?synchronous=OFF&journal_mode=MEMORY");
				return source;
			}
			String name = "t" + UUID.randomUUID().toString().replace("-", "");
			try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
					var statement = connection.createStatement()) {
				statement.execute("CREATE DATABASE " + name);
			}
			return Server.INSTANCE.getDatabase("postgres", name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

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
