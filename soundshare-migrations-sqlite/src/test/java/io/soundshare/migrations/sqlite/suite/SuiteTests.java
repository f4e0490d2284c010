package io.soundshare.migrations.sqlite.suite;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case under {@code suite/cases}, on every seed it applies to, with foreign keys on
 * and off, on every SQLite. {@code -Dsuite.only=regex} chooses cases by name,
 * {@code -Dsuite.quick=true} takes foreign keys on with the managed SQLite and off with
 * the others only.
 */
@Tag("portability")
class SuiteTests {

	private static final boolean QUICK = Boolean.getBoolean("suite.quick");

	// Held, or it is collected together with its level.
	private static final Logger LOGGER = Logger.getLogger("liquibase");

	private final Map<String, String> seeds = new TreeMap<>();

	@TestFactory
	Stream<DynamicContainer> suite(@TempDir Path directory) throws Exception {
		LOGGER.setLevel(Level.OFF);
		Path root = root();
		for (SuiteSeed seed : SuiteSeed.all(root.resolve("seeds"))) {
			this.seeds.put(seed.name(), seed.sql());
		}
		String only = System.getProperty("suite.only", "");
		return SuiteCase.all(root.resolve("cases"))
			.stream()
			.filter((suiteCase) -> suiteCase.name().matches(".*(" + only + ").*"))
			.map((suiteCase) -> container(suiteCase, directory.resolve(suiteCase.name())));
	}

	private DynamicContainer container(SuiteCase suiteCase, Path directory) {
		suiteCase.write(directory);
		List<DynamicTest> tests = new ArrayList<>();
		for (String seed : suiteCase.seeds()) {
			String sql = Objects.requireNonNull(this.seeds.get(seed), () -> suiteCase.name() + " wants seed " + seed);
			for (SqliteDrivers driver : SqliteDrivers.all()) {
				for (boolean foreignKeys : new boolean[] { true, false }) {
					if (QUICK && foreignKeys != (driver == SqliteDrivers.MANAGED)) {
						continue;
					}
					if (suiteCase.runsOn(driver.name()) && suiteCase.runsWith(foreignKeys, seed)) {
						SuiteRun run = new SuiteRun(suiteCase, seed, sql, foreignKeys, driver, directory);
						tests.add(test(suiteCase, run.toString(), run::run));
						if (driver == SqliteDrivers.MANAGED && foreignKeys
								&& (suiteCase.dryRunnable() || suiteCase.dryRunRefused())) {
							tests.add(test(suiteCase, "dry run, " + run, run::dryRun));
						}
					}
				}
			}
		}
		return DynamicContainer.dynamicContainer(suiteCase.title(), tests);
	}

	// Surefire shows only the message of a dynamic test.
	private static DynamicTest test(SuiteCase suiteCase, String name, Executable executable) {
		return DynamicTest.dynamicTest(name, () -> {
			try {
				executable.execute();
			}
			catch (Throwable ex) {
				throw new AssertionError("CASE " + suiteCase.title() + " [" + name + "]\n" + ex.getMessage(), ex);
			}
		});
	}

	private static Path root() throws URISyntaxException {
		return Path.of(Objects.requireNonNull(SuiteTests.class.getResource("/suite"), "no suite").toURI());
	}

	private record SuiteSeed(String name, String sql) {

		static List<SuiteSeed> all(Path directory) throws IOException {
			try (Stream<Path> files = Files.list(directory)) {
				List<SuiteSeed> seeds = new ArrayList<>();
				for (Path file : files.toList()) {
					seeds.add(new SuiteSeed(file.getFileName().toString().replace(".sql", ""), Files.readString(file)));
				}
				return seeds;
			}
		}

	}

}
