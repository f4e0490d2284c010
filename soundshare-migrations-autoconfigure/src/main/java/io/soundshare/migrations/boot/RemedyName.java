package io.soundshare.migrations.boot;

import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Remedy;

/**
 * The name of a {@link Remedy} for operators and for who configures the application:
 * arguments of the command line, and properties.
 */
public final class RemedyName {

	private RemedyName() {
	}

	/**
	 * Name a remedy.
	 * @param remedy the remedy
	 * @return an argument or a property, with its value
	 */
	public static String of(Remedy remedy) {
		String argument = remedy.argument();
		return switch (remedy.kind()) {
			case UPGRADE -> command("upgrade", argument);
			case DOWNGRADE -> command("downgrade", argument);
			case CONFIRM_DOWNGRADE -> command("downgrade", argument) + " --migrate.yes";
			case STAMP -> command("stamp", argument);
			case RETRY_UPGRADE -> command("upgrade", argument) + " --migrate.retry";
			case RETRY_DOWNGRADE -> command("downgrade", argument) + " --migrate.retry";
			case HISTORY -> command("history", argument);
			case STATUS -> command("status", argument);
			case SHOW -> command("show", argument);
			case UNLOCK -> command("unlock", argument) + " --migrate.yes";
			case CREATE -> command("create", argument);
			case EMPTY -> command("create", argument) + " --migrate.empty";
			case CHECK -> command("check", argument);
			case FORMAT -> option("format", argument);
			case DIRECTORY -> option("directory", argument);
			case AGAINST -> option("against", argument);
			case EXCLUDE -> option("exclude", argument);
			case FILL -> option("fill", argument);
			case RENAME -> option("rename", argument);
			case STACK_TRACE -> option("verbose", argument);
			case URL -> "spring.datasource.url";
			case USERNAME -> "spring.datasource.username";
			case PASSWORD -> "spring.datasource.password";
			case SHADOW_URL -> "soundshare.migrations.shadow.url" + (argument.isEmpty() ? "" : "=" + argument);
			case CHANGE_LOG -> "spring.liquibase.change-log";
			case PARAMETER -> "spring.liquibase.parameters." + argument;
			case DEFAULT_SCHEMA -> "spring.liquibase.default-schema";
			case LIQUIBASE_SCHEMA -> "spring.liquibase.liquibase-schema";
			case STARTUP -> "soundshare.migrations.startup=" + argument;
			case AHEAD -> "set soundshare.migrations.ahead=" + argument;
			case RECORD_UNDO -> "soundshare.migrations.undo.recorded=" + argument;
			case DESTRUCTIVE -> "soundshare.migrations.destructive=" + argument;
			case TAKE_BACKUP -> command("backup", argument);
			case BACKUPS -> command("backups", argument);
			case RESTORE -> command("restore", argument) + " --migrate.yes";
			case BACKUP -> "soundshare.migrations.backup=" + argument;
			case BACKUP_FOLDER -> "soundshare.migrations.backup-folder=" + argument;
			case TRANSACTION -> "soundshare.migrations.transaction=" + argument;
		};
	}

	/**
	 * Do something, of which a failure names its remedies so.
	 * @param work what may fail
	 */
	static void speak(Runnable work) {
		try {
			work.run();
		}
		catch (MigrationException ex) {
			ex.speak(RemedyName::of);
			throw ex;
		}
	}

	private static String command(String name, String argument) {
		return "--migrate=" + name + (argument.isEmpty() ? "" : ":" + argument);
	}

	private static String option(String name, String value) {
		return "--migrate." + name + (value.isEmpty() ? "" : "=" + value);
	}

}
