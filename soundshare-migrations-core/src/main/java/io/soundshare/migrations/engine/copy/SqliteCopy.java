package io.soundshare.migrations.engine.copy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.connection.SqliteFile;
import io.soundshare.migrations.engine.mutex.FileMutex;
import io.soundshare.migrations.engine.mutex.OpenFiles;
import io.soundshare.migrations.model.BackupFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Copies an SQLite database page by page, with what its driver makes of SQLite's online
 * backup (sqlite.org/backup.html): VACUUM INTO would give new rowids to rows, by which
 * what was kept of them finds them.
 */
final class SqliteCopy implements DatabaseCopy {

	/** SQLITE_BUSY and SQLITE_LOCKED, which are the vendor codes of the driver. */
	private static final int BUSY = 5;

	private static final int LOCKED = 6;

	/** SQLITE_CORRUPT and SQLITE_NOTADB. */
	private static final int CORRUPT = 11;

	private static final int FOREIGN = 26;

	private static final int BLOCK = 1 << 20;

	private final CopySource source;

	SqliteCopy(CopySource source) {
		this.source = source;
	}

	@Override
	public @Nullable String obstacle() {
		return (file() == null) ? "it is in memory" : null;
	}

	private @Nullable Path file() {
		return SqliteFile.of(this.source.url());
	}

	private Path requiredFile() {
		Path file = file();
		if (file == null) {
			throw new IllegalStateException("A database in memory");
		}
		return file.toAbsolutePath();
	}

	@Override
	public boolean isUsual() {
		return file() != null;
	}

	@Override
	public String name() {
		return requiredFile().getFileName().toString();
	}

	@Override
	public Path folder() {
		return requiredFile().resolveSibling(name() + ".backups");
	}

	@Override
	public String suffix() {
		return ".db";
	}

	@Override
	public boolean isTransient() {
		return file() == null;
	}

	@Override
	public boolean isEmpty(Predicate<String> own) throws SQLException {
		try (Statement statement = this.source.connection().createStatement();
				ResultSet rows = statement.executeQuery(
						"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
			while (rows.next()) {
				if (!own.test(rows.getString(1))) {
					return false;
				}
			}
			return true;
		}
	}

	@Override
	public long size() throws SQLException {
		return Long.parseLong(text(this.source.connection(), "PRAGMA page_count") + "")
				* Long.parseLong(text(this.source.connection(), "PRAGMA page_size") + "");
	}

	@Override
	public @Nullable String revision() throws SQLException {
		return revision(this.source.connection());
	}

	private @Nullable String revision(Connection connection) throws SQLException {
		String name = this.source.history();
		return (text(connection,
				"SELECT name FROM sqlite_master WHERE type = 'table' AND lower(name) = lower('"
						+ name.replace("'", "''") + "')") == null) ? null
								: text(connection, "SELECT ID FROM \"" + name.replace("\"", "\"\"")
										+ "\" ORDER BY ORDEREXECUTED DESC, DATEEXECUTED DESC, rowid DESC LIMIT 1");
	}

	/**
	 * In a transaction that reads: what somebody writes meanwhile would have the copy
	 * begin again and again.
	 */
	@Override
	public void write(Path copy) throws SQLException {
		Connection connection = this.source.connection();
		boolean before = connection.getAutoCommit();
		if (!before) {
			connection.rollback();
		}
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.executeQuery("SELECT count(*) FROM sqlite_master").close();
			statement.execute("backup main to " + quoted(copy.toString()));
		}
		finally {
			connection.rollback();
			connection.setAutoCommit(before);
		}
	}

	/** As the driver's own parser has it, which knows no quotes in quotes. */
	private static String quoted(String path) throws SQLException {
		if (!path.contains("\"")) {
			return '"' + path + '"';
		}
		if (path.contains("'")) {
			throw new SQLException("The driver cannot be given a path with both kinds of quotes: " + path);
		}
		return "'" + path + "'";
	}

	@Override
	public @Nullable String damage(Path copy, boolean thorough) throws IOException {
		try (Connection connection = open(copy)) {
			String found = text(connection, thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
			return "ok".equals(found) ? null : found;
		}
		catch (SQLException ex) {
			return ex.getMessage();
		}
	}

	@Override
	public @Nullable String revision(Path copy) throws SQLException {
		try (Connection connection = open(copy)) {
			return revision(connection);
		}
	}

	/** Nobody writes to it, and nothing is to be made beside it. */
	private static Connection open(Path copy) throws SQLException {
		return DriverManager.getConnection("jdbc:sqlite:" + immutable(copy));
	}

	private static String immutable(Path copy) {
		return "file:" + copy.toUri().getRawPath() + "?immutable=1";
	}

	@Override
	public @Nullable Path restore(Path copy, Before before) throws SQLException, IOException {
		Path file = requiredFile();
		String id = UUID.randomUUID().toString().substring(0, 8);
		FileMutex mutex = new FileMutex(Files.exists(file) ? file.toRealPath() : file, id);
		if (!mutex.tryTake(Origin.of(null, null).brief())) {
			throw inUse(mutex.holder() + "");
		}
		try {
			requireUnused(file);
			try {
				before.run();
			}
			catch (SQLException | IOException ex) {
				return restoreAside(copy, file, ex);
			}
			replace(this.source.connection(), file, copy);
			return null;
		}
		finally {
			mutex.release();
		}
	}

	@Override
	public Throwaway throwaway(boolean data, Predicate<String> own) throws SQLException, IOException {
		boolean foreignKeys = "1".equals(text(this.source.connection(), "PRAGMA foreign_keys"));
		SqliteThrowaway throwaway = SqliteThrowaway.of(this.source.url(), foreignKeys);
		try {
			long free = Files.getFileStore(throwaway.folder()).getUsableSpace();
			if (free < size()) {
				throw BackupFailedException.notTaken(
						"a copy has %,d bytes, and %s has %,d free".formatted(size(), throwaway.folder(), free), null);
			}
			write(throwaway.file());
			return throwaway;
		}
		catch (SQLException | IOException | RuntimeException ex) {
			throwaway.close();
			throw ex;
		}
	}

	@Override
	public long free() throws IOException {
		Path folder = requiredFile().getParent();
		return Files.getFileStore(folder).getUsableSpace();
	}

	private static BackupFailedException inUse(String user) {
		return BackupFailedException.notRestored(user + " uses it",
				"Stop whatever uses the database, and restore it then.", null);
	}

	private void requireUnused(Path file) throws SQLException {
		String process = Files.exists(file) ? OpenFiles.otherProcess(file) : null;
		if (process != null) {
			throw inUse(process);
		}
		this.source.connection().setAutoCommit(true);
		try (Statement statement = this.source.connection().createStatement()) {
			statement.execute("BEGIN EXCLUSIVE");
			statement.execute("COMMIT");
		}
		catch (SQLException ex) {
			if (ex.getErrorCode() == BUSY || ex.getErrorCode() == LOCKED) {
				throw inUse("somebody");
			}
			if (!isDamage(ex)) {
				throw ex;
			}
		}
	}

	private static boolean isDamage(@Nullable Throwable failure) {
		return failure instanceof SQLException ex && (ex.getErrorCode() == CORRUPT || ex.getErrorCode() == FOREIGN);
	}

	/** What cannot be copied is no whole database, or else it stays where it is. */
	private Path restoreAside(Path copy, Path file, Exception why) throws SQLException, IOException {
		if (!isDamage(why) && !isDamage(why.getCause()) && damage(file, false) == null) {
			throw BackupFailedException.notTaken(why.getMessage() + "", why);
		}
		Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + Instant.now().getEpochSecond());
		this.source.connection().close();
		for (String part : List.of("", "-journal", "-wal", "-shm")) {
			Path from = file.resolveSibling(file.getFileName() + part);
			if (Files.exists(from)) {
				Files.move(from, aside.resolveSibling(aside.getFileName() + part));
			}
		}
		try (Connection fresh = DriverManager.getConnection(this.source.url())) {
			replace(fresh, file, copy);
		}
		return aside;
	}

	/**
	 * In one transaction of SQLite's, which its journal takes back if the process dies.
	 * The driver does not tell when it was kept out (3.53), so it is proved afterwards.
	 */
	private static void replace(Connection connection, Path file, Path copy) throws SQLException, IOException {
		connection.setAutoCommit(true);
		try (Statement statement = connection.createStatement()) {
			statement.execute("restore main from " + quoted(immutable(copy)));
			statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
		}
		if (!isSame(file, copy)) {
			throw inUse("somebody");
		}
	}

	/** But for the counters of changes and the kind of journal (fileformat2.html). */
	private static boolean isSame(Path file, Path copy) throws IOException {
		if (Files.size(file) != Files.size(copy)) {
			return false;
		}
		try (InputStream one = Files.newInputStream(file); InputStream other = Files.newInputStream(copy)) {
			DataInputStream counted = new DataInputStream(one);
			DataInputStream expected = new DataInputStream(other);
			byte[] left = new byte[BLOCK];
			byte[] right = new byte[BLOCK];
			boolean first = true;
			int length = counted.readNBytes(left, 0, BLOCK);
			while (length > 0) {
				expected.readFully(right, 0, length);
				if (first) {
					forget(left);
					forget(right);
					first = false;
				}
				if (!Arrays.equals(left, 0, length, right, 0, length)) {
					return false;
				}
				length = counted.readNBytes(left, 0, BLOCK);
			}
			return true;
		}
	}

	/** Of the header: the journal, the counters of changes and of the schema's. */
	private static void forget(byte[] header) {
		Arrays.fill(header, 18, 20, (byte) 0);
		Arrays.fill(header, 24, 28, (byte) 0);
		Arrays.fill(header, 40, 44, (byte) 0);
		Arrays.fill(header, 92, 100, (byte) 0);
	}

	private static @Nullable String text(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			return rows.next() ? rows.getString(1) : null;
		}
	}

}
