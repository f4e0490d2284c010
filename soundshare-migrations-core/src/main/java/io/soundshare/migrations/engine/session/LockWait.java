package io.soundshare.migrations.engine.session;

import java.time.Duration;
import java.util.function.Supplier;

import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Tries to take the lock until it has it or the time is over, and says who has it
 * meanwhile.
 */
public final class LockWait {

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(10);

	private final Duration wait;

	private final long start = System.nanoTime();

	private Duration pause = SHORTEST_PAUSE;

	private long said = this.start - BETWEEN_MESSAGES.toNanos();

	private LockWait(Duration wait) {
		this.wait = wait;
	}

	/** A wait that begins now. */
	static LockWait of(LockPolicy policy) {
		Duration configured = policy.longestWait();
		return new LockWait((configured != null) ? configured
				: Duration.ofMinutes(GlobalConfiguration.CHANGELOGLOCK_WAIT_TIME.getCurrentValue()));
	}

	/**
	 * Try until it succeeds.
	 * @throws LockNotAcquiredException if it does not in time
	 */
	public void until(Attempt attempt) throws LiquibaseException {
		for (LockStatus other = attempt.run(); other != null; other = attempt.run()) {
			waitFor(other);
		}
	}

	/**
	 * Do something that another process may keep from so much as looking at the database:
	 * again, until it is let.
	 * @throws LockNotAcquiredException if it is not in time
	 */
	<T> T untilLet(Supplier<T> work) {
		while (true) {
			try {
				return work.get();
			}
			catch (LockNotAcquiredException ex) {
				if (!ex.isWorthAnotherTry()) {
					throw ex;
				}
				waitFor(ex.lock());
			}
		}
	}

	private void waitFor(LockStatus other) {
		long now = System.nanoTime();
		if (now - this.start >= this.wait.toNanos()) {
			throw new LockNotAcquiredException(other, this.wait);
		}
		if (now - this.said >= BETWEEN_MESSAGES.toNanos()) {
			this.said = now;
			Scope.getCurrentScope()
				.getLog(LockWait.class)
				.warning("Waiting for the migration lock, " + LockNotAcquiredException.holder(other));
		}
		try {
			Thread.sleep(this.pause.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LockNotAcquiredException(other, this.wait);
		}
		Duration longer = this.pause.multipliedBy(2);
		this.pause = (longer.compareTo(LONGEST_PAUSE) < 0) ? longer : LONGEST_PAUSE;
	}

	/**
	 * Takes the lock.
	 */
	@FunctionalInterface
	public interface Attempt {

		/**
		 * Try once.
		 * @return who else has it; {@code null} if it was taken
		 */
		@Nullable LockStatus run() throws LiquibaseException;

	}

}
