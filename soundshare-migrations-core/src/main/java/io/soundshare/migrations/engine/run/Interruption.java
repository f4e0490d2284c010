package io.soundshare.migrations.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.soundshare.migrations.engine.catalog.RevisionCatalog;
import io.soundshare.migrations.engine.journal.JournalIndex;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.InterruptedRevisionException;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Revision;
import liquibase.Scope;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Finds what began outside a transaction and never ended: its process died in the middle.
 * Only for whoever holds the lock; for anybody else it may be running.
 */
public final class Interruption {

	private final LiquibaseSession session;

	private final RevisionCatalog catalog;

	public Interruption(LiquibaseSession session, RevisionCatalog catalog) {
		this.session = session;
		this.catalog = catalog;
	}

	/**
	 * Refuse to go on as long as nobody has looked after it.
	 * @param plan what is to be done; a stamp or a reset is somebody's answer
	 * @throws InterruptedRevisionException if there is something left
	 */
	public void check(Plan plan) throws DatabaseException {
		List<JournalEntry> answered = new ArrayList<>();
		for (JournalEntry entry : this.catalog.unfinished()) {
			Revision revision = revision(entry);
			if (isDone(entry, revision)) {
				end(this.session, List.of(entry), Outcome.DONE);
			}
			else if (plan.operation() == Operation.RESET
					|| (plan.operation() == Operation.STAMP && plan.revisions().contains(revision))) {
				answered.add(entry);
			}
			else {
				throw new InterruptedRevisionException(entry,
						(revision != null) ? revision.name() : Printable.line(entry.key()));
			}
		}
		end(this.session, answered, Outcome.INTERRUPTED);
	}

	public static List<JournalEntry> forget(LiquibaseSession session) throws DatabaseException {
		List<JournalEntry> unfinished = new JournalIndex(JournalTable.of(session).read()).unfinished();
		end(session, unfinished, Outcome.INTERRUPTED);
		return unfinished;
	}

	/** Only the last word of it was missing. */
	private static boolean isDone(JournalEntry entry, @Nullable Revision revision) {
		return switch (entry.action()) {
			case APPLY, MARK ->
				revision != null && revision.isApplied() && Objects.equals(revision.deployment(), entry.deployment());
			case REVERT, UNMARK -> revision == null || !revision.isApplied();
		};
	}

	private @Nullable Revision revision(JournalEntry entry) {
		String key = entry.key().toLowerCase(Locale.ROOT);
		return this.catalog.revisions()
			.all()
			.stream()
			.filter((revision) -> revision.key().toLowerCase(Locale.ROOT).equals(key))
			.findFirst()
			.orElse(null);
	}

	private static void end(LiquibaseSession session, List<JournalEntry> entries, Outcome outcome)
			throws DatabaseException {
		for (JournalEntry entry : entries) {
			Scope.getCurrentScope()
				.getLog(Interruption.class)
				.warning("The process that began " + entry.key() + " at " + entry.started() + " has died: "
						+ ((outcome == Outcome.DONE) ? "it was done by then" : "it counts as looked after"));
			JournalTable.of(session).end(entry.ended(outcome, null, "its process died"));
		}
		session.database().commit();
	}

}
