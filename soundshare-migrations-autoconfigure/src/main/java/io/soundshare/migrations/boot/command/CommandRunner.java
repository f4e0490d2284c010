package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.boot.command.CommandLine.Invocation;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.model.Documents;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Script;
import io.soundshare.migrations.model.Target;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * Runs the commands of a command line against the databases of a context.
 */
final class CommandRunner {

	private final CommandLine commandLine;

	private final PrintStream out;

	private final OpenLine line;

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
		if (invocation.command() == MigrateCommand.HELP) {
			this.out.println(HelpText.render());
			return ExitCode.DONE;
		}
		Map<String, Migrations> chosen = choose(invocation.command(), migrators);
		chosen.values().forEach(this.beforeUse);
		ExitCode worst = ExitCode.DONE;
		List<Output> results = new ArrayList<>();
		for (Map.Entry<String, Migrations> database : chosen.entrySet()) {
			Output result = run(invocation, database.getKey(), database.getValue());
			results.add(result);
			worst = (worst != ExitCode.DONE) ? worst : result.code();
			if (chosen.size() > 1 && !this.commandLine.isJson()) {
				this.out.println("[" + database.getKey() + "]");
			}
			if (!this.commandLine.isJson()) {
				print(result.text());
			}
		}
		if (this.commandLine.isJson()) {
			printJson(chosen, results);
		}
		return worst;
	}

	/** Only what is chosen is created: another database may be out of reach. */
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

	private Output run(Invocation invocation, String database, Migrations migrations) {
		return switch (invocation.command()) {
			case CURRENT -> current(migrations.status());
			case HISTORY -> this.commandLine.has(MigrateOption.JOURNAL) ? journal(migrations.journal())
					: history(migrations.status());
			case STATUS -> status(migrations);
			case SHOW -> show(migrations.show(invocation.argument()));
			case UPGRADE -> change(migrations, Operation.UPGRADE,
					invocation.argument().isEmpty() ? Target.HEAD : Target.parse(invocation.argument()));
			case DOWNGRADE -> change(migrations, Operation.DOWNGRADE, Target.parse(invocation.argument()));
			case STAMP -> change(migrations, Operation.STAMP, Target.parse(invocation.argument()));
			case RESET -> reset(migrations);
			case CREATE -> this.commandLine.has(MigrateOption.EMPTY) ? template(migrations, invocation.argument())
					: autogenerate(database, migrations).create(invocation.argument());
			case CHECK -> autogenerate(database, migrations).check();
			case BASELINE -> autogenerate(database, migrations).baseline(invocation.argument());
			case UNLOCK -> unlock(migrations);
			case HELP -> throw new IllegalStateException("Help needs no database");
		};
	}

	private Output current(MigrationStatus status) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("current", Documents.of(status).get("current"));
		return new Output(TextReport.current(status), document, ExitCode.DONE);
	}

	private Output history(MigrationStatus status) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("pending", Documents.of(status.pending()));
		document.put("history", Documents.of(status.history()));
		return new Output(TextReport.history(status), document, ExitCode.DONE);
	}

	private Output journal(List<JournalEntry> journal) {
		return new Output(TextReport.journal(journal), Map.of("journal", Documents.ofJournal(journal)), ExitCode.DONE);
	}

	/** Who keeps everybody from reading, and how far that is, is an answer too. */
	private Output status(Migrations migrations) {
		boolean strict = this.commandLine.has(MigrateOption.STRICT);
		try {
			MigrationStatus status = migrations.status();
			return new Output(TextReport.status(status), Documents.of(status),
					(strict && status.effectiveState() != SchemaState.UP_TO_DATE) ? ExitCode.DIFFERENT : ExitCode.DONE);
		}
		catch (LockNotAcquiredException ex) {
			return new Output(TextReport.status(ex), Documents.of(ex), strict ? ExitCode.DIFFERENT : ExitCode.DONE);
		}
	}

	private Output show(RevisionDetail detail) {
		return new Output(TextReport.show(detail), Documents.of(detail), ExitCode.DONE);
	}

	private Output reset(Migrations migrations) {
		if (!this.commandLine.has(MigrateOption.SQL)) {
			// An application may have built its migrations without the setting.
			this.beanFactory.getBean(MigrationsProperties.class).destructive().require("reset");
		}
		if (!this.commandLine.has(MigrateOption.SQL) && !this.commandLine.has(MigrateOption.YES)) {
			MigrationStatus status = migrations.status();
			throw new UsageException(
					"reset drops everything in " + status.database().url() + ": " + status.history().size()
							+ " applied revision(s) and all data. Nothing was done.",
					"If that is what you want: --migrate=reset --migrate.yes");
		}
		return change(migrations, Operation.RESET, Target.HEAD);
	}

	private Output change(Migrations migrations, Operation operation, Target target) {
		if (this.commandLine.has(MigrateOption.SQL)) {
			Script script = migrations.script(operation, target);
			return new Output(script.sql().isEmpty() ? "-- Nothing to do" : script.sql(), Documents.of(script),
					ExitCode.DONE);
		}
		if (this.commandLine.has(MigrateOption.RETRY)) {
			migrations.forgetInterrupted();
		}
		if (this.commandLine.isJson()) {
			return changed(migrations, change(migrations, operation, target, ProgressListener.SILENT));
		}
		try (ProgressLines progress = new ProgressLines(this.out, this.line)) {
			return changed(migrations, change(migrations, operation, target, progress));
		}
	}

	private static Result change(Migrations migrations, Operation operation, Target target, ProgressListener progress) {
		return switch (operation) {
			case UPGRADE -> migrations.upgrade(target, progress);
			case DOWNGRADE -> migrations.downgrade(target, progress);
			case STAMP -> migrations.stamp(target, progress);
			case RESET -> migrations.reset(progress);
		};
	}

	private static Output changed(Migrations migrations, Result done) {
		return new Output(TextReport.done(done, migrations.status()), Documents.of(done), ExitCode.DONE);
	}

	private Output template(Migrations migrations, String message) {
		RevisionPlace place = RevisionPlace.find(this.commandLine, migrations, this.mainClass);
		RevisionFile file = place.empty(message);
		file.write();
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("revision", file.revision());
		document.put("path", file.path().toString());
		return new Output("Created " + RevisionPlace.display(file)
				+ "\nIt is an empty template: fill in the changes and the rollback.", document, ExitCode.DONE);
	}

	private AutogenerateCommands autogenerate(String database, Migrations migrations) {
		OptionalJars.requireAutogenerate();
		return new AutogenerateCommands(this.commandLine, this.mainClass, this.beanFactory, database, migrations);
	}

	private Output unlock(Migrations migrations) {
		boolean release = this.commandLine.has(MigrateOption.YES);
		LockStatus lock = release ? migrations.unlock() : migrations.lock();
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("lock", Documents.of(lock));
		document.put("released", release && lock.held());
		StringBuilder text = new StringBuilder("The migration lock is " + TextReport.lock(lock) + ".");
		if (lock.held()) {
			text.append(release ? " It was released."
					: "\nIf the holder is gone, release it with --migrate=unlock --migrate.yes");
		}
		return new Output(text.toString(), document, ExitCode.DONE);
	}

	private void printJson(Map<String, Migrations> chosen, List<Output> results) {
		Object document = results.get(0).document();
		if (chosen.size() > 1) {
			Map<String, Object> databases = new LinkedHashMap<>();
			for (String name : chosen.keySet()) {
				databases.put(name, results.get(databases.size()).document());
			}
			document = Map.of("databases", databases);
		}
		print(Printable.json(JsonWriter.standard().writeToString(document)));
	}

	/**
	 * What programs read is UTF-8, whatever the terminal speaks: a character must not
	 * turn into a question mark in a script.
	 */
	private void print(String text) {
		if (!this.commandLine.isJson() && !this.commandLine.has(MigrateOption.SQL)) {
			this.out.println(Printable.block(text));
			return;
		}
		String printed = (!this.commandLine.isJson() && Terminal.isAttached()) ? onTerminal(text) : text;
		byte[] bytes = (printed + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
		this.out.write(bytes, 0, bytes.length);
	}

	/**
	 * A script has to stay what it is where it is kept, and a terminal obeys what it
	 * reads.
	 */
	private static String onTerminal(String script) {
		String shown = Printable.block(script);
		if (!shown.equals(script)) {
			System.err.println(
					"The script has control characters, which are written out here." + " Send it to a file to run it.");
		}
		return shown;
	}

	/**
	 * What a command has found or done.
	 *
	 * @param text for people
	 * @param document for scripts
	 * @param code how it went
	 */
	record Output(String text, Object document, ExitCode code) {

	}

}
