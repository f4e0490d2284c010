package io.soundshare.migrations.benchmarks.walk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import io.soundshare.migrations.model.MigrationException;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * Walks a changelog that somebody names.
 */
public final class ChangelogWalk {

	private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

	private ChangelogWalk() {
	}

	/**
	 * Print how far back it goes, and what is not as before. The property
	 * {@code changelog} names the file of the root changelog, {@code folder} the folder
	 * that paths in it begin at, its own if there is none, and {@code database} the only
	 * product, {@code sqlite} or {@code postgresql}; {@code contexts} are those of the
	 * changelog.
	 * @param args none
	 */
	public static void main(String[] args) throws IOException, SQLException {
		LIQUIBASE.setLevel(Level.OFF);
		Path file = Path.of(System.getProperty("changelog", "")).toAbsolutePath().normalize();
		Path folder = Path.of(System.getProperty("folder", file.resolveSibling("").toString()))
			.toAbsolutePath()
			.normalize();
		String root = folder.relativize(file).toString().replace(File.separatorChar, '/');
		for (String product : System.getProperty("database", "sqlite,postgresql").split(",")) {
			try (TrialDatabase database = TrialDatabase.create(product)) {
				WalkReport report = new Walk(database, new DirectoryResourceAccessor(folder), root,
						System.getProperty("contexts"))
					.run();
				report.differences().forEach(System.out::println);
				System.out.println(report.summary());
			}
			catch (MigrationException ex) {
				System.out.println(product + ": " + ex.getMessage());
			}
		}
	}

}
