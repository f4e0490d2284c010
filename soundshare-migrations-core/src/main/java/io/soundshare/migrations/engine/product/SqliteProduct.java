package io.soundshare.migrations.engine.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Function;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.connection.SqliteFile;
import io.soundshare.migrations.engine.mutex.FileMutex;
import io.soundshare.migrations.engine.mutex.JvmMutex;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.mutex.OpenFiles;
import io.soundshare.migrations.engine.recording.UndoDialect;
import io.soundshare.migrations.engine.recording.sqlite.SqliteUndo;
import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.LockStatus;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * SQLite.
 */
final class SqliteProduct extends DatabaseProduct {

	private static final String OBJECTS = """
			SELECT CASE type WHEN 'view' THEN 'VIEW' ELSE 'TABLE' END AS "KIND",
				'"' || replace(name, '"', '""') || '"' AS "NAME"
			FROM sqlite_master
			WHERE type IN ('view', 'table') AND name NOT LIKE 'sqlite\\_%%' ESCAPE '\\' AND lower(name) NOT IN (%2$s, %3$s)
			ORDER BY type = 'table', sql LIKE 'CREATE VIRTUAL%%' DESC""";

	SqliteProduct(Database database) {
		super(database);
	}

	@Override
	public boolean hasAtomicDdl() {
		return database().supportsDDLInTransaction();
	}

	@Override
	public UndoDialect undo() {
		return new SqliteUndo();
	}

	/** Stock Liquibase writes the same SQL for SQLite whatever the schema is. */
	@Override
	public boolean needsRehearsal() {
		return database().getClass() != SQLiteDatabase.class;
	}

	@Override
	public Mutex mutex(String id) throws DatabaseException {
		Path file = file();
		if (file == null) {
			return new JvmMutex(String.valueOf(database().getConnection().getURL()));
		}
		try {
			return beside(file, id);
		}
		catch (IOException ex) {
			throw new DatabaseException(ex);
		}
	}

	/**
	 * The file of the database, {@code null} if it is in memory. By a pragma, and not by
	 * the function of its name, which cannot be asked while somebody writes.
	 */
	private @Nullable Path file() throws DatabaseException {
		List<String> files = lockTable().query("PRAGMA database_list",
				(row) -> row.getString(2).equals("main") ? row.getString(3) : "");
		database().rollback();
		return files.stream().filter((file) -> file != null && !file.isEmpty()).map(Path::of).findFirst().orElse(null);
	}

	/** By its real name: a database that a link leads to has one lock file. */
	private static FileMutex beside(Path file, String id) throws IOException {
		return new FileMutex(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), id);
	}

	@Override
	public LockStatus writer() {
		try {
			database().rollback();
			return writerOf(file());
		}
		catch (DatabaseException ex) {
			return LockStatus.FREE;
		}
	}

	/** Return who writes to the database a URL is of. */
	static LockStatus writerOf(@Nullable String url) {
		return writerOf(SqliteFile.of(url));
	}

	private static LockStatus writerOf(@Nullable Path file) {
		try {
			String holder = (file != null) ? beside(file, "").holder() : null;
			return (holder != null) ? new LockStatus(true, holder, null) : LockStatus.FREE;
		}
		catch (IOException | DatabaseAccessException ex) {
			return LockStatus.FREE;
		}
	}

	/** Whether somebody has let nobody in, for longer than the driver's busy_timeout. */
	static boolean isKeptOut(SQLException failure) {
		return ownRefusal(failure) == Refusal.FILE_BUSY;
	}

	/**
	 * The refusal by SQLite's result codes, which are the vendor codes of its driver.
	 * That gives no SQLStates, and begins its messages with the name of the code (3.53).
	 */
	static @Nullable Refusal ownRefusal(SQLException failure) {
		if (failure.getSQLState() != null || !(failure.getMessage() + "").startsWith("[SQLITE_")) {
			return null;
		}
		return switch (failure.getErrorCode()) {
			case 5, 6 -> Refusal.FILE_BUSY;
			case 8 -> Refusal.FILE_READ_ONLY;
			case 13 -> Refusal.FILE_FULL;
			case 26 -> Refusal.FILE_FOREIGN;
			default -> Refusal.FILE_UNUSABLE;
		};
	}

	@Override
	public @Nullable Refusal refusal(SQLException failure) {
		return ownRefusal(failure);
	}

	@Override
	public Refusal unexplainedRefusal(@Nullable String url) {
		return Refusal.FILE_UNUSABLE;
	}

	/** A live one has the file open. */
	@Override
	public @Nullable String whyStockHolderIsGone(LockHolder holder, @Nullable Instant since, Origin origin)
			throws DatabaseException {
		return (holder.host().equals(origin.host()) && !OpenFiles.mayBeOpenElsewhere(file(), origin.pid()))
				? "no other process of this host has the database open" : null;
	}

	/** LOCKGRANTED is a number of milliseconds, as text. */
	@Override
	public @Nullable Instant lockedSince(@Nullable Object granted) throws DatabaseException {
		return (granted instanceof String text && text.matches("\\d+")) ? Instant.ofEpochMilli(Long.parseLong(text))
				: super.lockedSince(granted);
	}

	/** DATEEXECUTED is UTC. */
	@Override
	public Function<Date, Instant> historyTimes() {
		return (executed) -> LocalDateTime.ofInstant(Instant.ofEpochMilli(executed.getTime()), ZoneId.systemDefault())
			.toInstant(ZoneOffset.UTC);
	}

	/**
	 * Liquibase drops SQLite's tables in any order, and SQLite deletes the rows of a
	 * dropped table first, one foreign key after the other. So: enforcement off, which
	 * SQLite allows outside a transaction only, then views before tables.
	 */
	@Override
	void drop(DatabaseCleaner cleaner) throws LiquibaseException {
		boolean enforced = cleaner.number("PRAGMA foreign_keys") == 1;
		List<String> objects = cleaner.objects(OBJECTS, "");
		database().rollback();
		foreignKeys(cleaner, enforced, "OFF");
		try {
			cleaner.drop(objects, "");
			database().commit();
		}
		catch (LiquibaseException | RuntimeException ex) {
			// Before the switch below: turning auto-commit on would commit half a drop.
			database().rollback();
			throw ex;
		}
		finally {
			foreignKeys(cleaner, enforced, "ON");
		}
	}

	private void foreignKeys(DatabaseCleaner cleaner, boolean enforced, String value) throws LiquibaseException {
		if (!enforced) {
			return;
		}
		database().setAutoCommit(true);
		try {
			cleaner.execute("PRAGMA foreign_keys = " + value);
		}
		finally {
			database().setAutoCommit(false);
		}
	}

}
