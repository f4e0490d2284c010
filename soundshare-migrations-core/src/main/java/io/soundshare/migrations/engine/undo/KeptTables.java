package io.soundshare.migrations.engine.undo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.KeptRows;
import io.soundshare.migrations.model.Printable;
import liquibase.Scope;
import liquibase.exception.DatabaseException;

/**
 * The tables that hold what was dropped, until their time is over.
 */
public final class KeptTables {

	private final LiquibaseSession session;

	private final List<JournalEntry> journal;

	private KeptTables(LiquibaseSession session, List<JournalEntry> journal) {
		this.session = session;
		this.journal = journal;
	}

	public static KeptTables of(LiquibaseSession session) throws DatabaseException {
		return new KeptTables(session, JournalTable.of(session).read());
	}

	/** What is kept, as the journal tells, the oldest first. */
	public static List<KeptRows> rows(List<JournalEntry> journal) {
		List<KeptRows> rows = new ArrayList<>();
		for (JournalEntry entry : journal) {
			UndoSummary summary = UndoSummary.parse(entry.details());
			if (summary != null) {
				summary.kept()
					.forEach((kept) -> rows.add(new KeptRows(kept.name(), kept.place().toString(), kept.rows(),
							entry.key(), entry.started())));
			}
		}
		return rows;
	}

	/** Take note that all of them are gone, with everything else there was to undo. */
	public void forget() throws DatabaseException {
		UndoTable.of(this.session).clear();
		for (JournalEntry entry : this.journal) {
			UndoSummary summary = UndoSummary.parse(entry.details());
			if (summary != null && !summary.kept().isEmpty()) {
				forget(entry, summary);
			}
		}
	}

	private void forget(JournalEntry entry, UndoSummary summary) throws DatabaseException {
		JournalTable.of(this.session).end(entry.with(summary.without(summary.kept()).text()));
		this.session.database().commit();
	}

	/** Drop those whose time is over. Only for whoever holds the lock. */
	public void sweep() throws DatabaseException {
		Instant oldest = Clock.systemUTC().instant().minus(this.session.settings().undo().keepDropped());
		for (JournalEntry entry : this.journal) {
			UndoSummary summary = UndoSummary.parse(entry.details());
			if (summary != null && !summary.kept().isEmpty() && entry.started().isBefore(oldest)) {
				for (Kept kept : summary.kept()) {
					new UndoRun(this.session).drop(kept);
					Scope.getCurrentScope()
						.getLog(KeptTables.class)
						.info("Dropped " + kept.name() + ", which held the " + kept.rows() + " row(s) of "
								+ Printable.line(kept.place().toString()) + " since " + entry.started());
				}
				forget(entry, summary);
			}
		}
	}

}
