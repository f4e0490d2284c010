package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.TransactionMode;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A process that migrates, and may be killed. Prints READY, waits for a line, and prints
 * DONE with how many steps it took.
 */
public final class MigratingProcess {

	private MigratingProcess() {
	}

	/**
	 * Migrate.
	 * @param args the URL, the file of the changelog, what to do, in what transactions,
	 * and the number of the call it dies at, or 0
	 * @throws Exception if it fails
	 */
	public static void main(String[] args) throws Exception {
		CrashingDataSource dataSource = CrashingDataSource.halting(new DriverManagerDataSource(args[0]),
				Integer.parseInt(args[4]));
		Path file = Path.of(args[1]);
		Migrations migrations = new TestChangelog(file.getParent())
			.migrations(dataSource, file.getFileName().toString())
			.transaction(TransactionMode.valueOf(args[3]))
			.build();
		if (args[2].equals("stock-upgrade")) {
			// Loads what there is to load, so that all begin at once.
			DatabaseFactory.getInstance();
		}
		else {
			MigrationsInternals.of(migrations).changelog();
		}
		System.out.println("READY");
		if (System.in.read() < 0) {
			throw new IllegalStateException("Nobody says when to begin");
		}
		int steps = switch (args[2]) {
			case "upgrade" -> migrations.upgrade(Target.HEAD, ProgressListener.SILENT).steps().size();
			case "downgrade" -> migrations.downgrade(Target.BASE, ProgressListener.SILENT).steps().size();
			default -> stock(dataSource, file);
		};
		System.out.println("DONE " + steps + " steps, " + dataSource.names().size() + " calls");
	}

	private static int stock(DataSource dataSource, Path file) throws Exception {
		try (Connection connection = dataSource.getConnection();
				Liquibase liquibase = new Liquibase(file.getFileName().toString(),
						new TestChangelog(file.getParent()).resources(), DatabaseFactory.getInstance()
							.findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
			liquibase.update(new Contexts());
		}
		return 0;
	}

	/** Start one. */
	static Process start(String url, Path file, String operation, TransactionMode mode, int fatal, Path errors)
			throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Xshare:auto", "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
						MigratingProcess.class.getName()));
		command.addAll(List.of(url, file.toString(), operation, mode.name(), String.valueOf(fatal)));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())).start();
	}

}
