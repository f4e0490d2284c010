package io.soundshare.migrations.model;

import java.util.List;

/**
 * The database holds revisions this build does not know, and the settings forbid to go on
 * with it.
 */
public final class DatabaseAheadException extends MigrationException {

	private final List<Revision> revisions;

	DatabaseAheadException(List<Revision> revisions) {
		super("The database is ahead of this build by " + count(revisions.size(), "revision") + ":" + lines(revisions),
				"Start the build that brought them, or let it undo them first with --migrate=downgrade:TARGET."
						+ System.lineSeparator() + "To start all the same, set soundshare.migrations.ahead=warn.",
				null);
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Return what this build does not know.
	 * @return the unknown revisions
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

}
