package io.soundshare.migrations.boot.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * Text of {@code --migrate=help}.
 */
final class HelpText {

	private HelpText() {
	}

	static String render() {
		TextTable commands = new TextTable();
		for (MigrateCommand command : MigrateCommand.values()) {
			commands.row("  " + command.usage(), command.description(), command.example());
		}
		TextTable options = new TextTable();
		for (MigrateOption option : MigrateOption.values()) {
			options.row("  " + option.usage(), option.description(), commandsTaking(option));
		}
		TextTable codes = new TextTable();
		for (ExitCode code : ExitCode.values()) {
			codes.row("  " + code.value(), code.meaning());
		}
		return String.join("\n",
				List.of("Usage: java -jar app.jar --migrate=COMMAND[:ARGUMENT] [--migrate.OPTION[=VALUE]]...",
						"--migrate may be repeated: the commands run in order and stop at the first failure.", "",
						"Commands", commands.render(), "", "Options", options.render(), "", "TARGET",
						"  head | base | +N | -N | REV | REV+N | REV-N | tag:NAME", "  and for downgrade",
						"  deployment       before the last deployment",
						"  deployment:ID    before that one (the history has its number)",
						"  at:TIME          as it was then: at:2026-11-22T10:00, in UTC, or with an offset",
						"  known            before the oldest revision this build does not know",
						"  only:REV         without that one, if nothing later depends on it", "", "REV",
						"  an id, a path::id::author, or any prefix that fits exactly one id", "", "Exit codes",
						codes.render(), "", "Results go to stdout, logs and errors to stderr."));
	}

	private static String commandsTaking(MigrateOption option) {
		List<String> commands = Stream.of(MigrateCommand.values())
			.filter((command) -> command.takes(option))
			.map(MigrateCommand::key)
			.toList();
		int missing = MigrateCommand.values().length - commands.size();
		if (missing == 1 && !commands.contains(MigrateCommand.HELP.key())) {
			return "all but help";
		}
		return (missing == 0) ? "all" : String.join(", ", commands);
	}

}
