package io.soundshare.migrations.boot.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.file.RevisionFileFormat;
import org.jspecify.annotations.Nullable;

/**
 * Destination of a new revision: its folder, its format and its author.
 *
 * @param folder the folder of the revision files
 * @param format the format of the file
 * @param author who writes it
 */
record RevisionDestination(SourceFolder folder, RevisionFileFormat format, String author) {

	static RevisionDestination find(CommandLine commandLine, Migrations migrations, @Nullable Class<?> mainClass) {
		SourceFolder folder = SourceFolder.find(MigrationsInternals.of(migrations).changelog(),
				commandLine.get(MigrateOption.DIRECTORY), mainClass);
		String format = commandLine.get(MigrateOption.FORMAT);
		return new RevisionDestination(folder, (format != null)
				? RevisionFileFormat.valueOf(format.toUpperCase(Locale.ROOT)) : RevisionFileFormat.YAML,
				RevisionAuthor.name(folder.directory()));
	}

	RevisionFile empty(String message) {
		return RevisionFile.empty(message, this.author, this.format, this.folder.directory(),
				this.folder.logicalDirectory(), Clock.systemUTC());
	}

	/** Relative to the working directory, where that is shorter. */
	static Path display(RevisionFile file) {
		Path here = Path.of("").toAbsolutePath();
		Path absolute = file.path().toAbsolutePath().normalize();
		return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
	}

}
