package io.soundshare.migrations.engine.session;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names the change sets that one operation applies together. Liquibase's own commands
 * make one for the JVM only, from the clock: the last ten digits of its milliseconds.
 */
final class DeploymentId {

	private static final AtomicLong LAST = new AtomicLong();

	private DeploymentId() {
	}

	static String next() {
		long next = LAST.updateAndGet((last) -> Math.max(last + 1, System.currentTimeMillis()));
		return String.format(Locale.ROOT, "%010d", next % 10_000_000_000L);
	}

}
