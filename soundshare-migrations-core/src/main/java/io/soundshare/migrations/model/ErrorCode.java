package io.soundshare.migrations.model;

/**
 * Code of an error: what scripts and searches go by, since texts may change. A code is
 * never given another meaning, and one that is no longer used is not used again.
 */
public enum ErrorCode {

	/**
	 * Configuration that does not let a schema be migrated.
	 */
	STARTUP_SETTING("SM101", "The configuration of the application does not let its schema be migrated."),

	/**
	 * Revisions are pending where none may be.
	 */
	PENDING("SM102", "Revisions are pending, and the application may not start, or go on, before they are applied."),

	/**
	 * Revisions are applied that this build does not know.
	 */
	AHEAD("SM103",
			"The database has revisions that this build does not know, and the settings forbid to go on with it."),

	/**
	 * The rehearsal of an upgrade failed.
	 */
	REHEARSAL_FAILED("SM104", "The upgrade failed on a copy of the database, and was not begun on the database."),

	/**
	 * A listener of the application objects.
	 */
	OPERATION_REFUSED("SM105",
			"A listener of the application objects to an operation that was to begin, or has failed. Nothing was run."),

	/**
	 * The changelog cannot be used.
	 */
	INVALID_CHANGELOG("SM201", "The changelog is missing, cannot be parsed, or contradicts itself."),

	/**
	 * Applied revisions were edited.
	 */
	CHANGED("SM202", "Change sets were edited after they had been applied."),

	/**
	 * A revision failed while it ran.
	 */
	REVISION_FAILED("SM203",
			"A revision failed while it ran. What it had begun was rolled back, where the database can roll that back."),

	/**
	 * A process died in the middle of a revision.
	 */
	INTERRUPTED("SM204",
			"A process died in the middle of a revision that runs outside a transaction: any part of it may be there."),

	/**
	 * A revision file cannot be written.
	 */
	REVISION_FILE("SM205", "The file of a new revision cannot be written."),

	/**
	 * Entities and changelog cannot be compared.
	 */
	AUTOGENERATE("SM206", "Entities, changelog and database cannot be compared, or no revision can be made from that."),

	/**
	 * The database cannot be reached, read or written.
	 */
	DATABASE_ACCESS("SM301", "The database cannot be reached, read or written."),

	/**
	 * Somebody else has the migration lock.
	 */
	LOCK_NOT_ACQUIRED("SM302",
			"Somebody else has the migration lock, or writes to the database so that nobody can read it."),

	/**
	 * An operation cannot be one transaction.
	 */
	TRANSACTION_REFUSED("SM303", "All of the operation is to be one transaction, and cannot be."),

	/**
	 * A downgrade has no way back.
	 */
	IRREVERSIBLE("SM401", "A downgrade would have to undo revisions of which nothing says how. Nothing was run."),

	/**
	 * A downgrade loses rows.
	 */
	DATA_LOSS("SM402", "A downgrade would lose data, and nobody has confirmed that. Nothing was run."),

	/**
	 * Destruction is forbidden.
	 */
	DESTRUCTION_REFUSED("SM403", "The operation would destroy all data, and the settings forbid that."),

	/**
	 * A copy cannot be made, read or restored.
	 */
	BACKUP_FAILED("SM501", "A copy of the database cannot be made, read, or put in its place."),

	/**
	 * A target fits nothing, or too much.
	 */
	INVALID_TARGET("SM601", "A target or a revision that was typed fits nothing, or more than one revision."),

	/**
	 * The arguments make no sense.
	 */
	USAGE("SM602", "The arguments of the command line make no sense. Nothing was started."),

	/**
	 * There is no database of that name.
	 */
	UNKNOWN_DATABASE("SM603", "No database of the application has the name that was asked for.");

	private final String code;

	private final String meaning;

	ErrorCode(String code, String meaning) {
		this.code = code;
		this.meaning = meaning;
	}

	/**
	 * Return what the error means, whatever it is about.
	 * @return a sentence in Markdown
	 */
	public String meaning() {
		return this.meaning;
	}

	/**
	 * Return the code.
	 * @return such as {@code SM101}
	 */
	@Override
	public String toString() {
		return this.code;
	}

}
