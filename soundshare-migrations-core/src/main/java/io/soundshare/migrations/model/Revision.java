package io.soundshare.migrations.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change set: what the changelog says of it and what the database remembers. What is
 * not known is {@code null}.
 *
 * @param name what a person types and reads: the id, or the {@link #key()} where the id
 * is not unique in the changelog, without control characters
 * @param id the change set's id
 * @param author the change set's author
 * @param path the logical path of the change set's file, as Liquibase stores it
 * @param description Liquibase's description of the changes
 * @param comment the change set's comment
 * @param tag the tag the revision carries in the database, or will carry
 * @param labels the change set's labels
 * @param contexts the change set's context expressions
 * @param checksum the stored checksum, or the computed one of a revision not yet applied
 * @param state where the revision stands
 * @param order the position in the order of execution, from 1
 * @param appliedAt when it was applied
 * @param durationMillis how long it took, in milliseconds
 * @param deployment the deployment it was applied in
 * @param appliedBy who applied it
 * @param undo the way back from it
 * @param current whether it is the applied revision that was executed last
 * @param head whether it is the last revision of the changelog
 * @param execution how the history row came about, Liquibase's EXECTYPE:
 * {@code EXECUTED}, {@code RERAN}, {@code MARK_RAN}
 * @param skipped why the last upgrade that met this pending revision skipped it
 * @param irreversibleChanges the changes that keep a downgrade from undoing it
 */
public record Revision(String name, String id, String author, String path, @Nullable String description,
		@Nullable String comment, @Nullable String tag, List<String> labels, List<String> contexts,
		@Nullable String checksum, RevisionState state, @Nullable Integer order, @Nullable Instant appliedAt,
		@Nullable Long durationMillis, @Nullable String deployment, @Nullable String appliedBy, Undo undo,
		boolean current, boolean head, @Nullable String execution, @Nullable String skipped,
		List<String> irreversibleChanges) {

	public Revision {
		labels = List.copyOf(labels);
		contexts = List.copyOf(contexts);
		irreversibleChanges = List.copyOf(irreversibleChanges);
	}

	/**
	 * Return the identity of the revision, unique within a changelog and stable wherever
	 * the changelog is read from.
	 * @return {@code path::id::author}
	 */
	public String key() {
		return this.path + "::" + this.id + "::" + this.author;
	}

	/**
	 * Return whether there is a way back.
	 * @return whether a downgrade can undo the revision
	 */
	public boolean reversible() {
		return this.undo.isPossible();
	}

	/**
	 * Return the revision with another way back.
	 * @param undo the way back
	 * @return the same revision otherwise
	 */
	public Revision with(Undo undo) {
		return new Revision(this.name, this.id, this.author, this.path, this.description, this.comment, this.tag,
				this.labels, this.contexts, this.checksum, this.state, this.order, this.appliedAt, this.durationMillis,
				this.deployment, this.appliedBy, undo, this.current, this.head, this.execution, this.skipped,
				this.irreversibleChanges);
	}

	/**
	 * Return whether the database has the revision.
	 * @return whether there is a history row
	 */
	public boolean isApplied() {
		return this.order != null;
	}

	/**
	 * Return whether the revision was only marked as run: a precondition said so, and
	 * nothing of it was.
	 * @return whether the history row says {@code MARK_RAN}
	 */
	public boolean isMarked() {
		return "MARK_RAN".equals(this.execution);
	}

	/**
	 * Return what the revision is about, in one line.
	 * @return the comment, else the description, else an empty string
	 */
	public String summary() {
		String text = (this.comment != null && !this.comment.isBlank()) ? this.comment : this.description;
		return (text != null) ? Printable.line(text.strip().lines().findFirst().orElse("")) : "";
	}

	@Override
	public String toString() {
		return this.name;
	}

}
