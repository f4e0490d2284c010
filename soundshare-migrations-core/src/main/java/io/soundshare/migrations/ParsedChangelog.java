package io.soundshare.migrations;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReference;

import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * The changelog as the last reader has parsed it. It is not made to be shared: whoever
 * takes it has it alone, and whoever comes meanwhile parses it again.
 */
final class ParsedChangelog {

	private final AtomicReference<SoftReference<@Nullable DatabaseChangeLog>> left = new AtomicReference<>(
			new SoftReference<>(null));

	@Nullable DatabaseChangeLog take() {
		return this.left.getAndSet(new SoftReference<>(null)).get();
	}

	void leave(@Nullable DatabaseChangeLog changelog) {
		this.left.set(new SoftReference<>(changelog));
	}

}
