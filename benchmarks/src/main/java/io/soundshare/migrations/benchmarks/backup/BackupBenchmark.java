package io.soundshare.migrations.benchmarks.backup;

import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.soundshare.migrations.Migrations;
import org.sqlite.SQLiteDataSource;

/**
 * Copies a large SQLite database as we do, and by VACUUM INTO; then brings it back, and
 * copies its file, to the disk each time.
 */
public final class BackupBenchmark {

	private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

	private static final int ROWS_A_MEGABYTE = 1000;

	private final Path folder;

	private final SQLiteDataSource dataSource = new SQLiteDataSource();

	private BackupBenchmark(Path folder) {
		this.folder = folder;
		this.dataSource.setUrl("jdbc:sqlite:" + folder.resolve("large.db"));
	}

	/**
	 * Print a table of medians. The property {@code bench.megabytes} is the size, 2000 if
	 * there is none, and {@code bench.rounds} the number of rounds, 3 if there is none.
	 * @param args none
	 */
	public static void main(String[] args) throws Exception {
		LIQUIBASE.setLevel(Level.OFF);
		int rounds = Integer.getInteger("bench.rounds", 3);
		int megabytes = Integer.getInteger("bench.megabytes", 2000);
		System.out.printf(Locale.ROOT, "%d MB, %d rounds, medians in ms%n%n", megabytes, rounds);
		System.out.println("| journal | backup, verified | VACUUM INTO | ratio | restore | copy of the file | ratio |");
		System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
		for (String journal : List.of("delete", "wal")) {
			Path folder = Files.createTempDirectory("backup-benchmark");
			try {
				System.out.println(new BackupBenchmark(folder).line(journal, megabytes, rounds));
			}
			finally {
				delete(folder);
			}
		}
	}

	private String line(String journal, int megabytes, int rounds) throws Exception {
		run("PRAGMA journal_mode = " + journal, "CREATE TABLE large (id INTEGER PRIMARY KEY, name TEXT, data BLOB)",
				"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
						+ megabytes * ROWS_A_MEGABYTE
						+ ") INSERT INTO large SELECT i, 'row ' || i, randomblob(900) FROM n",
				"CREATE INDEX names ON large (name)");
		Migrations migrations = Migrations.builder(this.dataSource, "none").keepBackups(1).build();
		List<Long> backups = new ArrayList<>();
		List<Long> vacuums = new ArrayList<>();
		List<Long> restores = new ArrayList<>();
		List<Long> copies = new ArrayList<>();
		Path other = this.folder.resolve("other.db");
		for (int i = 0; i < rounds; i++) {
			backups.add(millis(migrations::backup));
			vacuums.add(millis(() -> {
				run("VACUUM INTO '" + other + "'");
				return other;
			}));
			Files.delete(other);
			String name = migrations.backups().get(0).name();
			copies.add(millis(() -> {
				Files.copy(this.folder.resolve("large.db.backups").resolve(name), other);
				try (FileChannel channel = FileChannel.open(other, StandardOpenOption.WRITE)) {
					channel.force(true);
				}
				return other;
			}));
			Files.delete(other);
			// To nowhere, so that no copy is made of what is there.
			Files.delete(this.folder.resolve("large.db"));
			restores.add(millis(() -> migrations.restore(name)));
		}
		return String.format(Locale.ROOT, "| %s | %d | %d | %.2f | %d | %d | %.2f |", journal, median(backups),
				median(vacuums), (double) median(backups) / median(vacuums), median(restores), median(copies),
				(double) median(restores) / median(copies));
	}

	private void run(String... statements) throws Exception {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	private static long millis(Work work) throws Exception {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1_000_000;
	}

	private static long median(List<Long> millis) {
		return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
	}

	private static void delete(Path folder) throws Exception {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			for (Path file : files) {
				if (Files.isDirectory(file)) {
					delete(file);
				}
				else {
					Files.delete(file);
				}
			}
		}
		Files.delete(folder);
	}

	/**
	 * Something that takes time.
	 */
	@FunctionalInterface
	private interface Work {

		Object run() throws Exception;

	}

}
