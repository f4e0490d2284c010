package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationStatus;

/**
 * The command that follows a migration of another process: each revision as the journal
 * has it, until nobody holds the lock.
 */
final class WatchCommand {

	private static final long PAUSE_MILLIS = 500;

	private final Migrations migrations;

	private final PrintStream out;

	/** The number of the last entry that was told. */
	private long last;

	WatchCommand(Migrations migrations, PrintStream out) {
		this.migrations = migrations;
		this.out = out;
	}

	CommandOutput run() {
		LockStatus lock = this.migrations.lock();
		if (!lock.held()) {
			return end("Nobody migrates. ");
		}
		for (JournalEntry entry : journal()) {
			if (entry.outcome() == JournalEntry.Outcome.STARTED) {
				break;
			}
			this.last = entry.id();
		}
		this.out.println("Lock: " + TextReport.lock(lock));
		while (this.migrations.lock().held()) {
			tell();
			pause();
		}
		tell();
		return end("Done. ");
	}

	/** Tell what has ended. What is being written may keep everybody from reading. */
	private void tell() {
		for (JournalEntry entry : journal()) {
			if (entry.id() <= this.last) {
				continue;
			}
			if (entry.outcome() == JournalEntry.Outcome.STARTED) {
				return;
			}
			this.out.println(TextReport.entry(entry));
			this.last = entry.id();
		}
	}

	/** The journal, the oldest entry first. */
	private List<JournalEntry> journal() {
		try {
			List<JournalEntry> entries = new ArrayList<>(this.migrations.journal());
			Collections.reverse(entries);
			return entries;
		}
		catch (LockNotAcquiredException ex) {
			return List.of();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while watching", ex);
		}
	}

	private CommandOutput end(String what) {
		MigrationStatus status = this.migrations.status();
		return new CommandOutput(what + "Current: " + TextReport.current(status), Map.of(), ExitCode.DONE);
	}

}
