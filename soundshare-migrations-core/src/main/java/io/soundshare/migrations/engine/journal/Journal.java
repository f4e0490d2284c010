package io.soundshare.migrations.engine.journal;

import java.time.Clock;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Step;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journal of one operation. Only whoever holds the lock writes.
 */
public final class Journal {

	private final JournalTable table;

	private final Operation operation;

	private final Origin origin;

	private final Clock clock = Clock.systemUTC();

	private long last;

	private Journal(JournalTable table, Operation operation, Origin origin, long last) {
		this.table = table;
		this.operation = operation;
		this.origin = origin;
		this.last = last;
	}

	public static Journal open(JournalTable table, Operation operation, Origin origin) throws DatabaseException {
		table.prepare();
		return new Journal(table, operation, origin, table.lastId());
	}

	/** An entry for what begins now; not written yet. */
	public JournalEntry begin(Step.Action action, ChangeSet changeSet, @Nullable String details) {
		this.last++;
		return new JournalEntry(this.last, this.operation.toString(), action, changeSet.getId(), changeSet.getAuthor(),
				DatabaseChangeLog.normalizePath(changeSet.getFilePath()), Scope.getCurrentScope().getDeploymentId(),
				this.origin.user(), this.origin.host(), this.origin.application(), this.origin.version(),
				this.clock.instant(), null, JournalEntry.Outcome.STARTED, null, details);
	}

	public void write(JournalEntry entry) throws DatabaseException {
		this.table.insert(entry);
	}

	/** Write how an entry ended that was written when it began. */
	public void end(JournalEntry entry) throws DatabaseException {
		this.table.end(entry);
	}

}
