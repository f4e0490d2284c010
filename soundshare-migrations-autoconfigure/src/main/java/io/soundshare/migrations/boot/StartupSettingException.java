package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.ErrorCode;
import io.soundshare.migrations.model.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of an application that does not let its schema be migrated.
 */
final class StartupSettingException extends MigrationException {

	StartupSettingException(String problem, String wayOut, @Nullable Throwable cause) {
		super(problem, wayOut, cause);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.STARTUP_SETTING;
	}

}
