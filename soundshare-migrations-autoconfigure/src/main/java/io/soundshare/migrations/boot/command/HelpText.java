package io.soundshare.migrations.boot.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text of {@code --migrate=help}.
 */
final class HelpText {

	private static final String TARGET = """
			TARGET
			  head | base | +N | -N | REV | REV+N | REV-N | tag:NAME""";

	private static final String DOWNGRADE_TARGET = String.join("\n", TARGET, "  and for downgrade",
			"  deployment       before the last deployment",
			"  deployment:ID    before that one (the history has its number)",
			"  at:TIME          as it was then: at:2026-11-22T10:00, in UTC, or with an offset",
			"  known            before the oldest revision this build does not know",
			"  only:REV         without that one, if nothing later depends on it");

	private static final String REV = """
			REV
			  an id, a path::id::author, or any prefix that fits exactly one id""";

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
						"Commands", commands.render(), "", "Options", options.render(), "", DOWNGRADE_TARGET, "", REV,
						"", "Exit codes", codes.render(), "", "Results go to stdout, logs and errors to stderr."));
	}

	/** The text of one command. */
	static String render(MigrateCommand command) {
		List<String> parts = new ArrayList<>();
		parts.add("Usage: java -jar app.jar --migrate=" + command.usage() + " [--migrate.OPTION[=VALUE]]...");
		parts.add(command.description());
		parts.add("");
		parts.add("Examples");
		TextTable examples = new TextTable();
		examples(command).forEach((example, meaning) -> examples.row("  " + example, meaning));
		parts.add(examples.render());
		TextTable options = new TextTable();
		Stream.of(MigrateOption.values())
			.filter(command::takes)
			.forEach((option) -> options.row("  " + option.usage(), option.description()));
		if (!options.isEmpty()) {
			parts.addAll(List.of("", "Options", options.render()));
		}
		switch (command.argument()) {
			case TARGET, OPTIONAL_TARGET -> {
				parts.addAll(List.of("", (command == MigrateCommand.DOWNGRADE) ? DOWNGRADE_TARGET : TARGET, "", REV));
			}
			case REVISION -> parts.addAll(List.of("", REV));
			default -> {
			}
		}
		return String.join("\n", parts);
	}

	private static Map<String, String> examples(MigrateCommand command) {
		Map<String, String> examples = new LinkedHashMap<>();
		switch (command) {
			case PLAN -> {
				examples.put("--migrate=plan", "all that is pending");
				examples.put("--migrate=plan:+1 --migrate.output=json", "the next revision, for a script");
			}
			case UPGRADE -> {
				examples.put("--migrate=upgrade", "all that is pending");
				examples.put("--migrate=upgrade:+1", "the next revision");
				examples.put("--migrate=upgrade:3f2a --migrate.sql", "the SQL up to a revision, and nothing is done");
			}
			case DOWNGRADE -> {
				examples.put("--migrate=downgrade:-1", "the last revision");
				examples.put("--migrate=downgrade:3f2a", "all after a revision");
				examples.put("--migrate=downgrade:deployment --migrate.yes",
						"the last deployment, with what that loses");
				examples.put("--migrate=downgrade:at:2026-11-22T10:00", "all since then");
			}
			case STAMP -> {
				examples.put("--migrate=stamp:head", "all revisions are there already");
				examples.put("--migrate=stamp:base", "none is");
			}
			case CREATE -> {
				examples.put(command.example(), "what the entities want");
				examples.put("--migrate=create:\"Fill songs.slug\" --migrate.empty", "a template to fill in");
			}
			case HISTORY -> {
				examples.put("--migrate=history", "the revisions");
				examples.put("--migrate=history --migrate.journal", "what was done, by whom, and how it ended");
			}
			case COMPLETION -> {
				examples.put("source <(java -jar app.jar --migrate=completion:bash)", "in ~/.bashrc");
				examples.put("source <(java -jar app.jar --migrate=completion:zsh)", "in ~/.zshrc, after compinit");
				examples.put("java -jar app.jar --migrate=completion:fish | source", "in config.fish");
			}
			default -> examples.put(command.example(), "");
		}
		return examples;
	}

	/** The commands that take an option, or those few that do not. */
	private static String commandsTaking(MigrateOption option) {
		String others = keys((command) -> !command.takes(option));
		if (others.isEmpty()) {
			return "all";
		}
		String commands = keys((command) -> command.takes(option));
		return (others.length() < commands.length()) ? "all but " + others : commands;
	}

	private static String keys(Predicate<MigrateCommand> which) {
		return Stream.of(MigrateCommand.values())
			.filter(which)
			.map(MigrateCommand::key)
			.collect(Collectors.joining(", "));
	}

}
