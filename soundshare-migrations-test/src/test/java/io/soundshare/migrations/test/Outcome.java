package io.soundshare.migrations.test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * What came of the tests of a suite.
 *
 * @param passed how many have passed
 * @param failed the message of each failure, by the names of the test and those around it
 * @param skipped the reason of each that was not run
 */
record Outcome(int passed, Map<String, String> failed, Map<String, String> skipped) {

	static Outcome of(MigrationSuite suite) {
		return of(suite, "");
	}

	/** Of one kind of test. */
	static Outcome of(MigrationSuite suite, MigrationCheck check) {
		return of(suite, check.toString());
	}

	private static Outcome of(MigrationSuite suite, String names) {
		try (Stream<DynamicNode> nodes = suite.tests()) {
			Outcome[] outcome = { new Outcome(0, new LinkedHashMap<>(), new LinkedHashMap<>()) };
			nodes.filter((node) -> node.getDisplayName().startsWith(names))
				.forEach((node) -> outcome[0] = outcome[0].run("", node));
			return outcome[0];
		}
	}

	private Outcome run(String around, DynamicNode node) {
		Outcome[] outcome = { this };
		if (node instanceof DynamicContainer container) {
			container.getChildren()
				.forEach((child) -> outcome[0] = outcome[0].run(around + node.getDisplayName() + " > ", child));
			return outcome[0];
		}
		String name = around + node.getDisplayName();
		try {
			((DynamicTest) node).getExecutable().execute();
			return new Outcome(this.passed + 1, this.failed, this.skipped);
		}
		catch (TestAbortedException ex) {
			this.skipped.put(name, String.valueOf(ex.getMessage()));
		}
		catch (Throwable ex) {
			this.failed.put(name, String.valueOf(ex));
		}
		return this;
	}

	boolean fails(MigrationCheck check, String revision) {
		return this.failed.keySet()
			.stream()
			.anyMatch((name) -> name.startsWith(check.toString()) && name.contains(revision));
	}

}
