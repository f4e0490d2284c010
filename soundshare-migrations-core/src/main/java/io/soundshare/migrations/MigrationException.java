package io.soundshare.migrations;

import org.jspecify.annotations.Nullable;

/**
 * Something a person has to know: what is wrong with which thing, then the way out. The
 * subclasses carry what the text is made from.
 */
public abstract sealed class MigrationException extends RuntimeException permits AutogenerateException,
		ChangedRevisionException, DatabaseAccessException, DatabaseAheadException, InvalidChangelogException,
		InterruptedRevisionException, InvalidTargetException, IrreversibleRevisionException, LockNotAcquiredException,
		PendingRevisionException, RevisionFailedException, RevisionFileException, TransactionRefusedException {

	private final String problem;

	private final String wayOut;

	MigrationException(String problem, String wayOut, @Nullable Throwable cause) {
		super(problem + System.lineSeparator() + wayOut, cause);
		this.problem = problem;
		this.wayOut = wayOut;
	}

	/**
	 * Return what is wrong.
	 * @return one or more lines
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * Return what the reader can do about it.
	 * @return one or more lines
	 */
	public String wayOut() {
		return this.wayOut;
	}

	static String lines(Iterable<Revision> revisions) {
		StringBuilder lines = new StringBuilder();
		for (Revision revision : revisions) {
			lines.append(System.lineSeparator()).append("  ").append(line(revision));
		}
		return lines.toString();
	}

	static String line(Revision revision) {
		String summary = revision.summary();
		return revision.name() + (summary.isEmpty() ? "" : "  " + summary) + "  (" + revision.path() + ")";
	}

	static String count(int number, String noun) {
		return number + " " + noun + ((number != 1) ? "s" : "");
	}

}
