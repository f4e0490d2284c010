package io.soundshare.migrations.model;

import java.util.List;

/**
 * Applied revisions were edited in the changelog, so that database and changelog no
 * longer mean the same. Liquibase refuses to go on, and so do we.
 */
public final class ChangedRevisionException extends MigrationException {

	private final List<Revision> revisions;

	public ChangedRevisionException(List<Revision> revisions) {
		super(count(revisions.size(), "applied revision") + ((revisions.size() == 1) ? " has" : " have")
				+ " changed since:" + lines(revisions), wayOut(revisions), null);
		this.revisions = List.copyOf(revisions);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.CHANGED;
	}

	/**
	 * Return the changed revisions.
	 * @return the revisions whose stored checksum no longer fits
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

	private static String wayOut(List<Revision> revisions) {
		return "Either restore the file to what was applied and put the change into a new revision,"
				+ System.lineSeparator()
				+ "or, if the edit changes nothing in the database, accept it with 'validCheckSum: "
				+ revisions.get(0).checksum() + "' in the change set.";
	}

}
