package io.soundshare.migrations.autogenerate.sqlite;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.shadow.OpenShadows;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.autogenerate.shadow.TrackedDataSource;

/**
 * Temporary files, each a database of SQLite. Any number can be open at once. Nothing is
 * forced to the disk.
 */
final class SqliteShadows implements ShadowDatabases {

	private static final String WITHOUT_DISK = "?synchronous=OFF&journal_mode=MEMORY";

	/** The last is what a migration locks. */
	private static final List<String> SUFFIXES = List.of("", "-journal", "-wal", "-shm", ".migration-lock");

	private final Function<String, DataSource> connector;

	/**
	 * Make them of temporary files.
	 * @param connector connects to a file by its URL
	 */
	SqliteShadows(Function<String, DataSource> connector) {
		this.connector = connector;
	}

	@Override
	public Shadow open() {
		return OpenShadows.open(this::make);
	}

	private TemporaryFile make() {
		try {
			Leftovers.delete();
			return connected(Files.createTempFile(Leftovers.prefix(), ".db"));
		}
		catch (IOException ex) {
			throw new AutogenerateException("A temporary file for a shadow database cannot be made: " + ex,
					"Make room in " + System.getProperty("java.io.tmpdir")
							+ ", or give another folder with -Djava.io.tmpdir=...",
					ex);
		}
	}

	/** Nobody else would delete a file that has no connections. */
	private TemporaryFile connected(Path file) throws IOException {
		try {
			return new TemporaryFile(file, this.connector.apply("jdbc:sqlite:" + file + WITHOUT_DISK));
		}
		catch (RuntimeException ex) {
			delete(file);
			throw ex;
		}
	}

	private static void delete(Path database) throws IOException {
		for (String suffix : SUFFIXES) {
			Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
		}
	}

	/**
	 * Files that killed processes have left behind. A name tells the process; that of
	 * another container may have the same number, so a file has to be untouched for an
	 * hour too.
	 */
	private static final class Leftovers {

		private static final String PREFIX = "soundshare-shadow-";

		private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,10})-\\d+\\.db");

		static String prefix() {
			return PREFIX + ProcessHandle.current().pid() + "-";
		}

		static void delete() throws IOException {
			try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")),
					PREFIX + "*.db")) {
				for (Path file : files) {
					if (isOne(file)) {
						SqliteShadows.delete(file);
					}
				}
			}
			catch (AccessDeniedException | DirectoryIteratorException ex) {
				// Somebody else's, or a folder that cannot be listed: what is needed is
				// made all the same.
				return;
			}
		}

		private static boolean isOne(Path file) throws IOException {
			Matcher name = NAME.matcher(file.getFileName().toString());
			return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
					&& Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(1, ChronoUnit.HOURS));
		}

	}

	/**
	 * A database in a temporary file.
	 */
	private static final class TemporaryFile implements OpenShadows.Abandonable {

		private final Path file;

		private final TrackedDataSource dataSource;

		TemporaryFile(Path file, DataSource source) {
			this.file = file;
			this.dataSource = new TrackedDataSource(source);
		}

		@Override
		public DataSource dataSource() {
			return this.dataSource;
		}

		@Override
		public void close() {
			OpenShadows.close(this, this::drop);
		}

		/** A connection in use would be closed when its statement is done. */
		@Override
		public void abandon() {
			this.dataSource.refuse();
			delete();
		}

		private void drop() {
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
				SqliteShadows.delete(this.file);
			}
			catch (IOException ex) {
				throw failed(ex);
			}
		}

		private AutogenerateException failed(Exception ex) {
			return new AutogenerateException("The shadow database " + this.file + " cannot be deleted: " + ex,
					"Delete the file by hand.", ex);
		}

	}

}
