package io.soundshare.migrations.boot;

import io.soundshare.migrations.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The application's configuration does not let its schema be migrated.
 */
final class StartupSettingException extends RuntimeException {

	private final String problem;

	private final String wayOut;

	StartupSettingException(String problem, String wayOut, @Nullable Throwable cause) {
		super(problem + " " + wayOut, cause);
		this.problem = problem;
		this.wayOut = wayOut;
	}

	String problem() {
		return Printable.block(this.problem);
	}

	String wayOut() {
		return Printable.block(this.wayOut);
	}

}
