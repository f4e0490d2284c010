package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.soundshare.migrations.engine.connection.SqliteFile;
import io.soundshare.migrations.model.BackupFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Copies an SQLite database page by page, with what its driver makes of SQLite's online
 * backup (sqlite.org/backup.html): VACUUM INTO would give new rowids to rows, by which
 * what was kept of them finds them.
 */
final class SqliteCopy implements DatabaseCopy {

	/** SQLITE_CORRUPT and SQLITE_NOTADB. */
	static final int CORRUPT = 11;

	private static final int FOREIGN = 26;

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
		return isTransient() ? "it is in memory" : null;
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
		return !isTransient();
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
	public boolean keepsOthersOut() {
		return true;
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
	static String quoted(String path) throws SQLException {
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
	static @Nullable String damage(Connection connection, boolean thorough) throws SQLException {
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

	static String immutable(Path copy) {
		return "file:" + copy.toUri().getRawPath() + "?immutable=1";
	}

	@Override
	public @Nullable Path restore(Path copy, @Nullable FileDigest digest, Before before)
			throws SQLException, IOException {
		Path file = requiredFile();
		// What is proved as it is written need not be read before.
		FileDigest proved = (digest != null && SqliteFilling.isFor(file)) ? digest : proved(copy, digest);
		return new SqliteRestoration(this.source.connection(), file).restore(copy, proved, before);
	}

	@Override
	public Throwaway throwaway(boolean data, Predicate<String> own) throws SQLException, IOException {
		boolean foreignKeys = "1".equals(text(this.source.connection(), "PRAGMA foreign_keys"));
		SqliteThrowaway throwaway = SqliteThrowaway.of(this.source.url(), foreignKeys);
		try {
			long free = Files.getFileStore(throwaway.folder()).getUsableSpace();
			if (free < size()) {
				throw BackupFailedException.notRehearsed(
						"it has %,d bytes, and %s has %,d free".formatted(size(), throwaway.folder(), free), null);
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

	static @Nullable String text(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			return rows.next() ? rows.getString(1) : null;
		}
	}

	static boolean isDamage(@Nullable Throwable failure) {
		return failure instanceof SQLException ex && (ex.getErrorCode() == CORRUPT || ex.getErrorCode() == FOREIGN);
	}

}
