package io.soundshare.migrations.boot.actuate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The status of a database as it was read lately, or why it could not be read. Reading it
 * asks the database, which is too much for what is asked every few seconds. Its age is
 * measured by a clock that nobody sets. Those who find it too old read at once, and do
 * not wait for each other: the source sees to it that they share what they read.
 */
final class StatusReading {

	private final Supplier<MigrationStatus> source;

	private final long timeToLiveNanos;

	private final LongSupplier nanos;

	private volatile @Nullable Result result;

	StatusReading(Supplier<MigrationStatus> source, Duration timeToLive) {
		this(source, timeToLive, System::nanoTime);
	}

	/**
	 * Create a reading.
	 * @param nanos a monotonic clock, as {@link System#nanoTime()}
	 */
	StatusReading(Supplier<MigrationStatus> source, Duration timeToLive, LongSupplier nanos) {
		this.source = source;
		this.timeToLiveNanos = TimeUnit.NANOSECONDS.convert(timeToLive);
		this.nanos = nanos;
	}

	Result get() {
		Result known = this.result;
		if (known == null || this.nanos.getAsLong() - known.readNanos() >= this.timeToLiveNanos) {
			known = read();
			this.result = known;
		}
		return known;
	}

	private Result read() {
		try {
			return new Result(this.source.get(), null, this.nanos.getAsLong());
		}
		catch (MigrationException ex) {
			return new Result(null, ex, this.nanos.getAsLong());
		}
	}

	/**
	 * One of both.
	 *
	 * @param status the status
	 * @param failure why there is none
	 * @param readNanos when it was read
	 */
	record Result(@Nullable MigrationStatus status, @Nullable MigrationException failure, long readNanos) {

	}

}
