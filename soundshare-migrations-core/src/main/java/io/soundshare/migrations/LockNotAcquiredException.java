package io.soundshare.migrations;

import java.time.Duration;

/**
 * Somebody else held the migration lock for too long.
 */
public final class LockNotAcquiredException extends MigrationException {

	private final LockStatus lock;

	LockNotAcquiredException(LockStatus lock, Duration waited) {
		this(lock, "The migration lock could not be obtained within " + waited
			.toSeconds() + " s: it is " + holder(lock) + ".", lock.held()
					? "Wait for that process and try again. If it is gone, release its lock with --migrate=unlock --migrate.yes."
					: "Wait for that process and try again.");
	}

	private LockNotAcquiredException(LockStatus lock, String problem, String wayOut) {
		super(problem, wayOut, null);
		this.lock = lock;
	}

	/** Nobody can take a lock from a process that is there. */
	static LockNotAcquiredException alive(LockStatus lock) {
		return new LockNotAcquiredException(lock,
				"The migration lock is " + holder(lock) + ", and that process is alive. Nothing was released.",
				"Wait for it, or end that process: its lock goes with it.");
	}

	/** Somebody has the lock who must have thought that we were gone. */
	static LockNotAcquiredException lost(LockStatus lock) {
		return new LockNotAcquiredException(lock,
				"The migration lock was lost: this process did not renew it in time, and it is " + holder(lock)
						+ " now. What was begun was rolled back.",
				"Run it again. If that happens often, give the migrations a pool of at least two connections.");
	}

	/**
	 * Return the lock.
	 * @return the lock as it was when the wait ended
	 */
	public LockStatus lock() {
		return this.lock;
	}

	static String holder(LockStatus lock) {
		return lock.held() ? "held by " + lock.by() + ((lock.since() != null) ? " since " + lock.since() : "")
				: "out of reach while another process is writing to the database";
	}

}
