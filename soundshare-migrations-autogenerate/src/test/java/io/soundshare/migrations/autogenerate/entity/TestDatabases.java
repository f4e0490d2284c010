package io.soundshare.migrations.autogenerate.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.model.Product;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.sqlite.SQLiteDataSource;

/**
 * An empty database of each product, which nothing is written into.
 */
final class TestDatabases {

	private TestDatabases() {
	}

	static DataSource empty(Product product) {
		try {
			return (product == Product.SQLITE) ? sqlite() : Server.INSTANCE.getPostgresDatabase();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
