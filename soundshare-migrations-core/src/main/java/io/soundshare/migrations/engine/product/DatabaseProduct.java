package io.soundshare.migrations.engine.product;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.function.Function;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.recording.UndoDialect;
import io.soundshare.migrations.model.LockStatus;
import liquibase.CatalogAndSchema;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.CockroachDatabase;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;
import liquibase.database.core.UnsupportedDatabase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * A database as its product makes it. What is said here holds for those that nothing
 * particular is known of.
 */
public abstract class DatabaseProduct {

	/** SQLStates: that of the standard, and H2's. */
	private static final Set<String> MISSING_SCHEMA = Set.of("3F000", "90079");

	private static final String DISK_FULL = "53100";

	private final Database database;

	DatabaseProduct(Database database) {
		this.database = database;
	}

	/** The product of an open database. */
	public static DatabaseProduct of(Database database) {
		if (database instanceof SQLiteDatabase) {
			return new SqliteProduct(database);
		}
		if (database instanceof PostgresDatabase) {
			return (database instanceof CockroachDatabase) ? new CockroachProduct(database)
					: new PostgresProduct(database);
		}
		if (database instanceof MySQLDatabase) {
			return new MysqlProduct(database);
		}
		return (database instanceof DerbyDatabase derby) ? new DerbyProduct(derby) : new OtherProduct(database);
	}

	/**
	 * The product of a database nobody can connect to: the one that Liquibase would take
	 * a driver of.
	 * @param url its URL, if it is known
	 */
	public static DatabaseProduct ofUrl(@Nullable String url) {
		return DatabaseFactory.getInstance()
			.getImplementedDatabases()
			.stream()
			.filter((database) -> url != null && database.getDefaultDriver(url) != null)
			.findFirst()
			.map(DatabaseProduct::of)
			.orElseGet(() -> new OtherProduct(new UnsupportedDatabase()));
	}

	/**
	 * Whether SQLite lets nobody in for the moment: only its driver's codes are asked.
	 */
	public static boolean isBusy(SQLException failure) {
		return SqliteProduct.isKeptOut(failure);
	}

	/** Whether a file is no SQLite database: only its driver's codes are asked. */
	public static boolean isForeign(SQLException failure) {
		return SqliteProduct.ownRefusal(failure) == Refusal.FILE_FOREIGN;
	}

	/** Whether the disk of SQLite's file is full, or that of PostgreSQL's server. */
	public static boolean isDiskFull(SQLException failure) {
		return SqliteProduct.ownRefusal(failure) == Refusal.FILE_FULL || DISK_FULL.equals(failure.getSQLState());
	}

	/** Whether a schema is missing, in whichever database. */
	public static boolean isMissingSchema(SQLException failure) {
		return MISSING_SCHEMA.contains(failure.getSQLState() + "");
	}

	/** Return who writes to a database nobody can connect to, if that is one of ours. */
	public static LockStatus writer(@Nullable String url) {
		return SqliteProduct.writerOf(url);
	}

	Database database() {
		return this.database;
	}

	/** Return the lock table, one of those beside the history. */
	TableAccess lockTable() {
		return new TableAccess(this.database, this.database.getDatabaseChangeLogLockTableName());
	}

	/** Make the connection ready. */
	public void prepare() {
		// Most are.
	}

	/** Whether DDL takes part in transactions, and that is proved by tests. */
	public boolean hasAtomicDdl() {
		return false;
	}

	/**
	 * What undoes a change set here without a rollback that somebody has written;
	 * {@code null} where that is not taken down.
	 */
	public @Nullable UndoDialect undo() {
		return null;
	}

	/** Whether the SQL of a change set can be told only by one that was before it. */
	public boolean needsRehearsal() {
		return false;
	}

	/**
	 * The mutex of the database; {@code null} where there is none to rely on.
	 * @param id whoever may take it, told from all others
	 */
	public @Nullable Mutex mutex(String id) throws DatabaseException {
		return null;
	}

	/** Return who writes to a database that cannot be asked, if that is one of ours. */
	public LockStatus writer() {
		return LockStatus.FREE;
	}

	/**
	 * Whether a holder of the lock's row that had a mutex is gone, as seen by somebody
	 * who cannot have that mutex.
	 */
	public boolean isMutexFree() throws DatabaseException {
		return false;
	}

	/**
	 * Return why a stock Liquibase that has locked the row must be gone; {@code null} if
	 * it may be alive.
	 * @param since when it locked it
	 * @param origin who asks
	 */
	public @Nullable String whyStockHolderIsGone(LockHolder holder, @Nullable Instant since, Origin origin)
			throws DatabaseException {
		return null;
	}

	/** Make sure, until the end of the transaction, that the lock's row is as it was. */
	public boolean isLockRow(String condition, String value) throws DatabaseException {
		return lockTable().update("UPDATE %s SET LOCKEDBY = LOCKEDBY WHERE ID = 1 AND " + condition, value) == 1;
	}

	/**
	 * Return when the lock was taken. LOCKGRANTED is the session's time, in the client's
	 * zone.
	 * @param granted as the driver gives it
	 */
	public @Nullable Instant lockedSince(@Nullable Object granted) throws DatabaseException {
		Date date = (granted != null) ? StandardChangeLogHistoryService.convertDate(granted) : null;
		return (date != null) ? date.toInstant() : null;
	}

	/**
	 * Return what tells at which instant a change set was executed. Liquibase reads
	 * DATEEXECUTED as the JVM's local time.
	 */
	public Function<Date, Instant> historyTimes() throws DatabaseException {
		return (executed) -> Instant.ofEpochMilli(executed.getTime());
	}

	/**
	 * The reason why the database cannot be used; {@code null} if that failure does not
	 * tell one. The SQLStates are the standard's, and those that only one product has: H2
	 * (90…), Derby (XJ…), PostgreSQL (53…). So they tell also where no URL does.
	 */
	public @Nullable Refusal refusal(SQLException failure) {
		if (isMissingSchema(failure)) {
			return Refusal.NO_SCHEMA;
		}
		return switch (failure.getSQLState() + "") {
			case "3D000", "90013", "90146", "XJ004" -> Refusal.NO_DATABASE;
			case "25006", "90097" -> Refusal.READ_ONLY;
			case "90020" -> Refusal.IN_USE;
			case DISK_FULL -> Refusal.DISK_FULL;
			default -> null;
		};
	}

	/**
	 * The reason why the database cannot be used, where no failure tells one.
	 * @param url its URL, if it is known
	 */
	public Refusal unexplainedRefusal(@Nullable String url) {
		return Refusal.UNREACHABLE;
	}

	/** Drop everything in the default schema, and the history. */
	void drop(DatabaseCleaner cleaner) throws LiquibaseException {
		this.database.dropDatabaseObjects(
				new CatalogAndSchema(this.database.getDefaultCatalogName(), this.database.getDefaultSchemaName()));
	}

}
