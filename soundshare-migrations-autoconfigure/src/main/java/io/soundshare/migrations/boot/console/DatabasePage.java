package io.soundshare.migrations.boot.console;

import java.util.List;
import java.util.function.Consumer;

import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.KeptRows;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Shows where one database stands, on one page.
 */
final class DatabasePage {

	private static final int NEWEST = 200;

	private final Links links;

	private final String database;

	private final boolean all;

	DatabasePage(Links links, String database, boolean all) {
		this.links = links;
		this.database = database;
		this.all = all;
	}

	String render(MigrationStatus status, List<JournalEntry> journal) {
		return new Layout(this.links).render(this.database, this.database, status.lock().held(), (html) -> {
			html.open("p", "class", "state " + Words.tone(status.state()))
				.element("strong", Words.of(status.state()))
				.text(" " + Words.explain(status))
				.close()
				.line();
			news(html, status, journal);
			facts(html, status);
			revisions(html, "unknown", "Unknown to this build", status.unknown());
			revisions(html, "changed", "Changed since they were applied", status.changed());
			pending(html, status.pending());
			new Timeline(html, this.links, this.database).write(journal);
			history(html, status.history());
			kept(html, status.kept());
		});
	}

	/** What is going on, and what went wrong last. */
	private static void news(Html html, MigrationStatus status, List<JournalEntry> journal) {
		if (status.lock().held()) {
			html.open("p", "class", "state open")
				.element("strong", "In progress")
				.text(" The lock is " + Words.of(status.lock()) + ". "
						+ Words.count(status.pending().size(), "revision") + " left. This page follows it.")
				.close()
				.line();
		}
		if (!journal.isEmpty() && journal.get(0).outcome() == JournalEntry.Outcome.FAILED) {
			html.open("p", "class", "state bad")
				.element("strong", "The last " + journal.get(0).operation() + " failed")
				.text(" at ")
				.name(journal.get(0).revision())
				.text(". ")
				.element("a", "What happened", "href", "#deployments")
				.close()
				.line();
		}
	}

	private void facts(Html html, MigrationStatus status) {
		html.open("dl").line();
		fact(html, "Current", (value) -> link(value, status.current(), "(base)"));
		fact(html, "Head", (value) -> link(value, status.head(), "(the changelog is empty)"));
		fact(html, "Applied", (value) -> value.text(Words.count(status.history().size(), "revision")));
		fact(html, "Lock", (value) -> value.text(Words.of(status.lock())));
		fact(html, "Newest backup", (value) -> backup(value, status.backup()));
		fact(html, "Kept of what was dropped", (value) -> value.text(rows(status.kept())));
		DatabaseInfo info = status.database();
		fact(html, "Database", (value) -> {
			value.text(info.product() + " " + info.version());
			if (info.url() != null) {
				value.text(", ").name(info.url());
			}
			if (info.note() != null) {
				value.text(" (" + info.note() + ")");
			}
		});
		html.close().line();
	}

	private static void fact(Html html, String term, Consumer<Html> value) {
		html.open("div").element("dt", term).open("dd");
		value.accept(html);
		html.close().close().line();
	}

	private static void backup(Html html, @Nullable Backup backup) {
		if (backup == null) {
			html.text("none");
			return;
		}
		html.name(backup.name());
		html.text(", " + Words.time(backup.taken()) + ", " + Words.size(backup.size()) + ", "
				+ (backup.verified() ? "verified" : "not verified"));
	}

	private static String rows(List<KeptRows> kept) {
		return kept.isEmpty() ? "nothing" : Words.count(kept.stream().mapToLong(KeptRows::rows).sum(), "row") + " of "
				+ Words.count(kept.size(), "place");
	}

	private void link(Html html, @Nullable Revision revision, String otherwise) {
		if (revision != null) {
			html.open("a", "href", this.links.revision(this.database, revision)).name(revision.name()).close();
		}
		else {
			html.text(otherwise);
		}
	}

	private void pending(Html html, List<Revision> pending) {
		html.element("h2", "Pending").line();
		if (pending.isEmpty()) {
			html.element("p", "Nothing is pending.").line();
			return;
		}
		List<Revision> shown = newest(pending);
		remark(html, "first", shown, pending);
		Table.filter(html, "pending", shown.size(), "Filter pending revisions");
		Table table = new Table(html, "pending", "What an upgrade would apply, in this order",
				List.of("Revision", "What it does", "Author", "Undo", "Marks"));
		for (Revision revision : shown) {
			table.row()
				.cell((cell) -> link(cell, revision, ""))
				.cell((cell) -> cell.name(revision.summary()))
				.cell((cell) -> cell.name(revision.author()))
				.cell(Words.brief(revision.undo().how()))
				.cell((cell) -> marks(cell, revision))
				.end();
		}
		table.close();
	}

	private void history(Html html, List<Revision> history) {
		html.element("h2", "History").line();
		if (history.isEmpty()) {
			html.element("p", "Nothing is applied.").line();
			return;
		}
		List<Revision> shown = newest(history);
		remark(html, "newest", shown, history);
		Table.filter(html, "history", shown.size(), "Filter applied revisions");
		applied(html, "history", "What is applied, newest first", shown);
	}

	private void revisions(Html html, String name, String heading, List<Revision> revisions) {
		if (!revisions.isEmpty()) {
			html.element("h2", heading).line();
			List<Revision> shown = newest(revisions);
			remark(html, "first", shown, revisions);
			applied(html, name, Words.count(revisions.size(), "revision"), shown);
		}
	}

	private void applied(Html html, String name, String caption, List<Revision> revisions) {
		Table table = new Table(html, name, caption,
				List.of("Revision", "What it does", "Applied", "Took", "By", "Undo", "Marks"));
		for (Revision revision : revisions) {
			table.row()
				.cell((cell) -> link(cell, revision, ""))
				.cell((cell) -> cell.name(revision.summary()))
				.cell((revision.appliedAt() != null) ? Words.time(revision.appliedAt()) : "")
				.cell(Words.duration(revision.durationMillis()))
				.cell((cell) -> cell.name((revision.appliedBy() != null) ? revision.appliedBy() : ""))
				.cell(Words.brief(revision.undo().how()))
				.cell((cell) -> marks(cell, revision))
				.end();
		}
		table.close();
	}

	private static void marks(Html html, Revision revision) {
		if (revision.current()) {
			html.element("span", "current", "class", "badge").text(" ");
		}
		if (revision.head()) {
			html.element("span", "head", "class", "badge").text(" ");
		}
		Words.marks(revision).forEach((mark) -> html.element("span", mark, "class", "badge bad").text(" "));
	}

	private List<Revision> newest(List<Revision> revisions) {
		return this.all ? revisions : revisions.subList(0, Math.min(NEWEST, revisions.size()));
	}

	private void remark(Html html, String which, List<Revision> shown, List<Revision> revisions) {
		if (shown.size() < revisions.size()) {
			html.open("p")
				.text("The " + which + " " + shown.size() + " of " + revisions.size() + ". ")
				.element("a", "Show all " + revisions.size(), "href", this.links.database(this.database) + "?all=true")
				.close()
				.line();
		}
	}

	private void kept(Html html, List<KeptRows> kept) {
		if (kept.isEmpty()) {
			return;
		}
		html.element("h2", "Kept rows").line();
		Table table = new Table(html, "kept", "What is kept of what was dropped",
				List.of("Of", "Rows", "Kept in", "Dropped by", "Since"));
		for (KeptRows rows : kept) {
			table.row()
				.cell((cell) -> cell.name(rows.place()))
				.cell(String.valueOf(rows.rows()))
				.cell((cell) -> cell.name(rows.table()))
				.cell((cell) -> cell.open("a", "href", this.links.revision(this.database, rows.revision()))
					.name(rows.revision())
					.close())
				.cell(Words.time(rows.since()))
				.end();
		}
		table.close();
	}

}
