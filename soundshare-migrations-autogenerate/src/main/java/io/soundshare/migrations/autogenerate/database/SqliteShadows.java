package io.soundshare.migrations.autogenerate.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

import javax.sql.DataSource;

import io.soundshare.migrations.AutogenerateException;

/**
 * Temporary files, each a database of SQLite. Any number can be open at once. Nothing is
 * forced to the disk.
 */
public final class SqliteShadows implements ShadowDatabases {

	/** The last is what a migration locks. */
	private static final List<String> SUFFIXES = List.of("", "-journal", "-wal", "-shm", ".migration-lock");

	@Override
	public Shadow open() {
		try {
			return new TemporaryFile(Files.createTempFile("soundshare-shadow-", ".db"));
		}
		catch (IOException ex) {
			throw new AutogenerateException("A temporary file for a scratch database cannot be made: " + ex,
					"Make room in " + System.getProperty("java.io.tmpdir")
							+ ", or give another folder with -Djava.io.tmpdir=...",
					ex);
		}
	}

	/**
	 * A database in a temporary file.
	 */
	private static final class TemporaryFile implements Shadow {

		private final Path file;

		private final DriverDataSource dataSource;

		TemporaryFile(Path file) {
			this.file = file;
			Properties properties = new Properties();
			properties.setProperty("synchronous", "OFF");
			properties.setProperty("journal_mode", "MEMORY");
			this.dataSource = new DriverDataSource("jdbc:sqlite:" + file, properties);
		}

		@Override
		public DataSource dataSource() {
			return this.dataSource;
		}

		@Override
		public void close() {
			try {
				this.dataSource.close();
			}
			catch (SQLException ex) {
				throw failed(ex);
			}
			finally {
				delete();
			}
		}

		private void delete() {
			try {
				for (String suffix : SUFFIXES) {
					Files.deleteIfExists(this.file.resolveSibling(this.file.getFileName() + suffix));
				}
			}
			catch (IOException ex) {
				throw failed(ex);
			}
		}

		private AutogenerateException failed(Exception ex) {
			return new AutogenerateException("The scratch database " + this.file + " cannot be deleted: " + ex,
					"Delete the file by hand.", ex);
		}

	}

}
