package io.soundshare.migrations.model;

import java.util.Locale;
import java.util.Objects;

/**
 * A call or a setting that a text advises. Its name depends on where the reader stands:
 * {@link #toString()} names it for a program that calls this library, another way of
 * using it has words of its own.
 *
 * @param kind the call or setting
 * @param argument the argument or value that it is given, empty for none
 */
public record Remedy(Kind kind, String argument) {

	public Remedy {
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(argument, "argument");
	}

	/**
	 * Return its name for a program that calls this library.
	 * @return a call, or a setting with its value
	 */
	@Override
	public String toString() {
		String constant = this.argument.toUpperCase(Locale.ROOT).replace('-', '_');
		String target = this.argument.isEmpty() ? "" : "Target.parse(\"" + this.argument + "\")";
		return switch (this.kind) {
			case UPGRADE -> "Migrations.upgrade(" + target + ")";
			case DOWNGRADE -> "Migrations.downgrade(" + target + ")";
			case CONFIRM_DOWNGRADE -> "Migrations.downgrade(" + target + ")";
			case STAMP -> "Migrations.stamp(" + target + ")";
			case RETRY_UPGRADE -> "Migrations.forgetInterrupted() and Migrations.upgrade(" + target + ")";
			case RETRY_DOWNGRADE -> "Migrations.forgetInterrupted() and Migrations.downgrade(" + target + ")";
			case HISTORY -> "Migrations.status().history()";
			case STATUS -> "Migrations.status()";
			case SHOW -> "Migrations.show(\"" + this.argument + "\")";
			case UNLOCK -> "Migrations.unlock()";
			case CREATE -> "RevisionFile.of(" + (this.argument.isEmpty() ? "…" : this.argument + ", …") + ")";
			case EMPTY -> "RevisionFile.empty(" + (this.argument.isEmpty() ? "…" : this.argument + ", …") + ")";
			case CHECK -> "Autogenerate.entities";
			case FORMAT -> "RevisionFileFormat." + constant;
			case DIRECTORY -> "directory";
			case AGAINST -> "Against." + constant;
			case EXCLUDE -> "an exclude pattern" + (this.argument.isEmpty() ? "" : ": " + this.argument);
			case FILL -> "Answers.fills " + this.argument;
			case RENAME -> "Answers.renames " + this.argument;
			case STACK_TRACE -> "the stack trace";
			case URL -> "the URL of the data source";
			case USERNAME -> "the user of the data source";
			case PASSWORD -> "the password of the data source";
			case SHADOW_URL ->
				"the URL given to ShadowDatabases" + (this.argument.isEmpty() ? "" : ": " + this.argument);
			case CHANGE_LOG -> "Migrations.builder(dataSource, changelog)";
			case PARAMETER -> "MigrationsBuilder.parameters(Map.of(\"" + this.argument + "\", …))";
			case DEFAULT_SCHEMA -> "MigrationsBuilder.defaultSchema";
			case LIQUIBASE_SCHEMA -> "MigrationsBuilder.liquibaseSchema";
			case STARTUP -> "Migrations." + this.argument + "() when it starts";
			case AHEAD -> "do without MigrationStatus.requireNotAhead()";
			case RECORD_UNDO -> "MigrationsBuilder.recordUndo(" + this.argument + ")";
			case DESTRUCTIVE -> "DestructiveMode." + constant;
			case TAKE_BACKUP -> "Migrations.backup()";
			case BACKUPS -> "Migrations.backups()";
			case RESTORE -> "Migrations.restore(\"" + this.argument + "\")";
			case BACKUP -> "BackupMode." + constant;
			case BACKUP_FOLDER -> "MigrationsBuilder.backupFolder(…)";
			case TRANSACTION -> "TransactionMode." + constant;
		};
	}

	/**
	 * The calls and settings that texts advise.
	 */
	public enum Kind {

		/** Apply revisions, up to the target if one is given. */
		UPGRADE,

		/** Undo revisions, down to the target. */
		DOWNGRADE,

		/** Undo revisions, down to the target, and lose what that loses. */
		CONFIRM_DOWNGRADE,

		/** Count revisions up to the target as applied, and no others. */
		STAMP,

		/** Upgrade though a revision may have been applied in part. */
		RETRY_UPGRADE,

		/** Downgrade to the target though a revision may have been undone in part. */
		RETRY_DOWNGRADE,

		/** List the revisions. */
		HISTORY,

		/** Tell where the database stands. */
		STATUS,

		/** Show the revision. */
		SHOW,

		/** Release the lock of a process that is gone. */
		UNLOCK,

		/** Write a revision file with the message. */
		CREATE,

		/** Write an empty revision file with the message. */
		EMPTY,

		/** Compare the entities with the changelog. */
		CHECK,

		/** Write a revision file in the format. */
		FORMAT,

		/** Write a revision file into another directory. */
		DIRECTORY,

		/** Compare with the changelog or with the database. */
		AGAINST,

		/** Leave tables alone. */
		EXCLUDE,

		/** Give rows a value: {@code table.column:value}. */
		FILL,

		/** Tell what was renamed: {@code table.old:new} or {@code old:new}. */
		RENAME,

		/** See where an exception comes from. */
		STACK_TRACE,

		/** The JDBC URL. */
		URL,

		/** The user the database knows. */
		USERNAME,

		/** The password of that user. */
		PASSWORD,

		/** The URL of an empty database for comparisons. */
		SHADOW_URL,

		/** The root changelog. */
		CHANGE_LOG,

		/** The changelog parameter. */
		PARAMETER,

		/** The schema of what change sets make. */
		DEFAULT_SCHEMA,

		/** The schema of the history. */
		LIQUIBASE_SCHEMA,

		/** The work of an application that starts: {@code upgrade}. */
		STARTUP,

		/** The answer to revisions this build does not know: {@code warn}. */
		AHEAD,

		/** Whether an upgrade records what undoes it: {@code false}. */
		RECORD_UNDO,

		/** Whether everything may be dropped: {@code allow} or {@code refuse}. */
		DESTRUCTIVE,

		/** Make a backup. */
		TAKE_BACKUP,

		/** List the backups. */
		BACKUPS,

		/** Put a backup in the place of the database. */
		RESTORE,

		/** When the database is backed up: {@code never}. */
		BACKUP,

		/** The folder of the backups. */
		BACKUP_FOLDER,

		/** The extent of a transaction: {@code change-set} or {@code deployment}. */
		TRANSACTION;

		/**
		 * Advise it without an argument.
		 * @return the remedy
		 */
		public Remedy remedy() {
			return new Remedy(this, "");
		}

		/**
		 * Advise it with an argument.
		 * @param argument the argument or value
		 * @return the remedy
		 */
		public Remedy of(Object argument) {
			return new Remedy(this, argument.toString());
		}

	}

}
