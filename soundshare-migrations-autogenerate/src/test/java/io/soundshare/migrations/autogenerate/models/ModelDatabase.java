package io.soundshare.migrations.autogenerate.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Makes empty databases for models.
 */
public enum ModelDatabase {

	/** A file in a folder, foreign keys enforced. */
	SQLITE {

		@Override
		public DataSource open(Path folder) {
			SQLiteConfig config = new SQLiteConfig();
			config.enforceForeignKeys(true);
			config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
			SQLiteDataSource dataSource = new SQLiteDataSource(config);
			dataSource.setUrl("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"));
			return dataSource;
		}

	},

	/** A database on a server that is started once. */
	POSTGRESQL {

		@Override
		public DataSource open(Path folder) {
			String name = "model_" + UUID.randomUUID().toString().replace('-', '_');
			try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("CREATE DATABASE " + name);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
			return Server.INSTANCE.getDatabase("postgres", name);
		}

	};

	/**
	 * Make one.
	 * @param folder where files may be put
	 * @return an empty database
	 */
	public abstract DataSource open(Path folder);

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
