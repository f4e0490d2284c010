package io.soundshare.migrations;

import java.time.Duration;

import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Tries to take the lock until it has it or the time is over, and says who has it
 * meanwhile.
 */
final class LockWait {

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(10);

	private final Duration wait;

	private LockWait(Duration wait) {
		this.wait = wait;
	}

	static LockWait of(MigrationSettings settings) {
		Duration configured = settings.lockWait();
		return new LockWait((configured != null) ? configured
				: Duration.ofMinutes(GlobalConfiguration.CHANGELOGLOCK_WAIT_TIME.getCurrentValue()));
	}

	/**
	 * Try until it succeeds.
	 * @throws LockNotAcquiredException if it does not in time
	 */
	void until(Attempt attempt) throws LiquibaseException {
		long start = System.nanoTime();
		long said = start - BETWEEN_MESSAGES.toNanos();
		Duration pause = SHORTEST_PAUSE;
		for (LockStatus other = attempt.run(); other != null; other = attempt.run()) {
			long now = System.nanoTime();
			if (now - start >= this.wait.toNanos()) {
				throw new LockNotAcquiredException(other, this.wait);
			}
			if (now - said >= BETWEEN_MESSAGES.toNanos()) {
				said = now;
				Scope.getCurrentScope()
					.getLog(LockWait.class)
					.warning("Waiting for the migration lock, " + LockNotAcquiredException.holder(other));
			}
			pause(pause, other);
			pause = (pause.compareTo(LONGEST_PAUSE.dividedBy(2)) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

	private void pause(Duration pause, LockStatus other) {
		try {
			Thread.sleep(pause.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LockNotAcquiredException(other, this.wait);
		}
	}

	/**
	 * Takes the lock.
	 */
	@FunctionalInterface
	interface Attempt {

		/**
		 * Try once.
		 * @return who else has it; {@code null} if it was taken
		 */
		@Nullable LockStatus run() throws LiquibaseException;

	}

}
