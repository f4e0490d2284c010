package io.soundshare.migrations.boot.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.RevisionDetail;

/**
 * Answers with a page what a browser asks at the endpoint. What cannot be read is a page
 * that says so.
 */
public final class ConsoleReader {

	private static final int AMBIGUOUS = 400;

	private static final int NOT_FOUND = 404;

	private static final int UNAVAILABLE = 503;

	private final MigratorRegistry migrators;

	private final String endpoint;

	/**
	 * Create a reader.
	 * @param migrators the databases
	 * @param path the path of the endpoint below that of all endpoints
	 */
	public ConsoleReader(MigratorRegistry migrators, String path) {
		this.migrators = migrators;
		this.endpoint = path.substring(path.lastIndexOf('/') + 1);
	}

	/**
	 * Show all databases.
	 * @return a table of them, or the page of the only one
	 */
	public Page databases() {
		Links links = new Links(this.endpoint, 0);
		Set<String> names = this.migrators.names();
		if (names.size() == 1) {
			return database(links, names.iterator().next(), false);
		}
		List<OverviewPage.Entry> entries = new ArrayList<>();
		for (String name : names) {
			try {
				entries.add(new OverviewPage.Entry(name, this.migrators.get(name).status(), null));
			}
			catch (MigrationException ex) {
				entries.add(new OverviewPage.Entry(name, null, ex));
			}
		}
		return new Page(new OverviewPage(links).render(entries), Page.OK);
	}

	/**
	 * Show one database.
	 * @param name the name of the migrator bean
	 * @param all whether to show all that was ever applied
	 * @return the page; 404 if there is no such database, 503 if it cannot be read
	 */
	public Page database(String name, boolean all) {
		return database(new Links(this.endpoint, 1), name, all);
	}

	/**
	 * Show one revision.
	 * @param name the name of the migrator bean
	 * @param revision what finds one
	 * @param depth of how many segments the path below the endpoint is
	 * @return the page; 404 if there is no such revision, 400 if several fit, 503 if the
	 * database cannot be read
	 */
	public Page revision(String name, String revision, int depth) {
		Links links = new Links(this.endpoint, depth);
		return read(links, name, (migrations) -> {
			try {
				RevisionDetail detail = migrations.show(revision);
				List<JournalEntry> journal = migrations.journal()
					.stream()
					.filter((entry) -> entry.key().equals(detail.revision().key()))
					.toList();
				return new Page(new RevisionPage(links, name).render(detail, journal), Page.OK);
			}
			catch (InvalidTargetException ex) {
				return new Page(new FailurePage(links).render(name, ex), status(revision, ex));
			}
		});
	}

	/**
	 * Decide the status of an answer to somebody who asked for what is no revision.
	 * @param text what was asked for
	 * @param failure what the engine said
	 * @return 400 if several fit, else 404
	 */
	public static int status(String text, InvalidTargetException failure) {
		// The suggestions for an unknown revision never begin with what was asked for.
		return failure.candidates()
			.stream()
			.anyMatch((candidate) -> candidate.id().startsWith(text) || candidate.key().startsWith(text)) ? AMBIGUOUS
					: NOT_FOUND;
	}

	private Page database(Links links, String name, boolean all) {
		return read(links, name, (migrations) -> {
			MigrationStatus status = migrations.status();
			return new Page(new DatabasePage(links, name, all).render(status, migrations.journal()), Page.OK);
		});
	}

	private Page read(Links links, String name, Function<Migrations, Page> question) {
		if (!this.migrators.names().contains(name)) {
			return new Page(new FailurePage(links).renderUnknown(name), NOT_FOUND);
		}
		try {
			return question.apply(this.migrators.get(name));
		}
		catch (MigrationException ex) {
			return new Page(new FailurePage(links).render(name, ex), UNAVAILABLE);
		}
	}

}
