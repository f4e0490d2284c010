package io.soundshare.migrations.model;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A copy of a database.
 *
 * @param name its name, by which it is restored
 * @param revision the id of the revision the database was at, as far as file names can
 * have it; {@code null} at base
 * @param taken when
 * @param size how many bytes it has
 * @param verified whether it was found to be whole since it was written
 */
public record Backup(String name, @Nullable String revision, Instant taken, long size, boolean verified) {

	/**
	 * Return how old it is.
	 * @param now the time
	 * @return the age
	 */
	public Duration age(Instant now) {
		return Duration.between(this.taken, now);
	}

}
