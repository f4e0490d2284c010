package io.soundshare.migrations.model;

import java.util.List;

/**
 * An operation is to be one transaction, and cannot be.
 */
public final class TransactionRefusedException extends MigrationException {

	private final List<Revision> revisions;

	public TransactionRefusedException(Operation operation, List<Revision> revisions, String reason) {
		super("The " + operation + " cannot be one transaction: " + reason, (revisions.isEmpty()
				? "Set soundshare.migrations.transaction=change-set for this database."
				: "Apply or undo those by themselves with soundshare.migrations.transaction=change-set, and the rest before and after.")
				+ " Nothing was run.", null);
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Return the revisions that keep it from being one.
	 * @return the revisions, in the order they would run; empty if it is the database
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

}
