package io.soundshare.migrations.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A row of the journal: what one operation did with one revision. What is not known is
 * {@code null}.
 *
 * @param id the number of the row, ascending
 * @param operation what was carried out: upgrade, downgrade, stamp, reset
 * @param action what it did with the revision
 * @param revision the id of the revision
 * @param author the author of the revision
 * @param path the logical path of the revision's file
 * @param deployment the deployment it was part of
 * @param user the user of the operating system who ran it
 * @param host where it ran
 * @param application the name of the application it ran in
 * @param version the version of that application
 * @param started when it began
 * @param durationMillis how long it took, in milliseconds
 * @param outcome how it ended
 * @param message what went wrong, or why it was skipped or marked
 * @param details what of its undo was recorded, at a glance, a line each
 */
public record JournalEntry(long id, String operation, Step.Action action, String revision, String author, String path,
		@Nullable String deployment, String user, String host, @Nullable String application, @Nullable String version,
		Instant started, @Nullable Long durationMillis, Outcome outcome, @Nullable String message,
		@Nullable String details) {

	/**
	 * Return the identity of the revision.
	 * @return {@code path::id::author}
	 */
	public String key() {
		return this.path + "::" + this.revision + "::" + this.author;
	}

	/**
	 * Return who did it.
	 * @return {@code user@host}
	 */
	public String by() {
		return this.user + "@" + this.host;
	}

	public JournalEntry ended(Outcome outcome, @Nullable Long durationMillis, @Nullable String message) {
		return new JournalEntry(this.id, this.operation, this.action, this.revision, this.author, this.path,
				this.deployment, this.user, this.host, this.application, this.version, this.started, durationMillis,
				outcome, message, this.details);
	}

	public JournalEntry with(@Nullable String details) {
		return new JournalEntry(this.id, this.operation, this.action, this.revision, this.author, this.path,
				this.deployment, this.user, this.host, this.application, this.version, this.started,
				this.durationMillis, this.outcome, this.message, details);
	}

	/**
	 * The end of what an operation did with a revision.
	 */
	public enum Outcome {

		/**
		 * A beginning outside a transaction, and no end: the step runs, or its process
		 * died.
		 */
		STARTED,

		/**
		 * Success.
		 */
		DONE,

		/**
		 * Only the history row was written, since a precondition said so.
		 */
		MARKED,

		/**
		 * No effect: it had nothing to do, or was not to be done here.
		 */
		SKIPPED,

		/**
		 * Failure.
		 */
		FAILED,

		/**
		 * Death of its process in the middle, which somebody has looked after.
		 */
		INTERRUPTED

	}

}
