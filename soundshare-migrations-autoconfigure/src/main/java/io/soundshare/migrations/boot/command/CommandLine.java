package io.soundshare.migrations.boot.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;

/**
 * The application's arguments, as far as they are ours.
 *
 * @param invocations the commands in order
 * @param options the options with their values, which hold for all commands
 */
record CommandLine(List<Invocation> invocations, Map<MigrateOption, List<String>> options) {

	private static final String COMMAND = "migrate";

	private static final String OPTION = COMMAND + ".";

	private static final String SEE_HELP = "See --migrate=help.";

	/** One dash, a colon, or what follows a lone "--": the application must not start. */
	private static final Pattern MISTYPED = Pattern.compile("--?migrate(?:[=:.].*)?", Pattern.DOTALL);

	/** Whether any of the arguments is for us. */
	static boolean isPresent(String[] args) {
		return Stream.of(args).anyMatch((arg) -> MISTYPED.matcher(arg).matches());
	}

	/**
	 * Read the arguments.
	 * @throws UsageException if they cannot be meant
	 */
	static CommandLine parse(String[] args) {
		ApplicationArguments arguments = new DefaultApplicationArguments(args);
		List<Invocation> invocations = new ArrayList<>();
		List<String> commands = arguments.getOptionValues(COMMAND);
		refuseMistyped(arguments);
		if (commands == null || commands.isEmpty()) {
			throw commandMissing(arguments.getNonOptionArgs());
		}
		commands.forEach((command) -> invocations.add(Invocation.parse(command)));
		if (!arguments.getNonOptionArgs().isEmpty()) {
			throw stray(arguments.getNonOptionArgs().get(0), invocations);
		}
		Map<MigrateOption, List<String>> options = new EnumMap<>(MigrateOption.class);
		for (String name : arguments.getOptionNames().stream().sorted().toList()) {
			if (name.startsWith(OPTION)) {
				List<String> values = arguments.getOptionValues(name);
				addOption(options, name.substring(OPTION.length()), (values != null) ? values : List.of());
			}
		}
		CommandLine commandLine = new CommandLine(List.copyOf(invocations), options);
		commandLine.refuseContradictions();
		return commandLine;
	}

	private static UsageException commandMissing(List<String> strays) {
		String stray = strays.isEmpty() ? "" : strays.get(0);
		return new UsageException("A command is missing: --migrate=COMMAND.",
				(MigrateCommand.of(stray) != null) ? "Did you mean --migrate=" + stray + "? " + SEE_HELP : SEE_HELP);
	}

	private static UsageException stray(String stray, List<Invocation> invocations) {
		Invocation last = invocations.get(invocations.size() - 1);
		if (last.command().argument() == MigrateCommand.Argument.NONE || !last.argument().isEmpty()) {
			return new UsageException("'" + stray + "' is no option.", SEE_HELP);
		}
		return new UsageException("'" + stray + "' is no option.",
				"An argument of a command follows a colon: --migrate=" + last.command().key() + ":" + stray);
	}

	/**
	 * What looks like ours and would be taken for the application's: a command without
	 * its --migrate.sql would not only print.
	 */
	private static void refuseMistyped(ApplicationArguments arguments) {
		for (String stray : arguments.getNonOptionArgs()) {
			if (MISTYPED.matcher(stray).matches()) {
				throw new UsageException("'" + stray + "' is no option.",
						"An option begins with two dashes, and stands before a lone '--'. " + SEE_HELP);
			}
		}
		for (String name : arguments.getOptionNames().stream().sorted().toList()) {
			boolean ours = name.equals(COMMAND) || name.startsWith(OPTION);
			if (!ours && (name.startsWith(COMMAND) || MigrateOption.of(name) != null)) {
				String key = name.startsWith(COMMAND) ? name.substring(COMMAND.length()).replaceFirst("^\\W", "")
						: name;
				throw new UsageException("There is no option --" + name + ".",
						(MigrateCommand.of(key.replaceFirst(":.*", "")) != null)
								? "Did you mean --migrate=" + key + "? " + SEE_HELP : suggestOption(key));
			}
		}
	}

	private static String suggestOption(String key) {
		return didYouMean(key, Stream.of(MigrateOption.values()).map(MigrateOption::key), "--migrate.");
	}

	private static void addOption(Map<MigrateOption, List<String>> options, String key, List<String> given) {
		MigrateOption option = MigrateOption.of(key);
		if (option == null) {
			throw new UsageException("There is no option --migrate." + key + ".", suggestOption(key));
		}
		List<String> values = given.stream().distinct().toList();
		if (values.size() > 1 && !option.isRepeatable()) {
			throw new UsageException("--migrate." + key + " is given as " + String.join(" and as ", values) + ".",
					"Give it once.");
		}
		if (option.isFlag()) {
			addFlag(options, option, values.isEmpty() ? "" : values.get(0));
		}
		else {
			options.put(option, values(option, values));
		}
	}

	private static List<String> values(MigrateOption option, List<String> given) {
		List<String> values = new ArrayList<>();
		for (String text : given.isEmpty() ? List.of("") : given) {
			for (String value : option.isList() ? text.split(",", -1) : new String[] { text }) {
				if (value.isBlank() || !option.allows(value)) {
					throw new UsageException("--migrate." + option.key() + "=" + text + " has no such value.",
							"Give " + option.usage() + ".");
				}
				values.add(option.isList() ? value.strip() : value);
			}
		}
		return List.copyOf(values);
	}

	private static void addFlag(Map<MigrateOption, List<String>> options, MigrateOption option, String value) {
		switch (value) {
			case "", "true" -> options.put(option, List.of("true"));
			case "false" -> {
			}
			default -> throw new UsageException("--migrate." + option.key() + "=" + value + " has no such value.",
					"Give " + option.usage() + " or leave it out.");
		}
	}

	private void refuseContradictions() {
		for (MigrateOption option : this.options.keySet()) {
			if (this.invocations.stream().noneMatch((invocation) -> invocation.command().takes(option))) {
				throw new UsageException("--migrate." + option.key() + " means nothing to "
						+ this.invocations.get(0).command().key() + ".", "Leave it out. " + SEE_HELP);
			}
		}
		if (has(MigrateOption.SQL) && has(MigrateOption.YES)) {
			throw new UsageException("--migrate.sql and --migrate.yes contradict each other: the one changes nothing, "
					+ "the other confirms a change.", "Give one of them.");
		}
		if (has(MigrateOption.EMPTY)) {
			Stream
				.of(MigrateOption.RENAME, MigrateOption.FILL, MigrateOption.AGAINST, MigrateOption.INCLUDE,
						MigrateOption.EXCLUDE)
				.filter((option) -> has(option) && isForCreateAlone(option))
				.forEach((option) -> {
					throw new UsageException("--migrate.empty and --migrate." + option.key()
							+ " contradict each other: the one is for a template, the other for what is generated.",
							"Give one of them.");
				});
		}
	}

	private boolean isForCreateAlone(MigrateOption option) {
		return this.invocations.stream()
			.map(Invocation::command)
			.noneMatch((command) -> command != MigrateCommand.CREATE && command.takes(option));
	}

	boolean has(MigrateOption option) {
		return this.options.containsKey(option);
	}

	@Nullable String get(MigrateOption option) {
		List<String> values = all(option);
		return values.isEmpty() ? null : values.get(0);
	}

	/** The values of an option that may be given several times. */
	List<String> all(MigrateOption option) {
		return this.options.getOrDefault(option, List.of());
	}

	/** Whether all there is to it is on stdout, and nothing is done. */
	boolean isReadOnly() {
		return has(MigrateOption.SQL)
				|| this.invocations.stream().allMatch((invocation) -> invocation.command().isReadOnly());
	}

	boolean isJson() {
		return "json".equals(get(MigrateOption.OUTPUT));
	}

	/** Whether nothing has to be started to answer. */
	boolean isHelpOnly() {
		return this.invocations.stream().allMatch((invocation) -> invocation.command() == MigrateCommand.HELP);
	}

	static String didYouMean(String typed, Stream<String> words, String prefix) {
		LevenshteinDistance levenshtein = LevenshteinDistance.getDefaultInstance();
		return words
			.filter((word) -> (!typed.isEmpty() && word.startsWith(typed))
					|| levenshtein.apply(typed, word) <= Math.max(2, typed.length() / 2))
			.min(Comparator.comparing((word) -> levenshtein.apply(typed, word)))
			.map((word) -> "Did you mean " + prefix + word + "? ")
			.orElse("") + SEE_HELP;
	}

	/**
	 * One command with its argument.
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
						key.isBlank() ? "A command is missing: --migrate=COMMAND."
								: "There is no command '" + key + "'.",
						didYouMean(key, Stream.of(MigrateCommand.values()).map(MigrateCommand::key), "--migrate="));
			}
			if (colon >= 0 && argument.isEmpty() && command.argument().isOptional()) {
				// It may be a variable that is not set, and head is far from nothing.
				throw new UsageException("'" + text + "' has nothing after its colon.", "Give a "
						+ ((command.argument() == MigrateCommand.Argument.OPTIONAL_TARGET) ? "target" : "message")
						+ ", or leave the colon out: --migrate=" + key + ".");
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

}
