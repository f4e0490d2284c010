package io.soundshare.migrations;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;

/**
 * Holds Liquibase's lock while an operation writes. Waits as long as Liquibase's own
 * settings say (changelogLockWaitTimeInMinutes, changelogLockPollRate).
 */
final class DatabaseLock {

	private static final int SQLITE_BUSY = 5;

	private DatabaseLock() {
	}

	static <T> T hold(Database database, Callable<T> work) throws Exception {
		LockService service = LockServiceFactory.getInstance().getLockService(database);
		acquire(service, database);
		T result;
		try {
			result = work.call();
		}
		catch (Exception | Error ex) {
			try {
				service.releaseLock();
			}
			catch (LiquibaseException suppressed) {
				ex.addSuppressed(suppressed);
			}
			throw ex;
		}
		service.releaseLock();
		return result;
	}

	private static void acquire(LockService service, Database database) throws LiquibaseException {
		Duration wait = Duration.ofMinutes(GlobalConfiguration.CHANGELOGLOCK_WAIT_TIME.getCurrentValue());
		Duration poll = Duration.ofSeconds(GlobalConfiguration.CHANGELOGLOCK_POLL_RATE.getCurrentValue());
		Instant end = Instant.now().plus(wait);
		while (!acquired(service, database)) {
			LockStatus lock = read(database);
			database.rollback();
			if (Instant.now().isAfter(end)) {
				throw new LockNotAcquiredException(lock, wait);
			}
			Scope.getCurrentScope()
				.getLog(DatabaseLock.class)
				.warning("Waiting for the migration lock, " + LockNotAcquiredException.holder(lock));
			try {
				Thread.sleep(poll.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new LockNotAcquiredException(lock, wait);
			}
		}
	}

	/** Any other writer keeps SQLite from taking the lock: that passes too. */
	private static boolean acquired(LockService service, Database database) throws LiquibaseException {
		try {
			return service.acquireLock();
		}
		catch (LiquibaseException ex) {
			if (isBusy(ex, database)) {
				return false;
			}
			throw ex;
		}
	}

	private static LockStatus read(Database database) throws LiquibaseException {
		try {
			return LockReader.read(database);
		}
		catch (LiquibaseException ex) {
			if (isBusy(ex, database)) {
				return LockStatus.FREE;
			}
			throw ex;
		}
	}

	private static boolean isBusy(Throwable failure, Database database) {
		return database instanceof SQLiteDatabase && LiquibaseErrors.chain(failure)
			.stream()
			.anyMatch((link) -> link instanceof SQLException sql && (sql.getErrorCode() & 0xff) == SQLITE_BUSY);
	}

}
