package io.soundshare.migrations.boot.console;

import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import io.soundshare.migrations.model.Step;

/**
 * Writes what the journal knows: who did what, how long that took, and how it ended.
 */
final class Timeline {

	private static final int DEPLOYMENTS = 20;

	private static final int ENTRIES = 100;

	private final Html html;

	private final Links links;

	private final String database;

	Timeline(Html html, Links links, String database) {
		this.html = html;
		this.links = links;
		this.database = database;
	}

	void write(List<JournalEntry> journal) {
		List<Deployment> deployments = Deployment.of(journal);
		this.html.element("h2", "Deployments", "id", "deployments").line();
		if (deployments.isEmpty()) {
			this.html.element("p", "The journal has no entries.").line();
			return;
		}
		if (deployments.size() > DEPLOYMENTS) {
			this.html.element("p", "The newest " + DEPLOYMENTS + " of " + deployments.size() + ".").line();
		}
		this.html.open("ol", "class", "timeline").line();
		deployments.stream().limit(DEPLOYMENTS).forEach(this::write);
		this.html.close().line();
	}

	private void write(Deployment deployment) {
		JournalEntry first = deployment.first();
		this.html.open("li", "class", tone(deployment.outcome())).open("p");
		this.html.element("time", Words.time(first.started()), "datetime", first.started().toString()).text(" ");
		this.html.element("strong", name(first.operation()) + " " + word(deployment.outcome()), "class",
				"badge " + tone(deployment.outcome()));
		this.html.text(" " + Words.count(deployment.entries().size(), "revision") + ", "
				+ Words.duration(deployment.durationMillis()) + ", by ");
		this.html.name(first.by());
		if (first.application() != null) {
			this.html.text(" with ").name(first.application());
			if (first.version() != null) {
				this.html.text(" ").name(first.version());
			}
		}
		if (first.deployment() != null) {
			this.html.text(", deployment ").name(first.deployment());
		}
		this.html.close().line();
		if (deployment.outcome() == Outcome.DONE) {
			this.html.open("details").element("summary", "Revisions");
			entries(deployment.entries());
			this.html.close();
		}
		else {
			entries(deployment.entries());
		}
		this.html.close().line();
	}

	private void entries(List<JournalEntry> entries) {
		this.html.open("ul");
		entries.stream().limit(ENTRIES).forEach((entry) -> {
			this.html.open("li")
				.open("a", "href", this.links.revision(this.database, entry.revision()))
				.name(entry.revision())
				.close();
			this.html.text(" " + describe(entry));
			if (entry.message() != null) {
				this.html.open("span", "class", "lines").block(": " + entry.message()).close();
			}
			this.html.close();
		});
		if (entries.size() > ENTRIES) {
			this.html.element("li", "and " + (entries.size() - ENTRIES) + " more");
		}
		this.html.close();
	}

	/** Say what became of a revision. */
	static String describe(JournalEntry entry) {
		String duration = Words.duration(entry.durationMillis());
		String done = (entry.outcome() == Outcome.DONE) ? done(entry.action())
				: attempted(entry.action()) + " " + word(entry.outcome());
		return done + (duration.isEmpty() ? "" : ", " + duration);
	}

	private static String done(Step.Action action) {
		return switch (action) {
			case APPLY -> "applied";
			case REVERT -> "undone";
			case MARK -> "marked as applied";
			case UNMARK -> "marked as not applied";
		};
	}

	private static String attempted(Step.Action action) {
		return switch (action) {
			case APPLY -> "apply";
			case REVERT -> "undo";
			case MARK -> "mark";
			case UNMARK -> "unmark";
		};
	}

	private static String word(Outcome outcome) {
		return switch (outcome) {
			case STARTED -> "running, or its process died";
			case DONE -> "done";
			case MARKED -> "marked as run";
			case SKIPPED -> "skipped";
			case FAILED -> "failed";
			case INTERRUPTED -> "interrupted";
		};
	}

	static String tone(Outcome outcome) {
		return switch (outcome) {
			case DONE, MARKED, SKIPPED -> "good";
			case STARTED -> "open";
			case FAILED, INTERRUPTED -> "bad";
		};
	}

	private static String name(String operation) {
		return operation.isEmpty() ? operation
				: operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1).toLowerCase(Locale.ROOT);
	}

}
