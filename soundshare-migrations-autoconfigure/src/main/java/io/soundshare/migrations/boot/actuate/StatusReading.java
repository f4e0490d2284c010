package io.soundshare.migrations.boot.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import io.soundshare.migrations.MigrationException;
import io.soundshare.migrations.MigrationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The status of a database as it was read lately, or why it could not be read. Reading it
 * parses the changelog, which is too much for what is asked every few seconds.
 */
final class StatusReading {

	private final Supplier<MigrationStatus> source;

	private final Duration timeToLive;

	private final Clock clock;

	private @Nullable Result result;

	private Instant readAt = Instant.MIN;

	StatusReading(Supplier<MigrationStatus> source, Duration timeToLive, Clock clock) {
		this.source = source;
		this.timeToLive = timeToLive;
		this.clock = clock;
	}

	/** One reads, the others wait for it. */
	synchronized Result get() {
		Instant now = this.clock.instant();
		Result known = this.result;
		if (known == null || Duration.between(this.readAt, now).compareTo(this.timeToLive) >= 0) {
			known = read();
			this.result = known;
			this.readAt = this.clock.instant();
		}
		return known;
	}

	private Result read() {
		try {
			return new Result(this.source.get(), null);
		}
		catch (MigrationException ex) {
			return new Result(null, ex);
		}
	}

	/**
	 * One of both.
	 *
	 * @param status the status
	 * @param failure why there is none
	 */
	record Result(@Nullable MigrationStatus status, @Nullable MigrationException failure) {

	}

}
