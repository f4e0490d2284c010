package io.soundshare.migrations.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The state of one database against one changelog. Reading it takes no lock and changes
 * nothing.
 *
 * @param state the state as one word
 * @param current the applied revision executed last, {@code null} at base
 * @param head the last revision of the changelog, {@code null} if it is empty
 * @param pending what an upgrade would apply, in changelog order
 * @param history what is applied, newest first
 * @param unknown what is applied and absent from the changelog
 * @param changed what is applied and was edited afterwards
 * @param lock the migration lock
 * @param database the database
 * @param kept the rows of dropped tables and columns that are kept, the oldest first
 * @param backup the newest copy of the database; {@code null} if there is none
 */
public record MigrationStatus(SchemaState state, @Nullable Revision current, @Nullable Revision head,
		List<Revision> pending, List<Revision> history, List<Revision> unknown, List<Revision> changed, LockStatus lock,
		DatabaseInfo database, List<KeptRows> kept, @Nullable Backup backup) {

	/**
	 * Describe a state without copies of the database.
	 * @param state the state as one word
	 * @param current the applied revision executed last, {@code null} at base
	 * @param head the last revision of the changelog, {@code null} if it is empty
	 * @param pending what an upgrade would apply
	 * @param history what is applied, newest first
	 * @param unknown what is applied and absent from the changelog
	 * @param changed what is applied and was edited afterwards
	 * @param lock the migration lock
	 * @param database the database
	 * @param kept the rows of dropped tables and columns that are kept
	 */
	public MigrationStatus(SchemaState state, @Nullable Revision current, @Nullable Revision head,
			List<Revision> pending, List<Revision> history, List<Revision> unknown, List<Revision> changed,
			LockStatus lock, DatabaseInfo database, List<KeptRows> kept) {
		this(state, current, head, pending, history, unknown, changed, lock, database, kept, null);
	}

	/**
	 * Return the same with the newest copy of the database.
	 * @param newest the copy; {@code null} if there is none
	 * @return the status
	 */
	public MigrationStatus with(@Nullable Backup newest) {
		return new MigrationStatus(this.state, this.current, this.head, this.pending, this.history, this.unknown,
				this.changed, this.lock, this.database, this.kept, newest);
	}

	/**
	 * Return what an upgrade is expected to apply.
	 * @return the pending revisions, without those that the last upgrade skipped because
	 * they say so: of a precondition with {@code onFail: CONTINUE}, or of
	 * {@code failOnError: false}
	 */
	public List<Revision> outstanding() {
		return this.pending.stream().filter((revision) -> revision.skipped() == null).toList();
	}

	/**
	 * Return the state without what the last upgrade skipped.
	 * @return the state, as if the skipped revisions were not pending
	 */
	public SchemaState effectiveState() {
		if (this.pending.isEmpty() || !outstanding().isEmpty()) {
			return this.state;
		}
		return switch (this.state) {
			case PENDING -> SchemaState.UP_TO_DATE;
			case DIVERGED -> SchemaState.AHEAD;
			default -> this.state;
		};
	}

	/**
	 * Fail if the database is ahead of this build.
	 * @throws DatabaseAheadException if there are unknown revisions
	 */
	public void requireNotAhead() {
		if (!this.unknown.isEmpty()) {
			throw new DatabaseAheadException(this.unknown);
		}
	}

}
