package io.soundshare.migrations.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import io.soundshare.migrations.benchmarks.start.Application.Start;

/**
 * Starts the demo's jar with many change sets and nothing to do, in turns without
 * migrations, as stock Liquibase does it, and as we do; then on no database, and some
 * commands.
 */
public final class StartBenchmark {

	private static final Map<String, String[]> WAYS = new LinkedHashMap<>();

	static {
		WAYS.put("no migrations", new String[] { "--spring.liquibase.enabled=false" });
		WAYS.put("stock Liquibase", new String[] { "--soundshare.migrations.enabled=false" });
		WAYS.put("ours", new String[0]);
		WAYS.put("ours, fast-path=off", new String[] { "--soundshare.migrations.fast-path=off" });
	}

	private final Path folder;

	private final int rounds;

	private StartBenchmark(Path folder, int rounds) {
		this.folder = folder;
		this.rounds = rounds;
	}

	/**
	 * Print tables of medians. The property {@code bench.jar} is the demo's jar,
	 * {@code bench.sizes} the numbers of change sets, separated by commas, and
	 * {@code bench.rounds} the number of rounds, 3 if there is none.
	 * @param args none
	 */
	public static void main(String[] args) throws Exception {
		Path demo = Path.of(System.getProperty("bench.jar", "demo-app/target/demo-app.jar")).toAbsolutePath();
		int rounds = Integer.getInteger("bench.rounds", 3);
		Path folder = Files.createTempDirectory("start-benchmark");
		StartBenchmark benchmark = new StartBenchmark(folder, rounds);
		System.out.printf(Locale.ROOT, "%d rounds, medians in ms (least to most); ratios are of CPU%n", rounds);
		try {
			for (String size : System.getProperty("bench.sizes", "10,1000,5000").split(",")) {
				benchmark.measure(Application.with(demo, Integer.parseInt(size), folder), Integer.parseInt(size));
			}
		}
		finally {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(folder);
		}
	}

	private void measure(Application application, int size) throws Exception {
		Path database = this.folder.resolve("bench-" + size + ".db");
		Start fresh = application.start(database);
		check(database, size);
		Path stock = this.folder.resolve("stock-" + size + ".db");
		Start freshStock = application.start(stock, "--soundshare.migrations.enabled=false");
		check(stock, size);
		System.out.printf(Locale.ROOT, "%n%d change sets beside the demo's own, nothing to do:%n%n", size);
		System.out.println("| | start | CPU | / no migrations | from the connection to JPA |");
		System.out.println("| --- | --- | --- | --- | --- |");
		Map<String, List<Start>> starts = new LinkedHashMap<>();
		for (int round = 0; round < this.rounds; round++) {
			for (Map.Entry<String, String[]> way : WAYS.entrySet()) {
				starts.computeIfAbsent(way.getKey(), (name) -> new ArrayList<>())
					.add(application.start(database, way.getValue()));
			}
		}
		check(database, size);
		List<Start> none = starts.getOrDefault("no migrations", List.of());
		starts.forEach((name, measured) -> System.out.println(line(name, measured, none)));
		System.out.printf(Locale.ROOT, "%n| once | wall | CPU |%n| --- | --- | --- |%n");
		print("fresh, stock Liquibase", freshStock);
		print("fresh, ours", fresh);
		for (String command : List.of("current", "status", "downgrade:-1", "upgrade")) {
			print("--migrate=" + command, application.run(database, "--migrate=" + command));
		}
		check(database, size);
	}

	private static String line(String name, List<Start> starts, List<Start> none) {
		return String.format(Locale.ROOT, "| %s | %s | %s | %.2f | %s |", name, spread(starts, Start::wall),
				spread(starts, Start::cpu), (double) median(starts, Start::cpu) / median(none, Start::cpu),
				spread(starts, Start::migration));
	}

	private static void print(String name, Start start) {
		System.out.printf(Locale.ROOT, "| %s | %d | %d |%n", name, start.wall(), start.cpu());
	}

	private static String spread(List<Start> starts, ToLongFunction<Start> measure) {
		return String.format(Locale.ROOT, "%d (%d to %d)", median(starts, measure),
				starts.stream().mapToLong(measure).min().orElseThrow(),
				starts.stream().mapToLong(measure).max().orElseThrow());
	}

	private static long median(List<Start> starts, ToLongFunction<Start> measure) {
		return starts.stream().mapToLong(measure).sorted().skip(starts.size() / 2).findFirst().orElseThrow();
	}

	/** What did not do it is not worth a figure. */
	private static void check(Path database, int size) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
				Statement statement = connection.createStatement();
				ResultSet rows = statement
					.executeQuery("SELECT count(*) FROM DATABASECHANGELOG WHERE AUTHOR = 'bench'")) {
			rows.next();
			if (rows.getInt(1) != size) {
				throw new IOException(rows.getInt(1) + " change sets are applied, and not " + size);
			}
		}
	}

}
