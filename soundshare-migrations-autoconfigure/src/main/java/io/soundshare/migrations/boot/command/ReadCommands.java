package io.soundshare.migrations.boot.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.Documents;
import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionDetail;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import org.jspecify.annotations.Nullable;

/**
 * The commands that tell what is, and change nothing.
 */
final class ReadCommands {

	private final CommandLine commandLine;

	private final Migrations migrations;

	ReadCommands(CommandLine commandLine, Migrations migrations) {
		this.commandLine = commandLine;
		this.migrations = migrations;
	}

	CommandOutput current() {
		MigrationStatus status = this.migrations.status();
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("current", Documents.of(status).get("current"));
		return new CommandOutput(TextReport.current(status), document, ExitCode.DONE);
	}

	CommandOutput history() {
		if (this.commandLine.has(MigrateOption.JOURNAL)) {
			List<JournalEntry> journal = this.migrations.journal();
			return new CommandOutput(TextReport.journal(journal, Terminal.columns()),
					Map.of("journal", Documents.ofJournal(journal)), ExitCode.DONE);
		}
		MigrationStatus status = this.migrations.status();
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("pending", Documents.of(status.pending()));
		document.put("history", Documents.of(status.history()));
		return new CommandOutput(TextReport.history(status, Terminal.columns()), document, ExitCode.DONE);
	}

	/**
	 * Tell where the database stands. Who keeps everybody from reading, and how far that
	 * is, is an answer too.
	 */
	CommandOutput status() {
		boolean strict = this.commandLine.has(MigrateOption.STRICT);
		try {
			MigrationStatus status = this.migrations.status();
			return new CommandOutput(TextReport.status(status), Documents.of(status),
					(strict && status.effectiveState() != SchemaState.UP_TO_DATE) ? ExitCode.DIFFERENT : ExitCode.DONE);
		}
		catch (LockNotAcquiredException ex) {
			return new CommandOutput(TextReport.status(ex), Documents.of(ex),
					strict ? ExitCode.DIFFERENT : ExitCode.DONE);
		}
	}

	CommandOutput plan(Target target) {
		Plan plan = this.migrations.plan(Operation.UPGRADE, target);
		return new CommandOutput(plan.isEmpty() ? "Nothing to do" : ProgressText.plan(plan), Documents.of(plan),
				ExitCode.DONE);
	}

	/** What a shell completes. */
	CommandOutput revisions() {
		MigrationStatus status = this.migrations.status();
		String names = Stream.concat(status.history().stream(), status.pending().stream())
			.map(Revision::name)
			.distinct()
			.collect(Collectors.joining("\n"));
		return new CommandOutput(names, Map.of("revisions", names.lines().toList()), ExitCode.DONE);
	}

	CommandOutput show(String revision) {
		RevisionDetail detail = this.migrations.show(revision);
		return new CommandOutput(TextReport.show(detail), Documents.of(detail), ExitCode.DONE);
	}

}
