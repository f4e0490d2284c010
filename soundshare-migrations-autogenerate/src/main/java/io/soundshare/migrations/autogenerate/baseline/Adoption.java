package io.soundshare.migrations.autogenerate.baseline;

import java.io.FileNotFoundException;
import java.nio.file.Path;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Wording;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * Adoption of a database by the first revision of its changelog: the file is written, and
 * counted as applied.
 *
 * @param migrations the changelog, and the database it is for
 */
public record Adoption(Migrations migrations) {

	/**
	 * Write the file and count it as applied.
	 * @param file a revision that makes the schema that is there
	 */
	public void of(RevisionFile file) {
		file.write();
		Path path = file.path().toAbsolutePath();
		try {
			MigrationsInternals.of(this.migrations)
				.reading(path.getFileName().toString(), new DirectoryResourceAccessor(path.getParent()))
				.stamp(Target.HEAD, ProgressListener.SILENT);
		}
		catch (MigrationException | FileNotFoundException ex) {
			String problem = (ex instanceof MigrationException known) ? known.problem()
					: String.valueOf(ex.getMessage());
			throw new AutogenerateException(
					path + " is written and right, but cannot be counted as applied: " + problem,
					Wording.format("See to that, then run %s with an application that has the file in its changelog.",
							Kind.STAMP.of(file.revision())),
					ex);
		}
	}

}
