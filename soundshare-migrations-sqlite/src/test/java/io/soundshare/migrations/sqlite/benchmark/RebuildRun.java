package io.soundshare.migrations.sqlite.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.sun.management.OperatingSystemMXBean;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * A rebuild, in a process of its own: what it takes is told on stdout.
 */
public final class RebuildRun {

	static final String RESULT = "RESULT ";

	private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

	private RebuildRun() {
	}

	/**
	 * Rebuilds.
	 * @param args the database file, the change, and whether by hand
	 * @throws Exception if it fails
	 */
	public static void main(String... args) throws Exception {
		Path file = Path.of(args[0]);
		RebuildChange change = RebuildChange.valueOf(args[1]);
		LIQUIBASE.setLevel(Level.WARNING);
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?foreign_keys=true")) {
			Work work;
			if (Boolean.parseBoolean(args[2])) {
				work = () -> byHand(connection, change);
			}
			else {
				// Loads the classes, makes Liquibase's tables.
				update(connection, file.resolveSibling("first.yaml"), RebuildChange.EMPTY);
				work = () -> update(connection, file.resolveSibling("second.yaml"), change.changelog());
			}
			long start = System.nanoTime();
			long startCpu = system.getProcessCpuTime();
			work.run();
			long cpu = system.getProcessCpuTime() - startCpu;
			long elapsed = System.nanoTime() - start;
			System.out.println(RESULT + elapsed + " " + cpu + " " + peakHeap() + " " + peakResident());
		}
	}

	private static void byHand(Connection connection, RebuildChange change) throws Exception {
		try (Statement statement = connection.createStatement()) {
			for (String sql : change.script()) {
				if (statement.execute(sql) && statement.getResultSet().next()) {
					throw new IllegalStateException("Violated: " + sql);
				}
			}
		}
	}

	private static void update(Connection connection, Path changelog, String content) throws Exception {
		Files.writeString(changelog, content);
		new Liquibase(changelog.getFileName().toString(), new DirectoryResourceAccessor(changelog.getParent()),
				DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)))
			.update(new Contexts());
	}

	private static long peakHeap() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.map(MemoryPoolMXBean::getPeakUsage)
			.mapToLong((usage) -> usage.getUsed())
			.sum();
	}

	/** Linux tells it in kilobytes. */
	private static long peakResident() throws Exception {
		return Files.readAllLines(Path.of("/proc/self/status"))
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
			.findFirst()
			.orElse(0);
	}

	/**
	 * The work that is measured.
	 */
	private interface Work {

		void run() throws Exception;

	}

}
