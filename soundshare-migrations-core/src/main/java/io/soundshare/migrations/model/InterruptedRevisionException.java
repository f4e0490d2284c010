package io.soundshare.migrations.model;

import io.soundshare.migrations.model.Remedy.Kind;

/**
 * A process died in the middle of a revision that does not run in a transaction: how much
 * of it is there only a person can tell.
 */
public final class InterruptedRevisionException extends MigrationException {

	private final JournalEntry entry;

	public InterruptedRevisionException(JournalEntry entry, String revision) {
		super(Wording.of("Revision " + revision + " (" + Printable.line(entry.path()) + ") was being "
				+ (isUpgrade(entry) ? "applied" : "undone") + " by " + entry.by() + " since " + entry.started()
				+ ", outside a transaction, when that process died. Any part of it may be there. Nothing was run."),
				Wording.format("See what it does with %s, and how much of that is there. %s", Kind.SHOW.of(revision),
						wayOut(entry, revision)),
				null);
		this.entry = entry;
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.INTERRUPTED;
	}

	/**
	 * Return what the journal says of it.
	 * @return the entry
	 */
	public JournalEntry entry() {
		return this.entry;
	}

	private static boolean isUpgrade(JournalEntry entry) {
		return entry.action() == Step.Action.APPLY || entry.action() == Step.Action.MARK;
	}

	private static Wording wayOut(JournalEntry entry, String revision) {
		return isUpgrade(entry)
				? Wording.format("If all of it: %s. If not: undo that part, then %s.", Kind.STAMP.of(revision),
						Kind.RETRY_UPGRADE.remedy())
				: Wording.format("If none of it any more: %s. If some: restore it, then %s.", Kind.STAMP.of("-1"),
						Kind.RETRY_DOWNGRADE.of("-1"));
	}

}
