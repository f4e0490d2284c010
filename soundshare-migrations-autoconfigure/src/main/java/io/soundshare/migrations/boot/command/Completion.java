package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scripts that complete our commands in a shell. They ask the application for the
 * names of revisions when they need them.
 */
final class Completion {

	/** What the scripts ask for. */
	static final String REVISIONS = "revisions";

	static final List<String> NAMES = List.of("bash", "zsh", "fish", REVISIONS);

	private Completion() {
	}

	/**
	 * Return a script.
	 * @param shell the name of the shell
	 */
	static String script(String shell) {
		return resource(shell.equals("fish") ? "completion.fish" : "completion.bash")
			.replace("@COMMANDS@", join(Stream.of(MigrateCommand.values()), " "))
			.replace("@REVISIONS@", join(Stream.of(MigrateCommand.values()).filter(Completion::takesRevision), "|"))
			.replace("@OPTIONS@",
					Stream.of(MigrateOption.values())
						.map((option) -> option.key() + (option.isFlag() ? "" : "="))
						.collect(Collectors.joining(" ")))
			.stripTrailing();
	}

	private static boolean takesRevision(MigrateCommand command) {
		return switch (command.argument()) {
			case TARGET, OPTIONAL_TARGET, REVISION -> true;
			default -> false;
		};
	}

	private static String join(Stream<MigrateCommand> commands, String separator) {
		return commands.map(MigrateCommand::key).collect(Collectors.joining(separator));
	}

	private static String resource(String name) {
		try (InputStream in = Objects.requireNonNull(Completion.class.getResourceAsStream(name), name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
