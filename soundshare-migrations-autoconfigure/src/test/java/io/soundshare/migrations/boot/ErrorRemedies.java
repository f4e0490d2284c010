package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.ErrorCode;

/**
 * What the page of errors advises. The errors themselves know better.
 */
final class ErrorRemedies {

	private ErrorRemedies() {
	}

	static String of(ErrorCode code) {
		return switch (code) {
			case STARTUP_SETTING -> "Correct the property or the bean that is named.";
			case PENDING ->
				"Apply them with `--migrate=upgrade`, or let the application do it with `soundshare.migrations.startup=upgrade`.";
			case AHEAD -> "Start the build that brought them, have it undo them with `--migrate=downgrade:TARGET`, "
					+ "or set `soundshare.migrations.ahead=warn`.";
			case REHEARSAL_FAILED -> "Mend the change sets that are named, or the rows they meet, and start again.";
			case OPERATION_REFUSED ->
				"Do what the listener says, or correct it: an `ApplicationListener` of `MigrationStartingEvent`, or what an "
						+ "`OperationListenerFactory` bean makes.";
			case INVALID_CHANGELOG -> "Correct the file and the change set that are named. Nothing was run.";
			case CHANGED ->
				"Restore the file and put the change into a new revision; or, if the edit changes nothing in the database, "
						+ "accept it with the `validCheckSum` that is shown.";
			case REVISION_FAILED ->
				"Mend the change set or what it meets, and run the same again. The revisions before it need not run again, "
						+ "unless all is one transaction.";
			case INTERRUPTED ->
				"See with `--migrate=show:REV` what it does and how much of that is there; then `--migrate=stamp:REV`, or run it "
						+ "again with `--migrate.retry`.";
			case REVISION_FILE -> "Name a directory that is there and can be written with `--migrate.directory`.";
			case AUTOGENERATE ->
				"Do what is said there; or write the revision by hand, with `--migrate=create:MESSAGE --migrate.empty`.";
			case DATABASE_ACCESS -> "Correct the URL, the credentials, the rights or the disk that are named.";
			case LOCK_NOT_ACQUIRED ->
				"Wait for that process and try again. If it is gone, release its lock with `--migrate=unlock --migrate.yes`.";
			case TRANSACTION_REFUSED ->
				"Run the revisions that are named by themselves with `soundshare.migrations.transaction=change-set`.";
			case IRREVERSIBLE ->
				"Add a rollback block to the change set, downgrade to a later target, or use the build that brought the revision.";
			case DATA_LOSS -> "If the loss that is listed is what you want, confirm it with `--migrate.yes`.";
			case DESTRUCTION_REFUSED ->
				"If this database may be lost, set `soundshare.migrations.destructive=allow` for it.";
			case BACKUP_FAILED ->
				"Correct what is named, keep backups elsewhere with `soundshare.migrations.backup-folder`, or use another copy "
						+ "of `--migrate=backups`.";
			case INVALID_TARGET -> "Type more of the one that is meant. `--migrate=history` lists all revisions.";
			case USAGE -> "Correct the argument that is named; `--migrate=help` lists all commands and options.";
			case UNKNOWN_DATABASE ->
				"Ask for one of those that are listed: they are named after the beans that migrate them.";
		};
	}

}
