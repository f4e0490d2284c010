package io.soundshare.migrations;

import java.time.Duration;

/**
 * Somebody else held the migration lock for too long.
 */
public final class LockNotAcquiredException extends MigrationException {

	private final LockStatus lock;

	LockNotAcquiredException(LockStatus lock, Duration waited) {
		super("The migration lock could not be obtained within " + waited
			.toSeconds() + " s: it is " + holder(lock) + ".", lock.held()
					? "Wait for that process and try again. If it is gone, release its lock with --migrate=unlock --migrate.yes."
					: "Wait for that process and try again.",
				null);
		this.lock = lock;
	}

	/**
	 * Return the lock.
	 * @return the lock as it was when the wait ended
	 */
	public LockStatus lock() {
		return this.lock;
	}

	static String holder(LockStatus lock) {
		return lock.held() ? "held by " + lock.by() + " since " + lock.since()
				: "out of reach while another process is writing to the database";
	}

}
