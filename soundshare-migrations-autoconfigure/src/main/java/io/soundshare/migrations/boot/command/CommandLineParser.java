package io.soundshare.migrations.boot.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;

/**
 * Reader of the application's arguments, as far as they are ours.
 */
final class CommandLineParser {

	private static final String COMMAND = "migrate";

	private static final String OPTION = COMMAND + ".";

	/**
	 * A single dash, a colon, or what follows a lone "--": the application must not
	 * start.
	 */
	private static final Pattern MISTYPED = Pattern.compile("--?migrate(?:[=:.].*)?", Pattern.DOTALL);

	private CommandLineParser() {
	}

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
		return new CommandLine(invocations, options);
	}

	private static UsageException commandMissing(List<String> strays) {
		String stray = strays.isEmpty() ? "" : strays.get(0);
		return new UsageException("A command is missing: --migrate=COMMAND.", (MigrateCommand.of(stray) != null)
				? "Did you mean --migrate=" + stray + "? " + Suggestion.SEE_HELP : Suggestion.SEE_HELP);
	}

	private static UsageException stray(String stray, List<Invocation> invocations) {
		Invocation last = invocations.get(invocations.size() - 1);
		if (last.command().argument() == MigrateCommand.Argument.NONE || !last.argument().isEmpty()) {
			return new UsageException("'" + stray + "' is no option.", Suggestion.SEE_HELP);
		}
		return new UsageException("'" + stray + "' is no option.",
				"An argument of a command follows a colon: --migrate=" + last.command().key() + ":" + stray);
	}

	/**
	 * Refuse what looks like ours and would be taken for the application's: a command
	 * without its --migrate.sql would not only print.
	 */
	private static void refuseMistyped(ApplicationArguments arguments) {
		for (String stray : arguments.getNonOptionArgs()) {
			if (MISTYPED.matcher(stray).matches()) {
				throw new UsageException("'" + stray + "' is no option.",
						"An option begins with two dashes, and stands before a lone '--'. " + Suggestion.SEE_HELP);
			}
		}
		for (String name : arguments.getOptionNames().stream().sorted().toList()) {
			boolean ours = name.equals(COMMAND) || name.startsWith(OPTION);
			if (!ours && (name.startsWith(COMMAND) || MigrateOption.of(name) != null)) {
				String key = name.startsWith(COMMAND) ? name.substring(COMMAND.length()).replaceFirst("^\\W", "")
						: name;
				throw new UsageException("There is no option --" + name + ".",
						(MigrateCommand.of(key.replaceFirst(":.*", "")) != null)
								? "Did you mean --migrate=" + key + "? " + Suggestion.SEE_HELP : suggestOption(key));
			}
		}
	}

	private static String suggestOption(String key) {
		return Suggestion.of(key, Stream.of(MigrateOption.values()).map(MigrateOption::key), "--migrate.");
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

}
