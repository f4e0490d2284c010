package io.soundshare.migrations.model;

import java.util.List;

/**
 * Revisions are pending where none may be.
 */
public final class PendingRevisionException extends MigrationException {

	private final List<Revision> revisions;

	public PendingRevisionException(List<Revision> revisions) {
		super(count(revisions.size(), "revision") + ((revisions.size() == 1) ? " is" : " are") + " pending:"
				+ lines(revisions),
				"Apply them with --migrate=upgrade, or let the application do it with soundshare.migrations.startup=upgrade.",
				null);
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Return what is pending.
	 * @return the pending revisions, in changelog order
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

}
