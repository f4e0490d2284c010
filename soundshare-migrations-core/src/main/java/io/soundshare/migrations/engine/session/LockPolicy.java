package io.soundshare.migrations.engine.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The patience with those who have the migration lock.
 *
 * @param longestWait how long to wait for it, {@code null} for as long as Liquibase does
 * @param staleAfter when a lock of stock Liquibase is taken over, if nothing else tells
 * whether its holder is alive
 */
public record LockPolicy(@Nullable Duration longestWait, Duration staleAfter) {

	public LockPolicy {
		if (longestWait != null && longestWait.isNegative()) {
			throw new IllegalArgumentException("The wait for the lock must not be negative: " + longestWait);
		}
		if (staleAfter.isNegative()) {
			throw new IllegalArgumentException("The age of a stale lock must not be negative: " + staleAfter);
		}
	}

}
