package io.soundshare.migrations.benchmarks.random;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.soundshare.migrations.benchmarks.database.TrialDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A seed again: {@code -Dseed=N}. A number of them: {@code -Dwalk.random.rounds=2000},
 * and {@code -Dwalk.random.first=N} to begin elsewhere than at 1.
 */
abstract class RandomWalkContractTests {

	private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	abstract TrialDatabase open() throws SQLException;

	@BeforeAll
	static void quiet() {
		LIQUIBASE.setLevel(Level.OFF);
	}

	@Test
	void isUndoneByABuildThatKnowsNothingOfIt() throws Exception {
		Map<String, Integer> counts = new TreeMap<>();
		List<String> failures = new ArrayList<>();
		Long only = Long.getLong("seed");
		Integer rounds = Integer.getInteger("walk.random.rounds");
		long first = (only != null) ? only : Long.getLong("walk.random.first", 1);
		long last = (only != null) ? only : first + ((rounds != null) ? rounds : Integer.MAX_VALUE) - 1;
		long start = System.nanoTime();
		long seed = first;
		while (seed <= last && failures.size() < Integer.getInteger("walk.random.failures", 1)
				&& (rounds != null || System.nanoTime() - start < LIMIT.toNanos())) {
			String wrong = run(seed, counts);
			if (!wrong.isEmpty()) {
				failures.add("Seed " + seed + ", again with -Dseed=" + seed + "\n" + wrong);
			}
			seed++;
		}
		System.out.println(getClass().getSimpleName() + ": " + (seed - first) + " random changelogs in "
				+ (System.nanoTime() - start) / 1_000_000_000 + " s: " + counts);
		assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
		assertThat(counts.getOrDefault("undone", 0)).as("revisions undone").isPositive();
	}

	private String run(long seed, Map<String, Integer> counts) throws Exception {
		try (TrialDatabase database = open()) {
			return new RandomWalk(seed, database, Files.createDirectory(this.folder.resolve("seed" + seed)), counts)
				.run();
		}
		catch (Exception ex) {
			throw new IllegalStateException("Seed " + seed + ", again with -Dseed=" + seed, ex);
		}
	}

}
