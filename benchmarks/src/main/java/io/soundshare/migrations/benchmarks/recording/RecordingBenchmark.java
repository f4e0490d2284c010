package io.soundshare.migrations.benchmarks.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.soundshare.migrations.benchmarks.changelog.SampleChangelog;
import io.soundshare.migrations.benchmarks.database.TrialDatabase;

/**
 * Upgrades each changelog from base to head with recording, without, and by stock
 * Liquibase, in turns; then starts where nothing is pending. No database waits for the
 * disk, which would hide what recording costs.
 */
public final class RecordingBenchmark {

	private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

	private static final int STARTS = 5;

	private final int rounds;

	private RecordingBenchmark(int rounds) {
		this.rounds = rounds;
	}

	/**
	 * Print a table of medians. The property {@code bench.rounds} is the number of
	 * rounds, 5 if there is none; {@code bench.changelogs} and {@code database} name the
	 * only ones, separated by commas.
	 * @param args none
	 */
	public static void main(String[] args) throws Exception {
		LIQUIBASE.setLevel(Level.OFF);
		int rounds = Integer.getInteger("bench.rounds", 5);
		System.out.printf(Locale.ROOT, "%d rounds, medians in ms, ratios with / without%n%n", rounds);
		System.out.println("| changelog | database | upgrade without | with | ratio | stock Liquibase "
				+ "| start without | with | ratio | size without | with |");
		System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
		RecordingBenchmark benchmark = new RecordingBenchmark(rounds);
		String changelogs = System.getProperty("bench.changelogs", "");
		for (String product : System.getProperty("database", "sqlite,postgresql").split(",")) {
			for (SampleChangelog changelog : SampleChangelog.values()) {
				if (changelogs.isEmpty() || List.of(changelogs.split(",")).contains(changelog.toString())) {
					System.out.println(benchmark.line(changelog, product));
				}
			}
		}
	}

	private String line(SampleChangelog changelog, String name) throws Exception {
		Samples upgrades = new Samples();
		Samples starts = new Samples();
		Samples sizes = new Samples();
		String product = "";
		for (int round = 0; round <= this.rounds; round++) {
			for (Subject subject : order(round)) {
				try (TrialDatabase database = TrialDatabase.create(name)) {
					product = database.product();
					long upgrade = nanos(() -> subject.upgrade(database, changelog));
					long start = nanos(() -> {
						for (int i = 0; i < STARTS; i++) {
							subject.upgrade(database, changelog);
						}
					});
					// The first round is for the compiler.
					if (round > 0) {
						upgrades.add(subject, upgrade);
						starts.add(subject, start / STARTS);
						sizes.add(subject, database.size());
					}
				}
			}
		}
		return String.format(Locale.ROOT,
				"| %s | %s | %.0f | %.0f | %.2f | %.0f | %.1f | %.1f | %.2f | %.0f kB | %.0f kB |", changelog, product,
				millis(upgrades, Subject.WITHOUT), millis(upgrades, Subject.WITH), upgrades.ratio(),
				millis(upgrades, Subject.STOCK), millis(starts, Subject.WITHOUT), millis(starts, Subject.WITH),
				starts.ratio(), sizes.median(Subject.WITHOUT) / 1024, sizes.median(Subject.WITH) / 1024);
	}

	/** Nobody is always the first. */
	private static List<Subject> order(int round) {
		List<Subject> order = new ArrayList<>(List.of(Subject.values()));
		Collections.rotate(order, round);
		return order;
	}

	private static double millis(Samples samples, Subject subject) {
		return samples.median(subject) / 1_000_000;
	}

	private static long nanos(Work work) throws Exception {
		long start = System.nanoTime();
		work.run();
		return System.nanoTime() - start;
	}

	/**
	 * What is measured.
	 */
	@FunctionalInterface
	private interface Work {

		void run() throws Exception;

	}

}
