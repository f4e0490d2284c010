package io.soundshare.migrations.model;

import java.util.List;

import io.soundshare.migrations.model.Remedy.Kind;

/**
 * The database holds revisions this build does not know, and the settings forbid to go on
 * with it.
 */
public final class DatabaseAheadException extends MigrationException {

	private final List<Revision> revisions;

	DatabaseAheadException(List<Revision> revisions) {
		super(Wording.of("The database is ahead of this build by " + count(revisions.size(), "revision") + ":"
				+ lines(revisions)),
				Wording.format("Start the build that brought them, or let it undo them first with %s."
						+ System.lineSeparator() + "To start all the same, %s.", Kind.DOWNGRADE.of("TARGET"),
						Kind.AHEAD.of("warn")),
				null);
		this.revisions = List.copyOf(revisions);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.AHEAD;
	}

	/**
	 * Return what this build does not know.
	 * @return the unknown revisions
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

}
