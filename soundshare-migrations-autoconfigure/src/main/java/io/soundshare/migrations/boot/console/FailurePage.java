package io.soundshare.migrations.boot.console;

import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.MigrationException;

/**
 * Says what cannot be shown, and what to do.
 */
final class FailurePage {

	private final Links links;

	FailurePage(Links links) {
		this.links = links;
	}

	/** A database that is migrated just now may be readable soon. */
	String render(String database, MigrationException failure) {
		return new Layout(this.links).render(database, database, failure instanceof LockNotAcquiredException,
				(html) -> write(html, failure.problem(), failure.wayOut()));
	}

	String renderUnknown(String database) {
		return new Layout(this.links).render("Not found", null, false,
				(html) -> write(html, "There is no database '" + database + "'.",
						"The first page lists the databases that are migrated here."));
	}

	private static void write(Html html, String problem, String wayOut) {
		html.open("p", "class", "state bad").element("strong", "Cannot be shown").close().line();
		html.open("p", "class", "lines").block(problem).close().line();
		html.element("h2", "What to do").line();
		html.open("p", "class", "lines").block(wayOut).close().line();
	}

}
