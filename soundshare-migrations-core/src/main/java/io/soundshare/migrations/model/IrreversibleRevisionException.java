package io.soundshare.migrations.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A downgrade would have to undo revisions that say not how.
 */
public final class IrreversibleRevisionException extends MigrationException {

	private final List<Revision> revisions;

	public IrreversibleRevisionException(List<Revision> revisions) {
		super("The downgrade cannot undo " + count(revisions.size(), "revision") + ", and so nothing was run:"
				+ reasons(revisions), wayOut(revisions), null);
		this.revisions = List.copyOf(revisions);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.IRREVERSIBLE;
	}

	/**
	 * Return the revisions in the way.
	 * @return the irreversible revisions, newest first
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

	private static String reasons(List<Revision> revisions) {
		StringBuilder lines = new StringBuilder();
		for (Revision revision : revisions) {
			lines.append(System.lineSeparator()).append("  ").append(revision.name());
			if (revision.comment() != null) {
				lines.append("  ").append(revision.summary());
			}
			lines.append("  (").append(revision.path()).append(")");
			if (revision.undo().reason() != null) {
				lines.append(System.lineSeparator()).append("    ").append(Printable.line(revision.undo().reason()));
			}
			for (String change : revision.irreversibleChanges()) {
				lines.append(System.lineSeparator()).append("    no way back from ").append(change);
			}
		}
		return lines.toString();
	}

	private static String wayOut(List<Revision> revisions) {
		List<String> ways = new ArrayList<>();
		if (revisions.stream().anyMatch((revision) -> revision.undo().isUnfit())) {
			ways.add("Bring back what is named there as the upgrade had left it, or undo the revision by hand.");
		}
		if (revisions.stream()
			.anyMatch((revision) -> revision.state() != RevisionState.UNKNOWN && !revision.undo().isUnfit())) {
			ways.add("Add a rollback block to the change set, or downgrade to a later target.");
		}
		if (revisions.stream()
			.anyMatch((revision) -> revision.state() == RevisionState.UNKNOWN && !revision.undo().isUnfit())) {
			ways.add("A revision unknown to this build, of which no undo was recorded, "
					+ "can only be undone by the build that brought it.");
		}
		return String.join(System.lineSeparator(), ways);
	}

}
