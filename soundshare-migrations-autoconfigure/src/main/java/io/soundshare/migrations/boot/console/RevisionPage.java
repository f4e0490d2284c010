package io.soundshare.migrations.boot.console;

import java.util.List;

import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.Undo;
import org.jspecify.annotations.Nullable;

/**
 * Shows what one revision does, how it would be undone, and what that would cost.
 */
final class RevisionPage {

	/** More than that no browser shows at ease, and nobody reads. */
	private static final int LONGEST = 200_000;

	private final Links links;

	private final String database;

	RevisionPage(Links links, String database) {
		this.links = links;
		this.database = database;
	}

	String render(RevisionDetail detail, List<JournalEntry> journal) {
		Revision revision = detail.revision();
		return new Layout(this.links).render(revision.name(), this.database, false, (html) -> {
			html.open("p", "class", "state " + Words.tone(revision.state()))
				.element("strong", Words.of(revision.state()));
			Words.marks(revision).forEach((mark) -> html.text(" ").element("span", mark, "class", "badge bad"));
			html.close().line();
			facts(html, revision);
			html.element("h2", "What it does").line();
			list(html, detail.changes(), "Nothing that is known to this build.");
			sql(html, "SQL of an upgrade", detail.upgradeSql(), "It cannot be told without running it.");
			undo(html, revision);
			sql(html, "SQL of a downgrade", detail.downgradeSql(), "There is none.");
			journal(html, journal);
		});
	}

	private static void facts(Html html, Revision revision) {
		html.open("dl").line();
		fact(html, "Comment", revision.comment());
		fact(html, "Author", revision.author());
		fact(html, "File", revision.path());
		fact(html, "Tag", revision.tag());
		fact(html, "Labels", String.join(", ", revision.labels()));
		fact(html, "Contexts", String.join(", ", revision.contexts()));
		fact(html, "Applied", (revision.appliedAt() != null) ? Words.time(revision.appliedAt()) : null);
		fact(html, "Took", Words.duration(revision.durationMillis()));
		fact(html, "By", revision.appliedBy());
		fact(html, "Deployment", revision.deployment());
		fact(html, "Skipped", revision.skipped());
		fact(html, "Checksum", revision.checksum());
		html.close().line();
	}

	private static void fact(Html html, String term, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			html.open("div").element("dt", term).open("dd", "class", "lines").open("bdi").block(value);
			html.close().close().close().line();
		}
	}

	private static void undo(Html html, Revision revision) {
		Undo undo = revision.undo();
		html.element("h2", "How it would be undone").line();
		html.element("p", Words.of(undo.how())).line();
		if (undo.reason() != null) {
			html.open("p", "class", "lines").block(undo.reason()).close().line();
		}
		if (!revision.irreversibleChanges().isEmpty()) {
			html.element("h3", "What keeps it from being undone").line();
			list(html, revision.irreversibleChanges(), "");
		}
		if (undo.isPossible()) {
			html.element("h3", "What that would cost").line();
			list(html, undo.loses().stream().map((place) -> "Loses " + place).toList(),
					revision.isApplied() ? "No rows that are known of." : "That is known once it is applied.");
			list(html, undo.restores().stream().map((place) -> "Brings back " + place).toList(), "");
		}
	}

	private static void list(Html html, List<String> items, String otherwise) {
		if (!items.isEmpty()) {
			html.open("ul").line();
			items.forEach((item) -> html.open("li", "class", "lines").open("bdi").block(item).close().close().line());
			html.close().line();
		}
		else if (!otherwise.isEmpty()) {
			html.element("p", otherwise).line();
		}
	}

	private static void sql(Html html, String heading, @Nullable List<String> statements, String otherwise) {
		html.element("h2", heading).line();
		if (statements == null || statements.isEmpty()) {
			html.element("p", (statements != null) ? "It runs no statement." : otherwise).line();
			return;
		}
		String sql = String.join(";\n\n", statements) + ";";
		boolean cut = sql.length() > LONGEST;
		html.open("pre").open("code").block(cut ? sql.substring(0, LONGEST) : sql).close().close().line();
		if (cut) {
			html.element("p", "These are the first " + LONGEST + " of " + sql.length()
					+ " characters. The JSON document of this revision has all of them.")
				.line();
		}
	}

	private static void journal(Html html, List<JournalEntry> journal) {
		html.element("h2", "Journal").line();
		if (journal.isEmpty()) {
			html.element("p", "The journal has no entry for it.").line();
			return;
		}
		Table table = new Table(html, "journal", "What was done with it, newest first",
				List.of("When", "What", "By", "Message"));
		for (JournalEntry entry : journal) {
			table.row()
				.cell(Words.time(entry.started()))
				.cell((cell) -> cell.element("span", Timeline.describe(entry), "class",
						"badge " + Timeline.tone(entry.outcome())))
				.cell((cell) -> cell.name(entry.by()))
				.cell((cell) -> cell.open("span", "class", "lines")
					.block((entry.message() != null) ? entry.message() : "")
					.close())
				.end();
		}
		table.close();
	}

}
