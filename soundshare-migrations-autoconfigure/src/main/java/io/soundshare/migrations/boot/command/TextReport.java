package io.soundshare.migrations.boot.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.KeptRows;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Undo;
import org.jspecify.annotations.Nullable;

/**
 * Results of the reading commands, as a person reads them on a terminal.
 */
final class TextReport {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.UTC);

	private TextReport() {
	}

	static String current(MigrationStatus status) {
		Revision current = status.current();
		Revision head = status.head();
		if (current == null) {
			return "(base)";
		}
		if (!current.head() && status.state() == SchemaState.UP_TO_DATE && head != null) {
			return current.name() + marks(current, false) + " (up to date; head " + head.name()
					+ " was applied before it)";
		}
		return current.name() + marks(current, false);
	}

	static String history(MigrationStatus status, int width) {
		List<Revision> revisions = new ArrayList<>(status.pending());
		Collections.reverse(revisions);
		status.history().stream().filter((revision) -> !revisions.contains(revision)).forEach(revisions::add);
		if (revisions.isEmpty()) {
			return "(no revisions)";
		}
		TextTable table = new TextTable().row("REVISION", "STATE", "APPLIED (UTC)", "TOOK", "AUTHOR", "DEPLOYMENT",
				"SUMMARY");
		for (Revision revision : revisions) {
			table.row(revision.name() + marks(revision, true), state(revision), date(revision.appliedAt()),
					took(revision.durationMillis()), revision.author(), orEmpty(revision.deployment()),
					revision.summary());
		}
		return table.render(width);
	}

	static String journal(List<JournalEntry> journal, int width) {
		if (journal.isEmpty()) {
			return "(no entries)";
		}
		TextTable table = new TextTable().row("STARTED (UTC)", "OPERATION", "REVISION", "OUTCOME", "TOOK", "BY",
				"APPLICATION", "MESSAGE");
		for (JournalEntry entry : journal) {
			table.row(date(entry.started()), entry.operation(), entry.revision(),
					entry.outcome().name().toLowerCase(Locale.ROOT), took(entry.durationMillis()), entry.by(),
					(orEmpty(entry.application()) + " " + orEmpty(entry.version())).strip(),
					firstLine(entry.message()));
		}
		return table.render(width);
	}

	/** What was done with a revision, in one line. */
	static String entry(JournalEntry entry) {
		String done = switch (entry.action()) {
			case APPLY -> "up";
			case REVERT -> "down";
			case MARK -> "mark";
			case UNMARK -> "unmark";
		};
		String took = took(entry.durationMillis());
		String outcome = (entry.outcome() == JournalEntry.Outcome.DONE) ? ""
				: "  " + entry.outcome().name().toLowerCase(Locale.ROOT) + " " + firstLine(entry.message());
		return Printable.line(done + "  " + entry.revision() + (took.isEmpty() ? "" : "  (" + took + ")") + outcome);
	}

	static String status(MigrationStatus status) {
		TextTable table = new TextTable()
			.row("Database",
					status.database().product() + " " + status.database().version() + "  "
							+ orEmpty(status.database().url())
							+ ((status.database().note() != null) ? ", which " + status.database().note() : ""))
			.row("State", status.state().name())
			.row("Current", line(status.current(), "(base)"))
			.row("Head", line(status.head(), "(none)"))
			.row("Lock", lock(status.lock()));
		Backup backup = status.backup();
		if (backup != null) {
			table.row("Backup", backup.name() + ", " + BackupCommands.age(backup) + " old"
					+ (backup.verified() ? "" : ", not verified"));
		}
		table.row("Applied", counted(status.history(), Revision::isMarked, "only marked as run"))
			.row("Pending",
					counted(status.pending(), (revision) -> revision.skipped() != null, "skipped by the last upgrade"));
		StringBuilder text = new StringBuilder(table.render());
		list(text, "Pending", status.outstanding());
		skipped(text, status.pending());
		list(text, "Unknown to this build", status.unknown());
		list(text, "Changed since they were applied", status.changed());
		kept(text, status.kept());
		return text.toString();
	}

	private static void kept(StringBuilder text, List<KeptRows> kept) {
		if (!kept.isEmpty()) {
			TextTable table = new TextTable();
			kept.forEach(
					(one) -> table.row("  " + one.table(), Printable.line(one.place()) + " (" + one.rows() + " row(s))",
							"since " + date(one.since()) + " UTC"));
			text.append("\n\nKept of what was dropped\n").append(table.render());
		}
	}

	/** A status that could not be read. */
	static String status(LockNotAcquiredException failure) {
		return new TextTable().row("State", "not known. " + failure.problem())
			.row("Lock", failure.lock().held() ? lock(failure.lock()) : "not known")
			.render();
	}

	static String show(RevisionDetail detail) {
		Revision revision = detail.revision();
		TextTable table = new TextTable().row("Revision", revision.name() + marks(revision, true));
		rowUnlessEmpty(table, "Summary", revision.summary());
		table.row("Author", revision.author()).row("File", revision.path());
		table.row("State", state(revision));
		rowUnlessEmpty(table, "Skipped", firstLine(revision.skipped()));
		rowUnlessEmpty(table, "Applied", revision.isApplied() ? date(revision.appliedAt()) + " UTC" : "");
		rowUnlessEmpty(table, "Deployment", orEmpty(revision.deployment()));
		rowUnlessEmpty(table, "Tag", orEmpty(revision.tag()));
		rowUnlessEmpty(table, "Labels", String.join(", ", revision.labels()));
		rowUnlessEmpty(table, "Contexts", String.join(", ", revision.contexts()));
		rowUnlessEmpty(table, "Undo", undo(revision));
		rowUnlessEmpty(table, "Checksum", orEmpty(revision.checksum()));
		rowUnlessEmpty(table, "Changes", String.join("; ", detail.changes()));
		StringBuilder text = new StringBuilder(table.render());
		sql(text, "Upgrade", detail.upgradeSql(), "(not known without running it)");
		sql(text, "Downgrade", detail.downgradeSql(),
				revision.reversible() ? "(not known without running it)" : irreversible(revision));
		return text.toString();
	}

	private static String undo(Revision revision) {
		Undo undo = revision.undo();
		List<String> parts = new ArrayList<>();
		parts.add(ProgressText.how(undo));
		if (undo.reason() != null) {
			parts.add(undo.reason());
		}
		undo.loses().forEach((place) -> parts.add("loses " + place));
		undo.restores().forEach((place) -> parts.add("restores " + place));
		return Printable.line(String.join("; ", parts));
	}

	private static void rowUnlessEmpty(TextTable table, String title, String value) {
		if (!value.isEmpty()) {
			table.row(title, value);
		}
	}

	static String lock(LockStatus lock) {
		return lock.held() ? "held by " + Printable.line(orEmpty(lock.by()))
				+ ((lock.since() != null) ? " since " + date(lock.since()) + " UTC" : "") : "free";
	}

	private static String state(Revision revision) {
		if (revision.isMarked() && revision.state() == RevisionState.APPLIED) {
			return "marked";
		}
		return (revision.skipped() != null) ? "skipped" : revision.state().name().toLowerCase(Locale.ROOT);
	}

	private static String counted(List<Revision> revisions, Predicate<Revision> special, String what) {
		long number = revisions.stream().filter(special).count();
		return revisions.size() + ((number != 0) ? " (" + number + " " + what + ")" : "");
	}

	private static void skipped(StringBuilder text, List<Revision> pending) {
		List<Revision> skipped = pending.stream().filter((revision) -> revision.skipped() != null).toList();
		if (!skipped.isEmpty()) {
			TextTable table = new TextTable();
			skipped.forEach((revision) -> table.row("  " + revision.name(), firstLine(revision.skipped())));
			text.append("\n\nSkipped by the last upgrade\n").append(table.render());
		}
	}

	private static String irreversible(Revision revision) {
		List<String> changes = revision.irreversibleChanges();
		return "(cannot be undone: " + (changes.isEmpty() ? "no rollback"
				: "no rollback, and none can be derived from " + String.join("; ", changes)) + ")";
	}

	private static String firstLine(@Nullable String text) {
		return orEmpty(text).lines().findFirst().orElse("");
	}

	private static void list(StringBuilder text, String title, List<Revision> revisions) {
		if (revisions.isEmpty()) {
			return;
		}
		TextTable table = new TextTable();
		revisions.forEach((revision) -> table.row("  " + revision.name(), revision.summary(), revision.path()));
		text.append("\n\n").append(title).append('\n').append(table.render());
	}

	private static void sql(StringBuilder text, String title, @Nullable List<String> statements, String none) {
		text.append("\n\n").append(title).append('\n');
		if (statements == null || statements.isEmpty()) {
			text.append((statements != null) ? "(nothing)" : none);
			return;
		}
		text.append(String.join("\n", statements.stream().map((sql) -> sql.endsWith(";") ? sql : sql + ";").toList()));
	}

	private static String marks(Revision revision, boolean withCurrent) {
		return ((withCurrent && revision.current()) ? " (current)" : "") + (revision.head() ? " (head)" : "")
				+ ((!withCurrent && revision.isMarked()) ? " (marked)" : "");
	}

	private static String line(@Nullable Revision revision, String none) {
		return (revision != null) ? revision.name() + "  " + revision.summary() : none;
	}

	private static String date(@Nullable Instant instant) {
		return (instant != null) ? DATE.format(instant) : "";
	}

	private static String took(@Nullable Long millis) {
		return (millis != null) ? millis + " ms" : "";
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
