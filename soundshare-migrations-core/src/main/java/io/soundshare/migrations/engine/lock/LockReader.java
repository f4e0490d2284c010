package io.soundshare.migrations.engine.lock;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.model.LockStatus;
import liquibase.Scope;
import liquibase.changelog.StandardChangeLogHistoryService;
import liquibase.database.Database;
import liquibase.database.core.MySQLDatabase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.statement.core.SelectFromDatabaseChangeLogLockStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lock row. Not {@code LockService.listLocks()}: on SQLite that fails with a
 * ClassCastException, because LOCKGRANTED is a text there (Liquibase 5.0.4).
 */
final class LockReader {

	private LockReader() {
	}

	static LockStatus read(Database database) throws LiquibaseException {
		if (!SnapshotGeneratorFactory.getInstance().hasDatabaseChangeLogLockTable(database)) {
			return LockStatus.FREE;
		}
		List<Map<String, ?>> rows = Scope.getCurrentScope()
			.getSingleton(ExecutorService.class)
			.getExecutor("jdbc", database)
			.queryForList(new SelectFromDatabaseChangeLogLockStatement("ID", "LOCKED", "LOCKGRANTED", "LOCKEDBY"));
		for (Map<String, ?> row : rows) {
			if (isTrue(row.get("LOCKED"))) {
				return new LockStatus(true, (String) row.get("LOCKEDBY"), since(row.get("LOCKGRANTED"), database));
			}
		}
		return LockStatus.FREE;
	}

	private static boolean isTrue(@Nullable Object locked) {
		return (locked instanceof Number number) ? number.intValue() != 0 : Boolean.TRUE.equals(locked);
	}

	/** What the session's time zone is only MySQL's server knows. */
	private static @Nullable Instant since(@Nullable Object granted, Database database) throws DatabaseException {
		if (!(database instanceof MySQLDatabase)) {
			return instant(granted);
		}
		return new TableAccess(database, database.getDatabaseChangeLogLockTableName())
			.query("SELECT UNIX_TIMESTAMP(LOCKGRANTED) FROM %s WHERE LOCKGRANTED IS NOT NULL ORDER BY ID",
					(row) -> Instant.ofEpochSecond(row.getLong(1)))
			.stream()
			.findFirst()
			.orElse(null);
	}

	/**
	 * LOCKGRANTED is the session's time, in the client's zone: as a number of
	 * milliseconds on SQLite.
	 */
	private static @Nullable Instant instant(@Nullable Object granted) {
		if (granted instanceof String text && text.matches("\\d+")) {
			return Instant.ofEpochMilli(Long.parseLong(text));
		}
		if (granted == null) {
			return null;
		}
		Date date = StandardChangeLogHistoryService.convertDate(granted);
		return (date != null) ? date.toInstant() : null;
	}

}
