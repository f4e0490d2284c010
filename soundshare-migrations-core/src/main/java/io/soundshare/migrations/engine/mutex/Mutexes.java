package io.soundshare.migrations.engine.mutex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.connection.SqliteFile;
import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.LockStatus;
import liquibase.database.Database;
import liquibase.database.core.CockroachDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Knows which mutex a database has.
 */
public final class Mutexes {

	private Mutexes() {
	}

	/**
	 * The mutex of a database; {@code null} where there is none to rely on.
	 * @param id whoever may take it, told from all others
	 */
	public static @Nullable Mutex of(Database database, String id) throws DatabaseException {
		if (database instanceof SQLiteDatabase) {
			return sqlite(database, id);
		}
		if (database instanceof PostgresDatabase && !(database instanceof CockroachDatabase)) {
			return isPooledByServer(database) ? null : new AdvisoryMutex(database);
		}
		return (database instanceof MySQLDatabase && !isCluster(database)) ? new NamedMutex(database) : null;
	}

	/**
	 * The file of an SQLite database, {@code null} if it is in memory. By a pragma, and
	 * not by the function of its name, which cannot be asked while somebody writes.
	 */
	public static @Nullable Path file(Database database) throws DatabaseException {
		List<String> files = new TableAccess(database, database.getDatabaseChangeLogLockTableName())
			.query("PRAGMA database_list", (row) -> row.getString(2).equals("main") ? row.getString(3) : "");
		database.rollback();
		return files.stream().filter((file) -> file != null && !file.isEmpty()).map(Path::of).findFirst().orElse(null);
	}

	private static Mutex sqlite(Database database, String id) throws DatabaseException {
		Path file = file(database);
		if (file == null) {
			return new JvmMutex(String.valueOf(database.getConnection().getURL()));
		}
		try {
			return beside(file, id);
		}
		catch (IOException ex) {
			throw new DatabaseException(ex);
		}
	}

	/** By its real name: a database that a link leads to has one lock file. */
	static FileMutex beside(Path file, String id) throws IOException {
		return new FileMutex(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), id);
	}

	/** Who writes to a database that cannot be asked, if that is one of ours. */
	public static LockStatus writer(Database database) {
		try {
			database.rollback();
			return writer((database instanceof SQLiteDatabase) ? file(database) : null);
		}
		catch (DatabaseException ex) {
			return LockStatus.FREE;
		}
	}

	/** The same for one that nobody could connect to. */
	public static LockStatus writer(@Nullable String url) {
		return writer(SqliteFile.of(url));
	}

	private static LockStatus writer(@Nullable Path file) {
		try {
			String holder = (file != null) ? beside(file, "").holder() : null;
			return (holder != null) ? new LockStatus(true, holder, null) : LockStatus.FREE;
		}
		catch (IOException | DatabaseAccessException ex) {
			return LockStatus.FREE;
		}
	}

	/** Whether Galera lets others write on other servers: a named lock is of one. */
	private static boolean isCluster(Database database) throws DatabaseException {
		return new TableAccess(database, database.getDatabaseChangeLogLockTableName())
			.query("SHOW VARIABLES LIKE 'wsrep_on'", (row) -> row.getString(2))
			.contains("ON");
	}

	/**
	 * Whether somebody between here and the server, such as PgBouncer, hands out server
	 * sessions: then the process the driver was told of when it connected is not the one
	 * that answers. In transaction mode an advisory lock would stay with a session of
	 * somebody else.
	 */
	static boolean isPooledByServer(Database database) throws DatabaseException {
		Connection connection = AtomicConnection.of(database).getUnderlyingConnection();
		try {
			Class<?> type = Class.forName("org.postgresql.PGConnection", false, connection.getClass().getClassLoader());
			if (!connection.isWrapperFor(type)) {
				return false;
			}
			Object told = type.getMethod("getBackendPID").invoke(connection.unwrap(type));
			int answering = new TableAccess(database, database.getDatabaseChangeLogLockTableName())
				.query("SELECT pg_backend_pid()", (row) -> row.getInt(1))
				.get(0);
			database.rollback();
			return !Integer.valueOf(answering).equals(told);
		}
		catch (ReflectiveOperationException ex) {
			// Another driver.
			return false;
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

}
