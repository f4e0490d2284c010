package io.soundshare.migrations.boot.command;

import io.soundshare.migrations.model.DataLossException;
import io.soundshare.migrations.model.DestructionRefusedException;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.LockNotAcquiredException;

/**
 * Exit codes of a process in command mode.
 */
enum ExitCode {

	DONE(0, "done, also when there was nothing to do"), FAILED(1, "failed"),
	USAGE(2, "wrong usage, an unknown target, or what the settings forbid"),
	DIFFERENT(3, "check, rehearse, backup:verify or --migrate.strict found something"),
	LOCKED(4, "the migration lock was not obtained");

	private final int value;

	private final String meaning;

	ExitCode(int value, String meaning) {
		this.value = value;
		this.meaning = meaning;
	}

	int value() {
		return this.value;
	}

	String meaning() {
		return this.meaning;
	}

	static ExitCode of(Throwable failure) {
		for (Throwable link = failure; link != null; link = link.getCause()) {
			if (link instanceof UsageException || link instanceof InvalidTargetException
					|| link instanceof DestructionRefusedException || link instanceof DataLossException) {
				return USAGE;
			}
			if (link instanceof LockNotAcquiredException) {
				return LOCKED;
			}
		}
		return FAILED;
	}

}
