package io.soundshare.migrations.boot.command;

/**
 * The arguments cannot be meant: nothing was started.
 */
final class UsageException extends RuntimeException {

	private final String problem;

	private final String wayOut;

	UsageException(String problem, String wayOut) {
		super(problem + System.lineSeparator() + wayOut);
		this.problem = problem;
		this.wayOut = wayOut;
	}

	String problem() {
		return this.problem;
	}

	String wayOut() {
		return this.wayOut;
	}

}
