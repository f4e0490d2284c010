package io.soundshare.migrations.model;

import java.time.Duration;

import io.soundshare.migrations.model.Remedy.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else held the migration lock for too long, or keeps everybody from reading.
 */
public final class LockNotAcquiredException extends MigrationException {

	private final LockStatus lock;

	private final boolean worthAnotherTry;

	public LockNotAcquiredException(LockStatus lock, Duration waited) {
		this(lock,
				"The migration lock could not be obtained within " + waited.toSeconds() + " s: it is " + holder(lock)
						+ ".",
				lock.held() ? Wording.format(
						"Wait for that process and try again. If it is gone, release its lock with %s.",
						Kind.UNLOCK.remedy()) : Wording.of("Wait for that process and try again."),
				null, false);
	}

	private LockNotAcquiredException(LockStatus lock, String problem, Wording wayOut, @Nullable Throwable cause,
			boolean worthAnotherTry) {
		super(Wording.of(problem), wayOut, cause);
		this.lock = lock;
		this.worthAnotherTry = worthAnotherTry;
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.LOCK_NOT_ACQUIRED;
	}

	/**
	 * SQLite lets nobody read while somebody writes a lot, or begins to write
	 * exclusively.
	 * @param begun whether something may have been done by now
	 */
	public static LockNotAcquiredException keptOut(@Nullable String url, LockStatus lock, boolean begun,
			Throwable cause) {
		return new LockNotAcquiredException(lock,
				"The database" + ((url != null) ? " " + url : "") + " cannot be read just now: "
						+ (lock.held() ? "a migration writes to it, and the lock is " + holder(lock)
								: "another process is writing to it")
						+ ".",
				Wording.of("Wait for that process and try again."), cause, !begun);
	}

	/** Nobody can take a lock from a process that is there. */
	public static LockNotAcquiredException alive(LockStatus lock) {
		return new LockNotAcquiredException(lock,
				"The migration lock is " + holder(lock) + ", and that process is alive. Nothing was released.",
				Wording.of("Wait for it, or end that process: its lock goes with it."), null, false);
	}

	/** Somebody has the lock who must have thought that we were gone. */
	public static LockNotAcquiredException lost(LockStatus lock) {
		return new LockNotAcquiredException(lock, "The migration lock was lost: it is " + (lock
			.held() ? holder(lock) : "held by nobody") + " now. What was begun was rolled back.", Wording
				.of("Run it again. If that happens often, somebody releases locks of processes that are alive, or deletes "
						+ "lock files, or mounts a database without its directory. Where the lock is a lease, give the "
						+ "migrations a pool of at least two connections."),
				null, false);
	}

	/**
	 * Return the lock.
	 * @return the lock as it was when the wait ended
	 */
	public LockStatus lock() {
		return this.lock;
	}

	/** Whether nothing was done yet, so that the same can be tried again. */
	public boolean isWorthAnotherTry() {
		return this.worthAnotherTry;
	}

	public static String holder(LockStatus lock) {
		return lock.held()
				? "held by " + Printable.line(lock.by() + "") + ((lock.since() != null) ? " since " + lock.since() : "")
				: "out of reach while another process is writing to the database";
	}

}
