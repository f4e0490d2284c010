package io.soundshare.migrations.model;

/**
 * Code of an error: what scripts and searches go by, since texts may change. A code is
 * never given another meaning, and one that is no longer used is not used again.
 */
public enum ErrorCode {

	/**
	 * Configuration that does not let a schema be migrated.
	 */
	STARTUP_SETTING("SM101", "The configuration of the application does not let its schema be migrated.",
			"Correct the property or the bean that is named."),

	/**
	 * Revisions are pending where none may be.
	 */
	PENDING("SM102", "Revisions are pending, and the application may not start, or go on, before they are applied.",
			"Apply them with `--migrate=upgrade`, or let the application do it with `soundshare.migrations.startup=upgrade`."),

	/**
	 * Revisions are applied that this build does not know.
	 */
	AHEAD("SM103",
			"The database has revisions that this build does not know, and `soundshare.migrations.ahead` forbids to go on with it.",
			"Start the build that brought them, have it undo them with `--migrate=downgrade:TARGET`, "
					+ "or set `soundshare.migrations.ahead=warn`."),

	/**
	 * The rehearsal of an upgrade failed.
	 */
	REHEARSAL_FAILED("SM104", "The upgrade failed on a copy of the database, and was not begun on the database.",
			"Mend the change sets that are named, or the rows they meet, and start again."),

	/**
	 * A listener of the application objects.
	 */
	OPERATION_REFUSED("SM105",
			"A listener of the application objects to an operation that was to begin, or has failed. Nothing was run.",
			"Do what the listener says, or correct it: an `ApplicationListener` of `MigrationStartingEvent`, or what an "
					+ "`OperationListenerFactory` bean makes."),

	/**
	 * The changelog cannot be used.
	 */
	INVALID_CHANGELOG("SM201", "The changelog is missing, cannot be parsed, or contradicts itself.",
			"Correct the file and the change set that are named. Nothing was run."),

	/**
	 * Applied revisions were edited.
	 */
	CHANGED("SM202", "Change sets were edited after they had been applied.",
			"Restore the file and put the change into a new revision; or, if the edit changes nothing in the database, "
					+ "accept it with the `validCheckSum` that is shown."),

	/**
	 * A revision failed while it ran.
	 */
	REVISION_FAILED("SM203",
			"A revision failed while it ran. What it had begun was rolled back, where the database can roll that back.",
			"Mend the change set or what it meets, and run the same again. The revisions before it need not run again, "
					+ "unless all is one transaction."),

	/**
	 * A process died in the middle of a revision.
	 */
	INTERRUPTED("SM204",
			"A process died in the middle of a revision that runs outside a transaction: any part of it may be there.",
			"See with `--migrate=show:REV` what it does and how much of that is there; then `--migrate=stamp:REV`, or run it "
					+ "again with `--migrate.retry`."),

	/**
	 * A revision file cannot be written.
	 */
	REVISION_FILE("SM205", "The file of a new revision cannot be written.",
			"Name a directory that is there and can be written with `--migrate.directory`."),

	/**
	 * Entities and changelog cannot be compared.
	 */
	AUTOGENERATE("SM206", "Entities, changelog and database cannot be compared, or no revision can be made from that.",
			"Do what is said there; or write the revision by hand, with `--migrate=create:MESSAGE --migrate.empty`."),

	/**
	 * The database cannot be reached, read or written.
	 */
	DATABASE_ACCESS("SM301", "The database cannot be reached, read or written.",
			"Correct the URL, the credentials, the rights or the disk that are named."),

	/**
	 * Somebody else has the migration lock.
	 */
	LOCK_NOT_ACQUIRED("SM302",
			"Somebody else has the migration lock, or writes to the database so that nobody can read it.",
			"Wait for that process and try again. If it is gone, release its lock with `--migrate=unlock --migrate.yes`."),

	/**
	 * An operation cannot be one transaction.
	 */
	TRANSACTION_REFUSED("SM303", "All of the operation is to be one transaction, and cannot be.",
			"Run the revisions that are named by themselves with `soundshare.migrations.transaction=change-set`."),

	/**
	 * A downgrade has no way back.
	 */
	IRREVERSIBLE("SM401", "A downgrade would have to undo revisions of which nothing says how. Nothing was run.",
			"Add a rollback block to the change set, downgrade to a later target, or use the build that brought the revision."),

	/**
	 * A downgrade loses rows.
	 */
	DATA_LOSS("SM402", "A downgrade would lose data, and nobody has confirmed that. Nothing was run.",
			"If the loss that is listed is what you want, confirm it with `--migrate.yes`."),

	/**
	 * Destruction is forbidden.
	 */
	DESTRUCTION_REFUSED("SM403",
			"The operation would destroy all data, and `soundshare.migrations.destructive=refuse` forbids that.",
			"If this database may be lost, set `soundshare.migrations.destructive=allow` for it."),

	/**
	 * A copy cannot be made, read or restored.
	 */
	BACKUP_FAILED("SM501", "A copy of the database cannot be made, read, or put in its place.",
			"Correct what is named, keep backups elsewhere with `soundshare.migrations.backup-folder`, or use another copy "
					+ "of `--migrate=backups`."),

	/**
	 * A target fits nothing, or too much.
	 */
	INVALID_TARGET("SM601", "A target or a revision that was typed fits nothing, or more than one revision.",
			"Type more of the one that is meant. `--migrate=history` lists all revisions."),

	/**
	 * The arguments make no sense.
	 */
	USAGE("SM602", "The arguments of the command line make no sense. Nothing was started.",
			"Correct the argument that is named; `--migrate=help` lists all commands and options."),

	/**
	 * There is no database of that name.
	 */
	UNKNOWN_DATABASE("SM603", "No database of the application has the name that was asked for.",
			"Ask for one of those that are listed: they are named after the beans that migrate them.");

	private final String code;

	private final String meaning;

	private final String remedy;

	ErrorCode(String code, String meaning, String remedy) {
		this.code = code;
		this.meaning = meaning;
		this.remedy = remedy;
	}

	/**
	 * Return what the error means, whatever it is about.
	 * @return a sentence in Markdown
	 */
	public String meaning() {
		return this.meaning;
	}

	/**
	 * Return what is usually done about it. The error itself knows more.
	 * @return a sentence in Markdown, in the words of the command line and of properties
	 */
	public String remedy() {
		return this.remedy;
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
