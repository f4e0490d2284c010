package io.soundshare.migrations.boot.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.engine.friend.TestBench;
import io.soundshare.migrations.file.LockFile;
import org.jspecify.annotations.Nullable;

/**
 * The command that writes down which revisions are released, for the tests that an
 * application inherits. Changes no database.
 */
final class LockCommand {

	private LockCommand() {
	}

	static CommandOutput write(CommandLine commandLine, Migrations migrations, @Nullable Class<?> mainClass) {
		String directory = commandLine.get(MigrateOption.DIRECTORY);
		Path file = ((directory != null) ? Path.of(directory) : SourceFolder.project(mainClass)).resolve(LockFile.NAME);
		LockFile lock = LockFile.of(TestBench.of(migrations).checksums());
		lock.write(file);
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("path", file.toString());
		document.put("revisions", lock.lines().size());
		return new CommandOutput(
				"Wrote " + file + "\n" + lock.lines().size()
						+ " revisions are released now. Commit it: the tests of MigrationTests keep them as they are.",
				document, ExitCode.DONE);
	}

}
