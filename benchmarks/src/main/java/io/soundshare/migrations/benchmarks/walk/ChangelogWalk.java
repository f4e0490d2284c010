package io.soundshare.migrations.benchmarks.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.soundshare.migrations.benchmarks.database.PostgresTrialDatabase;
import io.soundshare.migrations.benchmarks.database.SqliteTrialDatabase;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.sqlite.SQLiteConfig;

/**
 * Walks a changelog that somebody names.
 */
public final class ChangelogWalk {

	private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

	private ChangelogWalk() {
	}

	/**
	 * Print how far back it goes, and what is not as before.
	 * @param args the folder that paths in the changelog begin at, the path of the root
	 * changelog in it, and {@code sqlite} or {@code postgresql} for only one of them
	 */
	public static void main(String[] args) throws IOException, SQLException {
		if (args.length < 2) {
			throw new IllegalArgumentException("FOLDER ROOT [sqlite|postgresql]");
		}
		LIQUIBASE.setLevel(Level.OFF);
		ResourceAccessor resources = new DirectoryResourceAccessor(Path.of(args[0]));
		for (String product : (args.length > 2) ? List.of(args[2]) : List.of("sqlite", "postgresql")) {
			try (TrialDatabase database = open(product)) {
				WalkReport report = new Walk(database, resources, args[1]).run();
				report.differences().forEach(System.out::println);
				System.out.println(report.summary());
			}
		}
	}

	private static TrialDatabase open(String product) throws SQLException {
		return switch (product) {
			case "sqlite" -> SqliteTrialDatabase.create(SQLiteConfig.SynchronousMode.OFF);
			case "postgresql" -> PostgresTrialDatabase.create();
			default -> throw new IllegalArgumentException("No product: " + product);
		};
	}

}
