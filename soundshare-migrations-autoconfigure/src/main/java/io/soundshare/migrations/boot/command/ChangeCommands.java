package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.Documents;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Script;
import io.soundshare.migrations.model.Target;
import org.jspecify.annotations.Nullable;

/**
 * The commands that change a database, or print what would.
 */
final class ChangeCommands {

	private final CommandLine commandLine;

	private final Migrations migrations;

	private final PrintStream out;

	private final OpenLine line;

	ChangeCommands(CommandLine commandLine, Migrations migrations, PrintStream out, OpenLine line) {
		this.commandLine = commandLine;
		this.migrations = migrations;
		this.out = out;
		this.line = line;
	}

	CommandOutput run(Operation operation, Target target) {
		if (this.commandLine.has(MigrateOption.SQL)) {
			Script script = this.migrations.script(operation, target);
			return new CommandOutput(script.sql().isEmpty() ? "-- Nothing to do" : script.sql(), Documents.of(script),
					ExitCode.DONE);
		}
		if (this.commandLine.has(MigrateOption.RETRY)) {
			this.migrations.forgetInterrupted();
		}
		if (this.commandLine.isJson()) {
			return done(execute(operation, target, ProgressListener.SILENT));
		}
		try (ProgressLines progress = new ProgressLines(this.out, this.line)) {
			return done(execute(operation, target, progress));
		}
	}

	/**
	 * Undo revisions, after it was said which, how, and what that loses. Whatever is lost
	 * has to be confirmed.
	 */
	CommandOutput downgrade(Target target) {
		if (this.commandLine.has(MigrateOption.SQL)) {
			return run(Operation.DOWNGRADE, target);
		}
		if (this.commandLine.has(MigrateOption.RETRY)) {
			this.migrations.forgetInterrupted();
		}
		LossConsent consent = new LossConsent(target, this.commandLine.has(MigrateOption.YES),
				this.commandLine.isJson() ? null : this.out);
		if (this.commandLine.isJson()) {
			return done(MigrationsInternals.of(this.migrations).downgrade(target, consent, ProgressListener.SILENT));
		}
		try (ProgressLines progress = new ProgressLines(this.out, this.line)) {
			return done(MigrationsInternals.of(this.migrations).downgrade(target, consent, progress));
		}
	}

	private Result execute(Operation operation, Target target, ProgressListener progress) {
		return switch (operation) {
			case UPGRADE -> this.migrations.upgrade(target, progress);
			case DOWNGRADE -> this.migrations.downgrade(target, progress);
			case STAMP -> this.migrations.stamp(target, progress);
			case RESET -> this.migrations.reset(progress);
		};
	}

	private CommandOutput done(Result result) {
		return new CommandOutput(ProgressText.done(result, this.migrations.status()), Documents.of(result),
				ExitCode.DONE);
	}

	/**
	 * Undo revisions, after the same was said as of a downgrade, and apply as many again:
	 * somebody may have edited them.
	 * @param steps how many, as a step down
	 */
	CommandOutput redo(String steps) {
		if (!steps.matches("-[1-9]\\d{0,8}")) {
			throw new UsageException("'redo' was given '" + steps + "', which is no number of steps down.",
					"For example: " + MigrateCommand.REDO.example());
		}
		LossConsent consent = new LossConsent(Target.parse(steps), this.commandLine.has(MigrateOption.YES),
				this.commandLine.isJson() ? null : this.out);
		if (this.commandLine.isJson()) {
			return redo(steps, consent, ProgressListener.SILENT);
		}
		try (ProgressLines progress = new ProgressLines(this.out, this.line)) {
			return redo(steps, consent, progress);
		}
	}

	private CommandOutput redo(String steps, LossConsent consent, ProgressListener progress) {
		Result undone = MigrationsInternals.of(this.migrations).downgrade(Target.parse(steps), consent, progress);
		Result applied = this.migrations.upgrade(again(undone), progress);
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("undone", Documents.of(undone));
		document.put("applied", Documents.of(applied));
		return new CommandOutput(
				ProgressText.done(undone, this.migrations.status()).replaceFirst("(?s)\\. Current: .*", ", ")
						+ ProgressText.done(applied, this.migrations.status()),
				document, ExitCode.DONE);
	}

	/**
	 * The last of those that were undone; somebody may have given it another name since.
	 */
	private Target again(Result undone) {
		List<String> keys = undone.revisions().stream().map(Revision::key).toList();
		return this.migrations.status()
			.pending()
			.stream()
			.map(Revision::key)
			.filter(keys::contains)
			.reduce((one, other) -> other)
			.map(Target::revision)
			.orElseGet(() -> Target.forward(undone.steps().size()));
	}

	/**
	 * Drop everything and upgrade to head, if that is allowed and confirmed, in the
	 * contexts that fill the database too.
	 * @param settings what the settings say; an application may have built its migrations
	 * without them
	 */
	CommandOutput reset(MigrationsProperties settings) {
		if (!this.commandLine.has(MigrateOption.SQL)) {
			settings.destructive().require("reset");
			if (!this.commandLine.has(MigrateOption.YES)) {
				MigrationStatus status = this.migrations.status();
				throw new UsageException(
						"reset drops everything in " + status.database().url() + ": " + status.history().size()
								+ " applied revision(s) and all data. Nothing was done.",
						"If that is what you want: --migrate=reset --migrate.yes");
			}
		}
		if (this.commandLine.has(MigrateOption.SQL) || settings.seed().isEmpty()) {
			return run(Operation.RESET, Target.HEAD);
		}
		return new ChangeCommands(this.commandLine,
				MigrationsInternals.of(this.migrations).inContextsToo(settings.seed()), this.out, this.line)
			.run(Operation.RESET, Target.HEAD);
	}

	CommandOutput unlock() {
		boolean release = this.commandLine.has(MigrateOption.YES);
		LockStatus lock = release ? this.migrations.unlock() : this.migrations.lock();
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("lock", Documents.of(lock));
		document.put("released", release && lock.held());
		StringBuilder text = new StringBuilder("The migration lock is " + TextReport.lock(lock) + ".");
		if (lock.held()) {
			text.append(release ? " It was released."
					: "\nIf the holder is gone, release it with --migrate=unlock --migrate.yes");
		}
		return new CommandOutput(text.toString(), document, ExitCode.DONE);
	}

}
