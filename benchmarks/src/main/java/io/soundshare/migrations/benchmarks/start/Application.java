package io.soundshare.migrations.benchmarks.start;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The demo's jar with more change sets in it, as processes.
 *
 * @param jar where it is
 * @param folder where it runs
 */
record Application(Path jar, Path folder) {

	/** Of more than 500 tables SQLite's driver does not tell Hibernate the columns. */
	private static final int INDEXES_A_TABLE = 99;

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/**
	 * Make a jar.
	 * @param demo the demo's jar
	 * @param changeSets how many change sets come after its own
	 */
	static Application with(Path demo, int changeSets, Path folder) throws IOException {
		Path jar = Files.copy(demo, folder.resolve("app-" + changeSets + ".jar"));
		try (FileSystem zip = FileSystems.newFileSystem(jar)) {
			Path versions = zip.getPath("BOOT-INF/classes/db/changelog/versions");
			for (int i = 0; i < changeSets; i++) {
				Files.writeString(versions.resolve(String.format(Locale.ROOT, "2027%010d_g%06d.yaml", i, i)),
						changeSet(i));
			}
		}
		return new Application(jar, folder);
	}

	private static String changeSet(int number) {
		int table = number / (INDEXES_A_TABLE + 1);
		String change = (number % (INDEXES_A_TABLE + 1) == 0) ? """
				        - createTable:
				            tableName: gen_%d
				            columns:
				              - column:
				                  name: id
				                  type: BIGINT
				                  constraints:
				                    primaryKey: true
				              - column:
				                  name: title
				                  type: VARCHAR(200)
				""".formatted(table) : """
				        - createIndex:
				            indexName: idx_%d
				            tableName: gen_%d
				            columns:
				              - column:
				                  name: title
				""".formatted(number, table);
		return """
				databaseChangeLog:
				  - changeSet:
				      id: g%06d
				      author: bench
				      changes:
				""".formatted(number) + change;
	}

	/** Start it, and stop it as soon as it says that it has started. */
	Start start(Path database, String... settings) throws IOException, InterruptedException {
		Path log = this.folder.resolve("start.log");
		long begin = System.nanoTime();
		Process process = process(log, database, settings);
		try {
			while (!Files.readString(log).contains("Started SoundShareApplication")) {
				if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
					throw new IllegalStateException("Not started: " + Files.readString(log));
				}
				Thread.sleep(5);
			}
			return new Start(millis(begin), cpu(process), migration(Files.readAllLines(log)));
		}
		finally {
			process.destroy();
			process.waitFor();
		}
	}

	/** Run a command, to its end. */
	Start run(Path database, String... arguments) throws IOException, InterruptedException {
		Path log = this.folder.resolve("command.log");
		long begin = System.nanoTime();
		Process process = process(log, database, arguments);
		long cpu = 0;
		while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
			cpu = Math.max(cpu, cpu(process));
		}
		if (process.exitValue() != 0) {
			throw new IllegalStateException(Files.readString(log));
		}
		return new Start(millis(begin), cpu, 0);
	}

	private Process process(Path log, Path database, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", this.jar.toString(),
						"--server.port=0", "--spring.datasource.url=jdbc:sqlite:" + database));
		command.addAll(List.of(arguments));
		Files.writeString(log, "");
		return new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
	}

	private static long millis(long begin) {
		return (System.nanoTime() - begin) / 1_000_000;
	}

	private static long cpu(Process process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
	}

	/** From when the pool has a connection until JPA begins; 0 if nothing is between. */
	private static long migration(List<String> log) {
		Instant connected = null;
		for (String line : log) {
			if (line.contains("Start completed")) {
				connected = time(line);
			}
			else if (line.contains("Processing PersistenceUnitInfo")) {
				return (connected != null) ? Duration.between(connected, time(line)).toMillis() : 0;
			}
		}
		return 0;
	}

	private static Instant time(String line) {
		return OffsetDateTime.parse(line.substring(0, line.indexOf(' '))).toInstant();
	}

	/**
	 * What a process took.
	 *
	 * @param wall milliseconds from its beginning
	 * @param cpu milliseconds of all its threads
	 * @param migration milliseconds between the first connection and JPA
	 */
	record Start(long wall, long cpu, long migration) {

	}

}
