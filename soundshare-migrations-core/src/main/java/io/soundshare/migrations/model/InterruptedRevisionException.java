package io.soundshare.migrations.model;

/**
 * A process died in the middle of a revision that does not run in a transaction: how much
 * of it is there only a person can tell.
 */
public final class InterruptedRevisionException extends MigrationException {

	private final JournalEntry entry;

	public InterruptedRevisionException(JournalEntry entry, String revision) {
		super("Revision " + revision + " (" + Printable.line(entry.path()) + ") was being "
				+ (isUpgrade(entry) ? "applied" : "undone") + " by " + entry.by() + " since " + entry.started()
				+ ", outside a transaction, when that process died. Any part of it may be there. Nothing was run.",
				"See what it does with --migrate=show:" + revision + ", and how much of that is there. "
						+ wayOut(entry, revision),
				null);
		this.entry = entry;
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

	private static String wayOut(JournalEntry entry, String revision) {
		return isUpgrade(entry)
				? "If all of it: --migrate=stamp:" + revision
						+ ". If not: undo that part, then --migrate=upgrade --migrate.retry."
				: "If none of it any more: --migrate=stamp:-1. If some: restore it, then --migrate=downgrade:-1 --migrate.retry.";
	}

}
