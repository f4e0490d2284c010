package io.soundshare.migrations.engine.recording.postgres;

import org.jspecify.annotations.Nullable;

/**
 * What an object can have or not, and get and lose while it is there.
 *
 * @param value what it has
 * @param set what gives it to the object
 * @param reset what takes it away, if something must before it can get another
 * @param made whether the object has it as soon as it is made
 */
record Property(String value, @Nullable String set, @Nullable String reset, boolean made) {

	static Property later(String value, String set, @Nullable String reset) {
		return new Property(value, set, reset, false);
	}

}
