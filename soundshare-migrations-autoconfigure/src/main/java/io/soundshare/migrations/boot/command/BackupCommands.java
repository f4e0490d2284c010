package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.BackupCheck;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.Documents;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Restoration;
import org.jspecify.annotations.Nullable;

/**
 * The commands on copies of a database.
 */
final class BackupCommands {

	/** The argument that has the copies looked at. */
	static final String VERIFY = "verify";

	private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

	private static final int UNIT = 1000;

	private final CommandLine commandLine;

	private final Migrations migrations;

	private final PrintStream out;

	private final OpenLine line;

	BackupCommands(CommandLine commandLine, Migrations migrations, PrintStream out, OpenLine line) {
		this.commandLine = commandLine;
		this.migrations = migrations;
		this.out = out;
		this.line = line;
	}

	private <T> T told(Function<ProgressListener, T> work) {
		if (this.commandLine.isJson()) {
			return work.apply(ProgressListener.SILENT);
		}
		try (ProgressLines progress = new ProgressLines(this.out, this.line)) {
			return work.apply(progress);
		}
	}

	CommandOutput backup(String argument) {
		if (argument.isEmpty()) {
			Backup backup = told(this.migrations::backup);
			return new CommandOutput("Backed up to " + line(backup) + ".", Documents.of(backup), ExitCode.DONE);
		}
		if (!argument.equals(VERIFY)) {
			throw new UsageException("'backup' cannot '" + argument + "'.",
					"Give --migrate=backup to make one, or --migrate=backup:verify to look at those there are.");
		}
		return verify();
	}

	private CommandOutput verify() {
		List<BackupCheck> checks = told(this.migrations::verifyBackups);
		TextTable table = new TextTable().row("BACKUP", "SIZE", "FOUND");
		for (BackupCheck check : checks) {
			table.row(check.backup().name(), size(check.backup().size()),
					check.isWhole() ? "whole" : Printable.line("damaged: " + check.damage()));
		}
		boolean whole = checks.stream().allMatch(BackupCheck::isWhole);
		return new CommandOutput(checks.isEmpty() ? "(no backups)" : table.render(),
				Map.of("backups", checks.stream().map(Documents::of).toList()),
				whole ? ExitCode.DONE : ExitCode.DIFFERENT);
	}

	CommandOutput list() {
		List<Backup> backups = this.migrations.backups();
		TextTable table = new TextTable().row("BACKUP", "REVISION", "SIZE", "AGE", "VERIFIED");
		for (Backup backup : backups) {
			table.row(backup.name(), revision(backup), size(backup.size()), age(backup),
					backup.verified() ? "yes" : "no");
		}
		return new CommandOutput(backups.isEmpty() ? "(no backups)" : table.render(),
				Map.of("backups", backups.stream().map(Documents::of).toList()), ExitCode.DONE);
	}

	/**
	 * Put a copy in the place of the database, if that is allowed and confirmed.
	 * @param destructive what the settings say; an application may have built its
	 * migrations without them
	 */
	CommandOutput restore(String name, DestructiveMode destructive) {
		destructive.require("restore");
		Backup backup = this.migrations.findBackup(name);
		if (!this.commandLine.has(MigrateOption.YES) && (this.commandLine.isJson()
				|| !TerminalInterview.isConfirmed("Replace the database by " + line(backup) + "? [y/N] "))) {
			throw new UsageException("restore replaces the database by " + line(backup) + ". Nothing was done.",
					"If that is what you want: --migrate=restore:" + backup.name() + " --migrate.yes");
		}
		Restoration done = told((progress) -> this.migrations.restore(backup.name(), progress));
		Backup replaced = done.replaced();
		String before = (replaced != null) ? " What was there is " + replaced.name() + "." : "";
		String aside = (done.aside() != null)
				? " What was there is no whole database, and is now " + Printable.line(done.aside()) + "." : "";
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("restored", Documents.of(backup));
		document.put("replaced", (replaced != null) ? Documents.of(replaced) : null);
		document.put("aside", done.aside());
		return new CommandOutput("Restored " + line(backup) + "." + before + aside + " Current: "
				+ TextReport.current(this.migrations.status()), document, ExitCode.DONE);
	}

	/** A copy in a line. */
	static String line(Backup backup) {
		return backup.name() + " (" + size(backup.size()) + ", " + revision(backup) + ")";
	}

	static String age(Backup backup) {
		Duration age = backup.age(Instant.now());
		if (age.toDays() > 0) {
			return age.toDays() + " d";
		}
		if (age.toHours() > 0) {
			return age.toHours() + " h";
		}
		return (age.toMinutes() > 0) ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
	}

	private static String revision(Backup backup) {
		return (backup.revision() != null) ? backup.revision() : "(base)";
	}

	static String size(long bytes) {
		double size = bytes;
		int unit = 0;
		while (size >= UNIT && unit < UNITS.size() - 1) {
			size /= UNIT;
			unit++;
		}
		return String.format(Locale.ROOT, (unit == 0) ? "%.0f %s" : "%.1f %s", size, UNITS.get(unit));
	}

}
