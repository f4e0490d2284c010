package io.soundshare.migrations.model;

import java.util.List;

import io.soundshare.migrations.model.Remedy.Kind;

/**
 * Revisions are pending where none may be.
 */
public final class PendingRevisionException extends MigrationException {

	private final List<Revision> revisions;

	public PendingRevisionException(List<Revision> revisions) {
		super(Wording.of(count(revisions.size(), "revision") + ((revisions.size() == 1) ? " is" : " are") + " pending:"
				+ lines(revisions)),
				Wording.format("Apply them with %s, or let the application do it with %s.", Kind.UPGRADE.remedy(),
						Kind.STARTUP.of("upgrade")),
				null);
		this.revisions = List.copyOf(revisions);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.PENDING;
	}

	/**
	 * Return what is pending.
	 * @return the pending revisions, in changelog order
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

}
