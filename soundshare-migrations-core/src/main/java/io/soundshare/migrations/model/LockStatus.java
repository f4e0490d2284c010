package io.soundshare.migrations.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The holder of the migration lock, if there is one.
 *
 * @param held whether anybody does
 * @param by the holder, as it named itself
 * @param since when it was taken
 */
public record LockStatus(boolean held, @Nullable String by, @Nullable Instant since) {

	/** Nobody holds it. */
	public static final LockStatus FREE = new LockStatus(false, null, null);

}
