package io.soundshare.migrations.boot.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The commands to run, and the options they run with.
 *
 * @param invocations the commands in order
 * @param options the options with their values, which hold for all commands
 */
record CommandLine(List<Invocation> invocations, Map<MigrateOption, List<String>> options) {

	CommandLine(List<Invocation> invocations, Map<MigrateOption, List<String>> options) {
		this.invocations = List.copyOf(invocations);
		this.options = options;
		refuseContradictions();
	}

	private void refuseContradictions() {
		for (MigrateOption option : this.options.keySet()) {
			if (this.invocations.stream().noneMatch((invocation) -> invocation.command().takes(option))) {
				throw new UsageException("--migrate." + option.key() + " means nothing to "
						+ this.invocations.get(0).command().key() + ".", "Leave it out. " + Suggestion.SEE_HELP);
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
		return this.invocations.stream().allMatch((invocation) -> invocation.text() != null);
	}

}
