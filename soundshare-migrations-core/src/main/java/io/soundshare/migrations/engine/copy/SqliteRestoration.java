package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.mutex.FileMutex;
import io.soundshare.migrations.engine.mutex.OpenFiles;
import io.soundshare.migrations.model.BackupFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Puts a copy in the place of an SQLite database.
 */
final class SqliteRestoration {

	/** SQLITE_BUSY and SQLITE_LOCKED, which are the vendor codes of the driver. */
	private static final int BUSY = 5;

	private static final int LOCKED = 6;

	private final Connection connection;

	private final Path file;

	SqliteRestoration(Connection connection, Path file) {
		this.connection = connection;
		this.file = file;
	}

	/** As {@link DatabaseCopy#restore}. */
	@Nullable Path restore(Path copy, FileDigest digest, DatabaseCopy.Before before) throws SQLException, IOException {
		FileMutex mutex = new FileMutex(this.file, UUID.randomUUID().toString().substring(0, 8));
		if (!mutex.tryTake(Origin.of(null, null).brief())) {
			throw inUse(mutex.holder() + "");
		}
		try {
			String process = Files.exists(this.file) ? OpenFiles.otherProcess(this.file) : null;
			if (process != null) {
				throw inUse(process);
			}
			this.connection.setAutoCommit(true);
			try {
				whileNobodyElseCan(() -> {
					run(before);
					replace(copy, digest);
				});
				return null;
			}
			catch (SQLException ex) {
				if (SqliteCopy.isDamage(ex)) {
					return overwrite(copy);
				}
				throw ex;
			}
		}
		finally {
			mutex.release();
		}
	}

	/** What is no whole database fails as SQLite has it: it is dealt with otherwise. */
	private void run(DatabaseCopy.Before before) throws SQLException {
		try {
			before.run();
		}
		catch (SQLException | IOException ex) {
			SQLException failure = (ex instanceof SQLException sql) ? sql
					: (ex.getCause() instanceof SQLException sql) ? sql : null;
			if (SqliteCopy.isDamage(failure)) {
				throw failure;
			}
			String damage = SqliteCopy.damage(this.connection, false);
			if (damage != null) {
				throw new SQLException(damage, null, SqliteCopy.CORRUPT, ex);
			}
			throw BackupFailedException.notTaken(ex.getMessage() + "", ex);
		}
	}

	private static BackupFailedException inUse(String user) {
		return BackupFailedException.notRestored(user + " uses it",
				"Stop whatever uses the database, and restore it then.", null);
	}

	/**
	 * Keep all others out, readers too, from before the copy of what is there is made. In
	 * WAL mode that cannot be, so that is left for as long.
	 */
	private void whileNobodyElseCan(DatabaseCopy.Before work) throws SQLException, IOException {
		boolean wal = "wal".equalsIgnoreCase(SqliteCopy.text(this.connection, "PRAGMA journal_mode"));
		try (Statement statement = this.connection.createStatement()) {
			if (wal) {
				statement.execute("PRAGMA journal_mode = DELETE");
			}
			statement.execute("PRAGMA locking_mode = EXCLUSIVE");
			statement.execute("BEGIN EXCLUSIVE");
			// To commit nothing would write a page into a file that has none.
			statement.execute("ROLLBACK");
		}
		catch (SQLException ex) {
			release(wal);
			if (ex.getErrorCode() == BUSY || ex.getErrorCode() == LOCKED) {
				throw inUse("somebody");
			}
			throw ex;
		}
		try {
			work.run();
		}
		finally {
			release(wal);
		}
	}

	private void release(boolean wal) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("PRAGMA locking_mode = NORMAL");
			// The lock goes with the next look at the file.
			statement.executeQuery("SELECT count(*) FROM sqlite_master").close();
			if (wal) {
				statement.execute("PRAGMA journal_mode = WAL");
			}
		}
		catch (SQLException ex) {
			if (!SqliteCopy.isDamage(ex)) {
				throw ex;
			}
		}
	}

	private void replace(Path copy, FileDigest digest) throws SQLException, IOException {
		if (SqliteFilling.isFor(this.file)) {
			fill(copy, digest);
			return;
		}
		replaceContent(copy, digest);
	}

	private void fill(Path copy, FileDigest digest) throws IOException {
		try {
			new SqliteFilling(this.file).fill(copy, digest);
		}
		catch (DamagedCopyException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw BackupFailedException.notRestored(ex.getMessage() + "",
					"See that the disk is not full, and try again.", ex);
		}
	}

	/**
	 * In one transaction of SQLite's, which its journal takes back if the process dies.
	 * The driver does not tell all that keeps it from that (3.53), so it is proved. No
	 * connection of this process has a lock on the file that closing it would drop.
	 */
	private void replaceContent(Path copy, FileDigest digest) throws SQLException, IOException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("restore main from " + SqliteCopy.quoted(SqliteCopy.immutable(copy)));
		}
		if (!isSame(this.file, copy, digest)) {
			throw BackupFailedException.notRestored("SQLite did not finish it",
					"See that the disk is not full, and try again.", null);
		}
	}

	/**
	 * What is no whole database is copied aside, and then written over: in place, since
	 * others of this process may have the file open.
	 */
	private Path overwrite(Path copy) throws IOException {
		Path aside = this.file.resolveSibling(this.file.getFileName() + ".damaged-" + Instant.now().getEpochSecond());
		for (String part : List.of("", "-journal", "-wal")) {
			Path from = this.file.resolveSibling(this.file.getFileName() + part);
			if (Files.exists(from)) {
				Files.copy(from, aside.resolveSibling(aside.getFileName() + part));
			}
		}
		try (InputStream from = Files.newInputStream(copy);
				FileChannel to = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
			Files.deleteIfExists(this.file.resolveSibling(this.file.getFileName() + "-journal"));
			Files.deleteIfExists(this.file.resolveSibling(this.file.getFileName() + "-wal"));
			from.transferTo(Channels.newOutputStream(to));
			to.truncate(to.position());
			to.force(true);
		}
		catch (IOException ex) {
			throw BackupFailedException.halfRestored(aside.toString(), ex.toString(), ex);
		}
		return aside;
	}

	/** But for the counters of changes and the kind of journal (fileformat2.html). */
	private static boolean isSame(Path file, Path copy, FileDigest digest) throws IOException {
		return Files.size(file) == Files.size(copy) && Arrays.equals(header(file), header(copy))
				&& FileDigest.of(file).rest() == digest.rest();
	}

	private static byte[] header(Path file) throws IOException {
		try (InputStream bytes = Files.newInputStream(file)) {
			byte[] header = bytes.readNBytes(FileDigest.HEADER);
			forget(header);
			return header;
		}
	}

	/** Of the header: the journal, the counters of changes and of the schema's. */
	private static void forget(byte[] header) {
		Arrays.fill(header, 18, 20, (byte) 0);
		Arrays.fill(header, 24, 28, (byte) 0);
		Arrays.fill(header, 40, 44, (byte) 0);
		Arrays.fill(header, 92, 100, (byte) 0);
	}

}
