package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.Documents;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.RehearsalReport;
import io.soundshare.migrations.model.RehearsalReport.Finding;
import io.soundshare.migrations.model.RehearsalReport.Rehearsed;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Target;
import org.jspecify.annotations.Nullable;

/**
 * The command that tries an upgrade out on a copy of the database.
 */
final class RehearsalCommand {

	private final CommandLine commandLine;

	private final Migrations migrations;

	private final PrintStream out;

	private final OpenLine line;

	RehearsalCommand(CommandLine commandLine, Migrations migrations, PrintStream out, OpenLine line) {
		this.commandLine = commandLine;
		this.migrations = migrations;
		this.out = out;
		this.line = line;
	}

	CommandOutput run(Target target) {
		boolean data = this.commandLine.has(MigrateOption.DATA);
		if (this.commandLine.isJson()) {
			return answer(this.migrations.rehearse(target, data, ProgressListener.SILENT));
		}
		try (ProgressLines progress = new ProgressLines(this.out, this.line)) {
			return answer(this.migrations.rehearse(target, data, progress));
		}
	}

	private CommandOutput answer(RehearsalReport report) {
		boolean different = report.isFailed()
				|| (this.commandLine.has(MigrateOption.STRICT) && !report.findings().isEmpty());
		return new CommandOutput(text(report), Documents.of(report), different ? ExitCode.DIFFERENT : ExitCode.DONE);
	}

	static String text(RehearsalReport report) {
		StringBuilder text = new StringBuilder();
		if (!report.steps().isEmpty()) {
			boolean locks = report.steps().stream().anyMatch((step) -> !step.locks().isEmpty());
			TextTable table = new TextTable().row("REVISION", "UP", "DOWN", "AGAIN", locks ? "LOCKS" : "");
			for (Rehearsed step : report.steps()) {
				table.row(step.revision().name(), took(step.up()), took(step.down()), took(step.again()),
						String.join(", ", step.locks()));
			}
			text.append(table.render()).append("\n\n");
		}
		for (Finding finding : report.findings()) {
			Revision revision = finding.revision();
			text.append(finding.kind().isFailure() ? "error    " : "warning  ")
				.append((revision != null) ? revision.name() + ": " : "")
				.append(Printable.line(finding.text()))
				.append('\n');
		}
		if (!report.findings().isEmpty()) {
			text.append('\n');
		}
		if (report.steps().isEmpty() && report.findings().isEmpty()) {
			return "Nothing to rehearse. The database was not touched.";
		}
		return text.append("Rehearsed on a copy in ")
			.append(took(report.took()))
			.append(" (")
			.append(took(report.copied()))
			.append(" to copy, ")
			.append(took(report.compared()))
			.append(" to compare); the database grows by ")
			.append(BackupCommands.size(report.growth()))
			.append(". It was not touched.")
			.toString();
	}

	private static String took(@Nullable Duration time) {
		if (time == null) {
			return "-";
		}
		return (time.toSeconds() < 10) ? time.toMillis() + " ms"
				: String.format(Locale.ROOT, "%,d s", time.toSeconds());
	}

}
