package io.soundshare.migrations.boot.console;

import java.util.List;

import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Shows many databases, a row each.
 */
final class OverviewPage {

	private final Links links;

	OverviewPage(Links links) {
		this.links = links;
	}

	String render(List<Entry> entries) {
		boolean live = entries.stream().anyMatch((entry) -> entry.status() != null && entry.status().lock().held());
		return new Layout(this.links).render("Databases", null, live, (html) -> {
			if (entries.isEmpty()) {
				html.element("p", "No database is migrated here.").line();
				return;
			}
			Table.filter(html, "databases", entries.size(), "Filter databases");
			Table table = new Table(html, "databases", Words.count(entries.size(), "database"), List.of("Database",
					"State", "Current", "Head", "Applied", "Pending", "Unknown", "Changed", "Lock"));
			entries.forEach((entry) -> write(table, entry));
			table.close();
		});
	}

	private void write(Table table, Entry entry) {
		table.row()
			.cell((html) -> html.open("a", "href", this.links.database(entry.name())).name(entry.name()).close());
		MigrationStatus status = entry.status();
		if (status == null) {
			table.rest((html) -> html.element("strong", "Unreadable", "class", "badge bad")
				.text((entry.failure() != null) ? " " + entry.failure().problem() : ""));
			return;
		}
		table
			.cell((html) -> html.element("strong", Words.of(status.state()), "class",
					"badge " + Words.tone(status.state())))
			.cell((html) -> html.name(name(status.current(), "(base)")))
			.cell((html) -> html.name(name(status.head(), "(empty)")))
			.cell(String.valueOf(status.history().size()))
			.cell(String.valueOf(status.pending().size()))
			.cell(String.valueOf(status.unknown().size()))
			.cell(String.valueOf(status.changed().size()))
			.cell(Words.of(status.lock()))
			.end();
	}

	private static String name(@Nullable Revision revision, String otherwise) {
		return (revision != null) ? revision.name() : otherwise;
	}

	/**
	 * A database, with one of both.
	 *
	 * @param name the name of the migrator bean
	 * @param status where it stands
	 * @param failure why that cannot be told
	 */
	record Entry(String name, @Nullable MigrationStatus status, @Nullable MigrationException failure) {

	}

}
