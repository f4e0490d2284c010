package io.soundshare.migrations.boot.command;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

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
		if (command == MigrateCommand.HELP && !argument.isEmpty() && MigrateCommand.of(argument) == null) {
			throw new UsageException("There is no command '" + argument + "'.", Suggestion.of(argument,
					Stream.of(MigrateCommand.values()).map(MigrateCommand::key), "--migrate=help:"));
		}
		if (command == MigrateCommand.COMPLETION && !Completion.NAMES.contains(argument)) {
			throw new UsageException("There is no completion for '" + argument + "'.",
					"Give one of " + String.join(", ", Completion.NAMES) + ": " + command.example());
		}
		return new Invocation(command, argument);
	}

	/** What there is to say without an application; {@code null} if it takes one. */
	@Nullable String text() {
		return switch (this.command) {
			case HELP -> this.argument.isEmpty() ? HelpText.render()
					: HelpText.render(Objects.requireNonNull(MigrateCommand.of(this.argument)));
			case COMPLETION -> this.argument.equals(Completion.REVISIONS) ? null : Completion.script(this.argument);
			default -> null;
		};
	}

}
