package io.soundshare.migrations.boot.command;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The commands, each {@code --migrate=NAME} or {@code --migrate=NAME:ARGUMENT}.
 */
enum MigrateCommand {

	HELP(Argument.OPTIONAL_COMMAND, "this text, or that of one command", "--migrate=help:upgrade"),

	CURRENT(Argument.NONE, "the current revision", "--migrate=current", MigrateOption.OUTPUT),

	HISTORY(Argument.NONE, "all revisions, newest first", "--migrate=history", MigrateOption.OUTPUT,
			MigrateOption.JOURNAL),

	STATUS(Argument.NONE, "where the database stands", "--migrate=status --migrate.output=json", MigrateOption.OUTPUT,
			MigrateOption.STRICT),

	SHOW(Argument.REVISION, "one revision with its SQL, up and down", "--migrate=show:3f2a", MigrateOption.OUTPUT),

	PLAN(Argument.OPTIONAL_TARGET, "what an upgrade would do, and what undoes it", "--migrate=plan",
			MigrateOption.OUTPUT),

	UPGRADE(Argument.OPTIONAL_TARGET, "apply what is pending; default target head", "--migrate=upgrade:+1",
			MigrateOption.SQL, MigrateOption.RETRY, MigrateOption.OUTPUT),

	DOWNGRADE(Argument.TARGET, "undo revisions, newest first", "--migrate=downgrade:-1", MigrateOption.YES,
			MigrateOption.SQL, MigrateOption.RETRY, MigrateOption.OUTPUT),

	CREATE(Argument.MESSAGE, "write what the entities want as a revision",
			"--migrate=create:\"Add play_count to songs\"", MigrateOption.EMPTY, MigrateOption.RENAME,
			MigrateOption.FILL, MigrateOption.AGAINST, MigrateOption.INCLUDE, MigrateOption.EXCLUDE,
			MigrateOption.FORMAT, MigrateOption.DIRECTORY, MigrateOption.OUTPUT),

	CHECK(Argument.NONE, "do the entities and the changelog agree?", "--migrate=check --migrate.sql", MigrateOption.SQL,
			MigrateOption.AGAINST, MigrateOption.INCLUDE, MigrateOption.EXCLUDE, MigrateOption.OUTPUT),

	BASELINE(Argument.OPTIONAL_MESSAGE, "write a database as the first revision", "--migrate=baseline",
			MigrateOption.INCLUDE, MigrateOption.EXCLUDE, MigrateOption.FORMAT, MigrateOption.DIRECTORY,
			MigrateOption.OUTPUT),

	STAMP(Argument.TARGET, "write the history, run nothing", "--migrate=stamp:head", MigrateOption.SQL,
			MigrateOption.OUTPUT),

	RESET(Argument.NONE, "drop everything, upgrade to head", "--migrate=reset --migrate.yes", MigrateOption.YES,
			MigrateOption.SQL, MigrateOption.OUTPUT),

	REHEARSE(Argument.OPTIONAL_TARGET, "try an upgrade out on a copy", "--migrate=rehearse", MigrateOption.DATA,
			MigrateOption.STRICT, MigrateOption.OUTPUT),

	REDO(Argument.OPTIONAL_STEPS, "undo revisions, apply them again; default -1", "--migrate=redo:-2",
			MigrateOption.YES, MigrateOption.OUTPUT),

	BACKUP(Argument.OPTIONAL_VERIFY, "copy the database, or verify all copies", "--migrate=backup",
			MigrateOption.OUTPUT),

	BACKUPS(Argument.NONE, "the copies, newest first", "--migrate=backups", MigrateOption.OUTPUT),

	RESTORE(Argument.OPTIONAL_NAME, "bring a backup back; default the newest", "--migrate=restore --migrate.yes",
			MigrateOption.YES, MigrateOption.OUTPUT),

	WATCH(Argument.NONE, "follow what another process migrates", "--migrate=watch"),

	COMPLETION(Argument.SHELL, "what completes commands in a shell", "--migrate=completion:bash"),

	LOCK(Argument.NONE, "write which revisions are released", "--migrate=lock", MigrateOption.DIRECTORY,
			MigrateOption.OUTPUT),

	UNLOCK(Argument.NONE, "show the lock; release it with --migrate.yes", "--migrate=unlock --migrate.yes",
			MigrateOption.YES, MigrateOption.OUTPUT);

	private final Argument argument;

	private final String description;

	private final String example;

	private final Set<MigrateOption> options = EnumSet.of(MigrateOption.VERBOSE, MigrateOption.DATABASE);

	MigrateCommand(Argument argument, String description, String example, MigrateOption... options) {
		this.argument = argument;
		this.description = description;
		this.example = example;
		this.options.addAll(Set.of(options));
	}

	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	Argument argument() {
		return this.argument;
	}

	boolean takes(MigrateOption option) {
		return this.options.contains(option);
	}

	/**
	 * Whether, among several databases and with none named, the command is for all of
	 * them.
	 */
	boolean isForEveryDatabase() {
		return switch (this) {
			case CURRENT, HISTORY, STATUS, UNLOCK, BACKUP, BACKUPS -> true;
			default -> false;
		};
	}

	/** Whether the command does nothing but print. */
	boolean isReadOnly() {
		return switch (this) {
			case HELP, CURRENT, HISTORY, STATUS, SHOW, PLAN, CHECK, REHEARSE, BACKUPS, WATCH, COMPLETION -> true;
			default -> false;
		};
	}

	String usage() {
		return key() + switch (this.argument) {
			case NONE -> "";
			case OPTIONAL_TARGET -> "[:TARGET]";
			case TARGET -> ":TARGET";
			case REVISION -> ":REV";
			case MESSAGE -> ":MESSAGE";
			case OPTIONAL_MESSAGE -> "[:MESSAGE]";
			case OPTIONAL_STEPS -> "[:-N]";
			case OPTIONAL_NAME -> "[:NAME]";
			case OPTIONAL_VERIFY -> "[:verify]";
			case OPTIONAL_COMMAND -> "[:COMMAND]";
			case SHELL -> ":SHELL";
		};
	}

	String description() {
		return this.description;
	}

	String example() {
		return this.example;
	}

	static @Nullable MigrateCommand of(String key) {
		for (MigrateCommand command : values()) {
			if (command.key().equals(key)) {
				return command;
			}
		}
		return null;
	}

	/**
	 * Kinds of arguments, which come after a colon.
	 */
	enum Argument {

		NONE, OPTIONAL_TARGET, TARGET, REVISION, MESSAGE, OPTIONAL_MESSAGE, OPTIONAL_STEPS, OPTIONAL_NAME,

		OPTIONAL_VERIFY, OPTIONAL_COMMAND, SHELL;

		boolean isOptional() {
			return name().startsWith("OPTIONAL_");
		}

		/** What is meant, with its article. */
		String noun() {
			return switch (this) {
				case OPTIONAL_TARGET -> "a target";
				case OPTIONAL_STEPS -> "a number of steps";
				case OPTIONAL_NAME -> "a name";
				case OPTIONAL_VERIFY -> "verify";
				case OPTIONAL_COMMAND -> "a command";
				default -> "a message";
			};
		}

	}

}
