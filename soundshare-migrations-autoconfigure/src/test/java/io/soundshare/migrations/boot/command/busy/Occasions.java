package io.soundshare.migrations.boot.command.busy;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What has happened in this process that should happen only where the application runs.
 */
public final class Occasions {

	private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

	private Occasions() {
	}

	public static void note(String what) {
		SEEN.add(what);
	}

	public static Set<String> seen() {
		return SEEN;
	}

}
