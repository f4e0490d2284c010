package io.soundshare.migrations.engine.catalog;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReference;

import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * The changelog as the last reader has parsed it. It is not made to be shared: whoever
 * takes it has it alone, and whoever comes meanwhile parses it again.
 */
public final class ParsedChangelog {

	private final AtomicReference<SoftReference<@Nullable DatabaseChangeLog>> left = new AtomicReference<>(
			new SoftReference<>(null));

	public @Nullable DatabaseChangeLog take() {
		return this.left.getAndSet(new SoftReference<>(null)).get();
	}

	public void leave(@Nullable DatabaseChangeLog changelog) {
		this.left.set(new SoftReference<>(changelog));
	}

}
