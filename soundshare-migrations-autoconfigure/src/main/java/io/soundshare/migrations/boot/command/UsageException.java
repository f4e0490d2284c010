package io.soundshare.migrations.boot.command;

import io.soundshare.migrations.Printable;

/**
 * The arguments cannot be meant: nothing was started. Both texts are one line each, since
 * they repeat what somebody has typed.
 */
final class UsageException extends RuntimeException {

	private final String problem;

	private final String wayOut;

	UsageException(String problem, String wayOut) {
		super(Printable.line(problem) + System.lineSeparator() + Printable.line(wayOut));
		this.problem = Printable.line(problem);
		this.wayOut = Printable.line(wayOut);
	}

	String problem() {
		return this.problem;
	}

	String wayOut() {
		return this.wayOut;
	}

}
