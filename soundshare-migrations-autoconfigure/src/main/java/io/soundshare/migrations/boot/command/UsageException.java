package io.soundshare.migrations.boot.command;

import io.soundshare.migrations.model.ErrorCode;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Printable;

/**
 * Failure to make sense of the arguments: nothing was started. Both texts are one line
 * each, since they repeat what somebody has typed.
 */
final class UsageException extends MigrationException {

	UsageException(String problem, String wayOut) {
		super(Printable.line(problem), Printable.line(wayOut), null);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.USAGE;
	}

}
