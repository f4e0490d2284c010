package io.soundshare.migrations.sqlite.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rebuild of a large table with three indexes: by hand, and as a Liquibase change with
 * this extension. In turns, each in a process of its own with little heap, on fresh
 * copies of one file. Run with {@code -Pbench}.
 */
class RebuildBenchmark {

	private static final long ROWS = Long.getLong("bench.rows", 10_000_000);

	private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);

	private static final String HEAP = System.getProperty("bench.heap", "256m");

	private static final List<RebuildChange> CHANGES = Stream
		.of(System.getProperty("bench.changes", "FOREIGN_KEY,UNIQUE,TYPE").split(","))
		.map(RebuildChange::valueOf)
		.toList();

	private static final List<String> JOURNALS = List.of(System.getProperty("bench.journals", "DELETE,WAL").split(","));

	@TempDir
	Path directory;

	@Test
	void rebuildsALargeTable() throws Exception {
		Path seed = this.directory.resolve("seed.db");
		long table = seed(seed);
		print("%,d rows, table %s, file %s, -Xmx%s", ROWS, size(table), size(Files.size(seed)), HEAP);
		for (String journal : JOURNALS) {
			journal(seed, journal);
			for (RebuildChange change : CHANGES) {
				compare(seed, change, journal, table);
			}
		}
	}

	private void compare(Path seed, RebuildChange change, String journal, long table) throws Exception {
		List<Result> byHand = new ArrayList<>();
		List<Result> byLiquibase = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			// Whoever comes second may find the machine in another state.
			boolean handFirst = round % 2 == 0;
			(handFirst ? byHand : byLiquibase).add(run(seed, change, handFirst));
			(handFirst ? byLiquibase : byHand).add(run(seed, change, !handFirst));
		}
		double hand = seconds(byHand);
		double liquibase = seconds(byLiquibase);
		long file = Files.size(seed);
		print("%-12s %-6s by hand   %7.1f s %s", change, journal, hand, resources(byHand, file, table));
		print("%-12s %-6s extension %7.1f s %s  time x%.2f, processor x%.2f", change, journal, liquibase,
				resources(byLiquibase, file, table), liquibase / hand, cpu(byLiquibase) / cpu(byHand));
	}

	private Result run(Path seed, RebuildChange change, boolean byHand) throws Exception {
		Path directory = Files.createDirectory(this.directory.resolve("run"));
		Path file = Files.copy(seed, directory.resolve("bench.db"), StandardCopyOption.REPLACE_EXISTING);
		new ProcessBuilder("sync").start().waitFor();
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx" + HEAP, "-Djava.io.tmpdir=" + this.directory, "-cp", classPath, RebuildRun.class.getName(),
				file.toString(), change.name(), Boolean.toString(byHand))
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().put("SQLITE_TMPDIR", directory.toString());
		Process process = builder.start();
		try (DiskWatch disk = new DiskWatch(directory, process.pid())) {
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(output).isZero();
			Result result = Result.of(output, disk.peak());
			print("  %s %s: %.1f s, processor %.1f s", change, (byHand) ? "by hand" : "extension", result.seconds(),
					result.cpu());
			return result;
		}
		finally {
			delete(directory);
		}
	}

	/** The table's own size, without its indexes. */
	private long seed(Path file) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?synchronous=OFF");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, handle VARCHAR(40) NOT NULL)");
			statement.execute("CREATE TABLE songs (id INTEGER PRIMARY KEY, title VARCHAR(200) NOT NULL)");
			statement.execute(RebuildChange.table());
			long users = Math.max(1, ROWS / 100);
			long songs = Math.max(1, ROWS / 50);
			statement.execute("INSERT INTO users SELECT value, 'user' || value FROM " + series(users));
			statement.execute("INSERT INTO songs SELECT value, 'A song called ' || value FROM " + series(songs));
			statement.execute("INSERT INTO listens SELECT value, abs(random()) % " + songs + " + 1,"
					+ " nullif(abs(random()) % " + (users + 1) + ", 0),"
					+ " datetime(1700000000 + value * 3, 'unixepoch') || '.000', abs(random()) % 400,"
					+ " substr('FODKSENOISFIDEFR', abs(random()) % 8 * 2 + 1, 2),"
					+ " iif(value % 3, 'player ' || abs(random()) % 20, NULL), lower(hex(randomblob(16))) FROM "
					+ series(ROWS));
			long table = pages(statement);
			for (String index : RebuildChange.INDEXES) {
				statement.execute(index);
			}
			return table;
		}
	}

	private static String series(long rows) {
		return "(WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < " + rows
				+ ") SELECT value FROM n)";
	}

	private static long pages(Statement statement) throws SQLException {
		try (ResultSet rows = statement
			.executeQuery("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private static void journal(Path file, String mode) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
				Statement statement = connection.createStatement()) {
			statement.execute("PRAGMA journal_mode = " + mode);
		}
	}

	private static double seconds(List<Result> results) {
		return results.stream().mapToDouble(Result::seconds).sum() / results.size();
	}

	private static double cpu(List<Result> results) {
		return results.stream().mapToDouble(Result::cpu).sum() / results.size();
	}

	private static String resources(List<Result> results, long file, long table) {
		long disk = results.stream().mapToLong(Result::disk).max().orElseThrow();
		return "heap %s, resident %s, disk %s (+%.2f tables)".formatted(
				size(results.stream().mapToLong(Result::heap).max().orElseThrow()),
				size(results.stream().mapToLong(Result::resident).max().orElseThrow()), size(disk),
				(double) (disk - file) / table);
	}

	private static String size(long bytes) {
		return "%,d MB".formatted(bytes / 1_000_000);
	}

	private static void print(String format, Object... arguments) {
		System.out.println(String.format(Locale.ROOT, format, arguments));
	}

	private static void delete(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		Files.delete(directory);
	}

	/**
	 * The cost of one rebuild.
	 *
	 * @param seconds how long, in seconds
	 * @param cpu how long the processor worked for it, in seconds
	 * @param heap the most heap used, in bytes
	 * @param resident the most memory the process had, in bytes
	 * @param disk the most the directory held, in bytes
	 */
	record Result(double seconds, double cpu, long heap, long resident, long disk) {

		static Result of(String output, long disk) {
			String[] figures = Arrays.stream(output.split("\\R"))
				.filter((line) -> line.startsWith(RebuildRun.RESULT))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException(output))
				.substring(RebuildRun.RESULT.length())
				.split(" ");
			return new Result(Long.parseLong(figures[0]) / 1e9, Long.parseLong(figures[1]) / 1e9,
					Long.parseLong(figures[2]), Long.parseLong(figures[3]), disk);
		}

	}

}
