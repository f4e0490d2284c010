package io.soundshare.migrations;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A revision failed while it ran. What ran before it stays; what it had begun was rolled
 * back where the database can roll back DDL.
 */
public final class RevisionFailedException extends MigrationException {

	private final Revision revision;

	private final List<Revision> completed;

	RevisionFailedException(String operation, Revision revision, List<Revision> completed, String reason,
			@Nullable Throwable cause) {
		super("The " + operation + " failed at revision " + line(revision) + ":" + System.lineSeparator() + "  "
				+ reason.strip().replaceAll("\\R\\s*", System.lineSeparator() + "  "),
				count(completed.size(), "revision") + " before it " + ((completed.size() == 1) ? "is" : "are")
						+ " done and " + ((completed.size() == 1) ? "stays" : "stay")
						+ ". Mend the change set or the data it meets, then run the " + operation + " again.",
				cause);
		this.revision = revision;
		this.completed = List.copyOf(completed);
	}

	/**
	 * Return the revision that failed.
	 * @return the failed revision
	 */
	public Revision revision() {
		return this.revision;
	}

	/**
	 * Return what was done before the failure.
	 * @return the completed revisions, in the order they ran
	 */
	public List<Revision> completed() {
		return this.completed;
	}

}
