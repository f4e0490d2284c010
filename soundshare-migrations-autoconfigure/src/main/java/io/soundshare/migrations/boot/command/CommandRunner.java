package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Target;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;

/**
 * Runs the commands of a command line against the databases of a context.
 */
final class CommandRunner {

	private final CommandLine commandLine;

	private final PrintStream out;

	private final OpenLine line;

	private final OutputPrinter printer;

	private final @Nullable Class<?> mainClass;

	private final BeanFactory beanFactory;

	private final Consumer<Migrations> beforeUse;

	/**
	 * Create one.
	 * @param beforeUse is told of each database before it is touched
	 */
	CommandRunner(CommandLine commandLine, PrintStream out, OpenLine line, @Nullable Class<?> mainClass,
			BeanFactory beanFactory, Consumer<Migrations> beforeUse) {
		this.commandLine = commandLine;
		this.out = out;
		this.line = line;
		this.printer = new OutputPrinter(out);
		this.mainClass = mainClass;
		this.beanFactory = beanFactory;
		this.beforeUse = beforeUse;
	}

	ExitCode run() {
		MigratorRegistry migrators = this.beanFactory.getBeanProvider(MigratorRegistry.class).getIfAvailable();
		for (Invocation invocation : this.commandLine.invocations()) {
			ExitCode code = run(invocation, migrators);
			if (code != ExitCode.DONE) {
				return code;
			}
		}
		return ExitCode.DONE;
	}

	private ExitCode run(Invocation invocation, @Nullable MigratorRegistry migrators) {
		String text = invocation.text();
		if (text != null) {
			this.out.println(text);
			return ExitCode.DONE;
		}
		Map<String, Migrations> chosen = choose(invocation.command(), migrators);
		chosen.values().forEach(this.beforeUse);
		ExitCode worst = ExitCode.DONE;
		Map<String, CommandOutput> outputs = new LinkedHashMap<>();
		for (Map.Entry<String, Migrations> database : chosen.entrySet()) {
			CommandOutput output = run(invocation, database.getKey(), database.getValue());
			outputs.put(database.getKey(), output);
			worst = (worst != ExitCode.DONE) ? worst : output.code();
			if (!this.commandLine.isJson()) {
				print(output, (chosen.size() > 1) ? database.getKey() : null);
			}
		}
		if (this.commandLine.isJson()) {
			this.printer.printJson(outputs);
		}
		return worst;
	}

	private void print(CommandOutput output, @Nullable String database) {
		if (database != null) {
			this.out.println("[" + database + "]");
		}
		if (this.commandLine.has(MigrateOption.SQL)) {
			this.printer.printScript(output.text());
		}
		else {
			this.printer.printText(output.text());
		}
	}

	/** Choose the databases. No other is created: it may be out of reach. */
	private Map<String, Migrations> choose(MigrateCommand command, @Nullable MigratorRegistry migrators) {
		if (migrators == null || migrators.names().isEmpty()) {
			throw new UsageException("This application has no database to migrate.",
					"Set spring.datasource.url or define a DataSource bean, and leave spring.liquibase.enabled "
							+ "and soundshare.migrations.enabled at true.");
		}
		String name = this.commandLine.get(MigrateOption.DATABASE);
		String names = String.join(", ", migrators.names());
		if (name == null) {
			if (migrators.names().size() > 1 && !command.isForEveryDatabase()) {
				throw new UsageException("This application has several databases: " + names + ".",
						"Say which one: --migrate.database=NAME.");
			}
			return migrators.byName();
		}
		if (!migrators.names().contains(name)) {
			throw new UsageException("There is no database '" + name + "'.", "There is: " + names + ".");
		}
		return Map.of(name, migrators.get(name));
	}

	private CommandOutput run(Invocation invocation, String database, Migrations migrations) {
		String argument = invocation.argument();
		return switch (invocation.command()) {
			case CURRENT -> read(migrations).current();
			case HISTORY -> read(migrations).history();
			case STATUS -> read(migrations).status();
			case SHOW -> read(migrations).show(argument);
			case PLAN -> read(migrations).plan(argument.isEmpty() ? Target.HEAD : Target.parse(argument));
			case WATCH -> new WatchCommand(migrations, this.out).run();
			case COMPLETION -> read(migrations).revisions();
			case UPGRADE ->
				change(migrations).run(Operation.UPGRADE, argument.isEmpty() ? Target.HEAD : Target.parse(argument));
			case DOWNGRADE -> change(migrations).downgrade(Target.parse(argument));
			case STAMP -> change(migrations).run(Operation.STAMP, Target.parse(argument));
			case RESET -> change(migrations).reset(settings());
			case REHEARSE -> new RehearsalCommand(this.commandLine, migrations, this.out, this.line)
				.run(argument.isEmpty() ? Target.HEAD : Target.parse(argument));
			case REDO -> change(migrations).redo(argument.isEmpty() ? "-1" : argument);
			case BACKUP -> backup(migrations).backup(argument);
			case BACKUPS -> backup(migrations).list();
			case RESTORE -> backup(migrations).restore(argument, settings().destructive());
			case LOCK -> LockCommand.write(this.commandLine, migrations, this.mainClass);
			case UNLOCK -> change(migrations).unlock();
			case CREATE -> this.commandLine.has(MigrateOption.EMPTY)
					? TemplateCommand.create(this.commandLine, migrations, this.mainClass, argument)
					: autogenerate(database, migrations).create(argument);
			case CHECK -> autogenerate(database, migrations).check();
			case BASELINE -> autogenerate(database, migrations).baseline(argument);
			case HELP -> throw new IllegalStateException("Help needs no database");
		};
	}

	private MigrationsProperties settings() {
		return this.beanFactory.getBean(MigrationsProperties.class);
	}

	private BackupCommands backup(Migrations migrations) {
		return new BackupCommands(this.commandLine, migrations, this.out, this.line);
	}

	private ReadCommands read(Migrations migrations) {
		return new ReadCommands(this.commandLine, migrations);
	}

	private ChangeCommands change(Migrations migrations) {
		return new ChangeCommands(this.commandLine, migrations, this.out, this.line);
	}

	private AutogenerateCommands autogenerate(String database, Migrations migrations) {
		OptionalJars.requireAutogenerate();
		return new AutogenerateCommands(this.commandLine, this.mainClass, this.beanFactory, database, migrations);
	}

}
