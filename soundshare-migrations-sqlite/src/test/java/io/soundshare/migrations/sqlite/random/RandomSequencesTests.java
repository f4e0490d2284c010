package io.soundshare.migrations.sqlite.random;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A seed again: {@code -Dtest=RandomSequencesTests -Dseed=N}. More of them:
 * {@code -Dsqlite.random.sequences=5000}, and {@code -Dsqlite.random.first=N} to begin
 * elsewhere than at 1.
 */
@Tag("random")
class RandomSequencesTests {

	private static final Logger LOGGER = Logger.getLogger("liquibase");

	/**
	 * The number an ordinary build runs on any machine, and how long it goes on to run
	 * more.
	 */
	private static final int FIRST = 100;

	private static final int MOST = 5000;

	private static final Duration LIMIT = Duration.ofSeconds(100);

	@TempDir
	private Path directory;

	@Test
	void changesNothingThatIsNotNamedAndComesBackToTheStart() throws Exception {
		LOGGER.setLevel(Level.OFF);
		Map<String, Integer> counts = new TreeMap<>();
		List<String> failures = new ArrayList<>();
		Long only = Long.getLong("seed");
		Integer sequences = Integer.getInteger("sqlite.random.sequences");
		long first = (only != null) ? only : Long.getLong("sqlite.random.first", 1);
		long last = first + ((only != null) ? 1 : ((sequences != null) ? sequences : MOST)) - 1;
		long start = System.nanoTime();
		long seed = first;
		for (; seed <= last && failures.size() < Integer.getInteger("sqlite.random.failures", 1); seed++) {
			if (sequences == null && seed >= first + FIRST && System.nanoTime() - start > LIMIT.toNanos()) {
				break;
			}
			if (only == null && sequences != null && seed % 100 == 0) {
				System.out.println("at seed " + seed);
			}
			String wrong = run(seed, counts);
			if (!wrong.isEmpty()) {
				failures.add("Seed " + seed + ", again with -Dseed=" + seed + "\n" + wrong);
				System.out.println(failures.get(failures.size() - 1));
			}
		}
		System.out.println((seed - first) + " random sequences in " + (System.nanoTime() - start) / 1_000_000_000
				+ " s, of which " + failures.size() + " failed: " + counts);
		assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
	}

	private String run(long seed, Map<String, Integer> counts) throws Exception {
		try {
			return new RandomSequence(seed, this.directory, counts).run();
		}
		catch (Exception ex) {
			throw new IllegalStateException("Seed " + seed + ", again with -Dseed=" + seed, ex);
		}
	}

}
