package io.soundshare.migrations.engine.lock;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Sign of life of a holder where nothing of the database's dies with its session: it
 * writes to the row again and again, and is gone when the row stays as it is. Whoever
 * waits measures that with its own monotonic clock: no two clocks are ever compared,
 * neither two hosts' nor a host's and the database's.
 */
public final class Lease {

	static final Duration BEAT = Duration.ofSeconds(3);

	static final Duration EXPIRY = Duration.ofSeconds(15);

	private final String id = UUID.randomUUID().toString().substring(0, 8);

	private @Nullable String seen;

	private long seenNanos;

	String id() {
		return this.id;
	}

	/**
	 * Whether a holder has not been heard of for too long. To be asked again and again.
	 */
	boolean isExpired(String holder) {
		if (!holder.equals(this.seen)) {
			this.seen = holder;
			this.seenNanos = System.nanoTime();
			return false;
		}
		return System.nanoTime() - this.seenNanos > EXPIRY.toNanos();
	}

}
