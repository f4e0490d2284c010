package io.soundshare.migrations.boot.command;

import java.util.stream.Stream;

/**
 * A command with its argument.
 *
 * @param command the command
 * @param argument what follows the colon, empty if nothing does
 */
record Invocation(MigrateCommand command, String argument) {

	static Invocation parse(String text) {
		int colon = text.indexOf(':');
		String key = (colon < 0) ? text : text.substring(0, colon);
		String argument = (colon < 0) ? "" : text.substring(colon + 1).strip();
		if (text.indexOf('\uFFFD') >= 0) {
			throw new UsageException(
					"'" + key + "' was given an argument this terminal's encoding has no characters for.",
					"Set a UTF-8 locale, for example LC_ALL=C.UTF-8, and try again.");
		}
		MigrateCommand command = MigrateCommand.of(key);
		if (command == null) {
			throw new UsageException(
					key.isBlank() ? "A command is missing: --migrate=COMMAND." : "There is no command '" + key + "'.",
					Suggestion.of(key, Stream.of(MigrateCommand.values()).map(MigrateCommand::key), "--migrate="));
		}
		if (colon >= 0 && argument.isEmpty() && command.argument().isOptional()) {
			// It may be a variable that is not set, and head is far from nothing.
			throw new UsageException("'" + text + "' has nothing after its colon.",
					"Give " + command.argument().noun() + ", or leave the colon out: --migrate=" + key + ".");
		}
		if (command.argument() == MigrateCommand.Argument.NONE && !argument.isEmpty()) {
			throw new UsageException("'" + key + "' takes no argument, and was given '" + argument + "'.",
					"Give --migrate=" + key + ".");
		}
		if (command.argument() != MigrateCommand.Argument.NONE && !command.argument().isOptional()
				&& argument.isEmpty()) {
			throw new UsageException("'" + key + "' needs an argument: --migrate=" + command.usage() + ".",
					"For example: " + command.example());
		}
		return new Invocation(command, argument);
	}

}
