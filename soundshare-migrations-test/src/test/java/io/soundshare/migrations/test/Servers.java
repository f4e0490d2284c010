package io.soundshare.migrations.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.sqlite.SQLiteDataSource;

/**
 * The databases the tests run beside.
 */
final class Servers {

	private Servers() {
	}

	static DataSource sqlite(Path folder) {
		SQLiteDataSource dataSource = new SQLiteDataSource();
		dataSource.setUrl("jdbc:sqlite:" + folder.resolve("application.db") + "?foreign_keys=true");
		return dataSource;
	}

	static EmbeddedPostgres postgres() {
		return Postgres.INSTANCE;
	}

	/**
	 * Started when it is first asked for; the library stops it with the JVM.
	 */
	private static final class Postgres {

		static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder()
					.setServerConfig("fsync", "off")
					.setServerConfig("full_page_writes", "off")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
