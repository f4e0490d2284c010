package io.soundshare.migrations.boot.command;

import java.util.LinkedHashMap;
import java.util.Map;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.file.RevisionFile;
import org.jspecify.annotations.Nullable;

/**
 * The command that writes a revision to fill in. Needs neither entities nor a database.
 */
final class TemplateCommand {

	private TemplateCommand() {
	}

	static CommandOutput create(CommandLine commandLine, Migrations migrations, @Nullable Class<?> mainClass,
			String message) {
		RevisionFile file = RevisionDestination.find(commandLine, migrations, mainClass).empty(message);
		file.write();
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("revision", file.revision());
		document.put("path", file.path().toString());
		return new CommandOutput("Created " + RevisionDestination.display(file)
				+ "\nIt is an empty template: fill in the changes and the rollback.", document, ExitCode.DONE);
	}

}
