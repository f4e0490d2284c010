package io.soundshare.migrations.engine.copy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import java.util.regex.Pattern;

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

	/** As much of a file as SQLite maps at most. */
	private static final long MAPPED = 0x7fff0000L;

	/** What the checks say of rows and not of pages. */
	private static final Pattern ROWS = Pattern.compile("^(NULL value in |CHECK constraint failed in |non-)");

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
		try {
			// A database that a link leads to has one place, and one folder of copies.
			return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
		}
		catch (IOException ex) {
			return file.toAbsolutePath();
		}
	}

	@Override
	public boolean isUsual() {
		return file() != null;
	}

	@Override
	public String name() {
		Path file = requiredFile();
		return file.getFileName() + "-" + Integer.toHexString(file.toString().hashCode());
	}

	@Override
	public Path folder() {
		Path file = requiredFile();
		return file.resolveSibling(file.getFileName() + ".backups");
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
			return damage(connection, thorough);
		}
		catch (SQLException ex) {
			return ex.getMessage();
		}
	}

	/** Rows that break a constraint are no damage: they were there before. */
	private static @Nullable String damage(Connection connection, boolean thorough) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("PRAGMA mmap_size = " + MAPPED);
			try (ResultSet rows = statement.executeQuery(thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check")) {
				while (rows.next()) {
					String found = rows.getString(1);
					if (!found.equals("ok") && !ROWS.matcher(found).find()) {
						return found;
					}
				}
				return null;
			}
		}
		catch (SQLException ex) {
			if (isDamage(ex)) {
				return ex.getMessage();
			}
			throw ex;
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
		FileMutex mutex = new FileMutex(file, UUID.randomUUID().toString().substring(0, 8));
		if (!mutex.tryTake(Origin.of(null, null).brief())) {
			throw inUse(mutex.holder() + "");
		}
		try {
			String process = Files.exists(file) ? OpenFiles.otherProcess(file) : null;
			if (process != null) {
				throw inUse(process);
			}
			this.source.connection().setAutoCommit(true);
			try {
				whileNobodyElseCan(() -> {
					before.run();
					replace(file, copy);
				});
				return null;
			}
			catch (SQLException | IOException ex) {
				return overwrite(file, copy, ex);
			}
		}
		finally {
			mutex.release();
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
	private void whileNobodyElseCan(Before work) throws SQLException, IOException {
		boolean wal = "wal".equalsIgnoreCase(text(this.source.connection(), "PRAGMA journal_mode"));
		try (Statement statement = this.source.connection().createStatement()) {
			if (wal) {
				statement.execute("PRAGMA journal_mode = DELETE");
			}
			statement.execute("PRAGMA locking_mode = EXCLUSIVE");
			statement.execute("BEGIN EXCLUSIVE");
			statement.execute("COMMIT");
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
		try (Statement statement = this.source.connection().createStatement()) {
			statement.execute("PRAGMA locking_mode = NORMAL");
			// The lock goes with the next look at the file.
			statement.executeQuery("SELECT count(*) FROM sqlite_master").close();
			if (wal) {
				statement.execute("PRAGMA journal_mode = WAL");
			}
		}
		catch (SQLException ex) {
			if (!isDamage(ex)) {
				throw ex;
			}
		}
	}

	private static boolean isDamage(@Nullable Throwable failure) {
		return failure instanceof SQLException ex && (ex.getErrorCode() == CORRUPT || ex.getErrorCode() == FOREIGN);
	}

	/**
	 * In one transaction of SQLite's, which its journal takes back if the process dies.
	 * The driver does not tell all that keeps it from that (3.53), so it is proved. No
	 * connection of this process has a lock on the file that closing it would drop.
	 */
	private void replace(Path file, Path copy) throws SQLException, IOException {
		try (Statement statement = this.source.connection().createStatement()) {
			statement.execute("restore main from " + quoted(immutable(copy)));
		}
		if (!isSame(file, copy)) {
			throw BackupFailedException.notRestored("SQLite did not finish it",
					"See that the disk is not full, and try again.", null);
		}
	}

	/**
	 * What is no whole database is copied aside, and then written over: in place, since
	 * others of this process may have the file open.
	 */
	private Path overwrite(Path file, Path copy, Exception why) throws SQLException, IOException {
		if (!isDamage(why) && !isDamage(why.getCause()) && damage(this.source.connection(), false) == null) {
			throw BackupFailedException.notTaken(why.getMessage() + "", why);
		}
		Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + Instant.now().getEpochSecond());
		for (String part : List.of("", "-journal", "-wal")) {
			Path from = file.resolveSibling(file.getFileName() + part);
			if (Files.exists(from)) {
				Files.copy(from, aside.resolveSibling(aside.getFileName() + part));
			}
		}
		try (FileChannel from = FileChannel.open(copy);
				FileChannel to = FileChannel.open(file, StandardOpenOption.WRITE)) {
			Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-journal"));
			Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
			for (long place = 0; place < from.size();) {
				place += from.transferTo(place, from.size() - place, to);
			}
			to.truncate(from.size());
			to.force(true);
		}
		catch (IOException ex) {
			throw BackupFailedException.halfRestored(aside.toString(), ex.toString(), ex);
		}
		return aside;
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
		if (isTransient()) {
			return Long.MAX_VALUE;
		}
		Path folder = requiredFile().getParent();
		return Files.getFileStore(folder).getUsableSpace();
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
