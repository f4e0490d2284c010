package io.soundshare.migrations.model;

import java.util.List;

import io.soundshare.migrations.model.Remedy.Kind;

/**
 * An operation is to be one transaction, and cannot be.
 */
public final class TransactionRefusedException extends MigrationException {

	private final List<Revision> revisions;

	public TransactionRefusedException(Operation operation, List<Revision> revisions, String reason) {
		super(Wording.of("The " + operation + " cannot be one transaction: " + reason),
				Wording.format((revisions.isEmpty() ? "Set %s for this database."
						: "Apply or undo those by themselves with %s, and the rest before and after.")
						+ " Nothing was run.", Kind.TRANSACTION.of("change-set")),
				null);
		this.revisions = List.copyOf(revisions);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.TRANSACTION_REFUSED;
	}

	/**
	 * Return the revisions that keep it from being one.
	 * @return the revisions, in the order they would run; empty if it is the database
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

}
