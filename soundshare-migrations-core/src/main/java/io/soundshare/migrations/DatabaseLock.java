package io.soundshare.migrations;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;

/**
 * Holds Liquibase's lock while an operation writes. Waits as long as Liquibase's own
 * settings say (changelogLockWaitTimeInMinutes, changelogLockPollRate).
 */
final class DatabaseLock {

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
		while (!service.acquireLock()) {
			LockStatus lock = LockReader.read(database);
			database.rollback();
			if (Instant.now().isAfter(end)) {
				throw new LockNotAcquiredException(lock, wait);
			}
			Scope.getCurrentScope()
				.getLog(DatabaseLock.class)
				.warning("Waiting for the migration lock, held by " + lock.by() + " since " + lock.since());
			try {
				Thread.sleep(poll.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new LockNotAcquiredException(lock, wait);
			}
		}
	}

}
