package io.soundshare.migrations.model;

import java.util.List;

import io.soundshare.migrations.model.Remedy.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A revision failed while it ran. What ran before it stays; what it had begun was rolled
 * back where the database can roll back DDL.
 */
public final class RevisionFailedException extends MigrationException {

	private final Revision revision;

	private final List<Revision> completed;

	public RevisionFailedException(String operation, Revision revision, List<Revision> completed, boolean whole,
			String reason, @Nullable Wording wayOut, @Nullable Throwable cause) {
		super(Wording.of("The " + operation + " failed at revision " + line(revision) + ":" + System.lineSeparator()
				+ "  " + reason.strip().replaceAll("\\R\\s*", System.lineSeparator() + "  ")),
				Wording.format("%s%s run the %s again.",
						whole ? Wording.format("Nothing of the %s stays, since all of it is one transaction (%s). ",
								operation, Kind.TRANSACTION.of("deployment")) : before(completed.size()),
						(wayOut != null) ? Wording.format("%s Then", wayOut)
								: "Mend the change set or what it meets, then",
						operation),
				cause);
		this.revision = revision;
		this.completed = whole ? List.of() : List.copyOf(completed);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.REVISION_FAILED;
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

	private static String before(int completed) {
		if (completed == 0) {
			return "";
		}
		return count(completed, "revision") + " before it "
				+ ((completed != 1) ? "are done and stay. " : "is done and stays. ");
	}

}
