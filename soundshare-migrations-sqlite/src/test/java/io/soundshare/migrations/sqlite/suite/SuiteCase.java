package io.soundshare.migrations.sqlite.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A case of the suite: a file of two YAML documents. The first says what must come of it,
 * the second is what an ordinary changelog contains: a list of changes (one change set),
 * a list of change sets, or a whole changelog. The keys of the first:
 * <ul>
 * <li>{@code title}: the fact the case proves</li>
 * <li>{@code seed}: names of seeds separated by commas, or {@code all} for every one with
 * the tables artists and songs</li>
 * <li>{@code setup}: SQL run after the seed</li>
 * <li>{@code foreignKeys}: {@code on} or {@code off} when the case makes sense in one
 * only</li>
 * <li>{@code versions}: a comma-separated choice of {@code MANAGED, V3_45, V3_40}</li>
 * <li>{@code expect}: the differences, a line a fact, see {@link Expectation}</li>
 * <li>{@code refused}: a part of the message with which the update must fail</li>
 * <li>{@code invalid}: the same, and it must be refused before anything runs</li>
 * <li>{@code rollback}: {@code identical}, {@code impossible}, {@code none} (not tried),
 * or the differences that remain</li>
 * <li>{@code files}: further files of the changelog, by name</li>
 * <li>{@code dryRun}: {@code no} when its SQL cannot be run as it is, {@code refused}
 * when it must not even be written, for the same reason as the update</li>
 * </ul>
 */
record SuiteCase(String name, Map<String, Object> about, String changelog) {

	private static final Set<String> KEYS = Set.of("title", "seed", "setup", "foreignKeys", "versions", "expect",
			"refused", "invalid", "rollback", "files", "dryRun");

	private static final List<String> ALL = List.of("music", "strict", "keyed", "odd", "plain", "violating");

	SuiteCase {
		for (String key : about.keySet()) {
			if (!KEYS.contains(key)) {
				throw new IllegalArgumentException(name + ": unknown key " + key);
			}
		}
	}

	static List<SuiteCase> all(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(".yaml"))
				.sorted()
				.map((file) -> read(directory, file))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String title() {
		return this.name + ": " + text("title", "");
	}

	List<String> seeds() {
		String seed = text("seed", "music");
		return seed.equals("all") ? ALL : Arrays.asList(seed.split(",\\s*"));
	}

	String text(String key, String otherwise) {
		Object value = this.about.get(key);
		return (value != null) ? value.toString() : otherwise;
	}

	boolean runsOn(String driver) {
		return !this.about.containsKey("versions") || text("versions", "").contains(driver);
	}

	boolean runsWith(boolean foreignKeys, String seed) {
		if (foreignKeys && seed.equals("violating")) {
			return false;
		}
		Object only = this.about.get("foreignKeys");
		return only == null || only.equals(foreignKeys);
	}

	Expectation expectation() {
		return Expectation.parse(this.name, text("expect", ""));
	}

	/**
	 * The message of the expected failure, empty when none is expected.
	 */
	String failure() {
		return text("refused", text("invalid", ""));
	}

	/** Whether a dry run must fail as the update does. */
	boolean dryRunRefused() {
		return text("dryRun", "").equals("refused");
	}

	/** Whether a dry run's SQL can be run. */
	boolean dryRunnable() {
		return failure().isEmpty() && !text("dryRun", "").equals("false");
	}

	void write(Path directory) {
		try {
			Files.createDirectories(directory);
			Files.writeString(directory.resolve("changelog.yaml"), this.changelog);
			if (this.about.get("files") instanceof Map<?, ?> files) {
				for (Map.Entry<?, ?> file : files.entrySet()) {
					Files.writeString(directory.resolve(file.getKey().toString()), file.getValue().toString());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SuiteCase read(Path directory, Path file) {
		String name = directory.relativize(file).toString().replace(".yaml", "");
		try {
			String[] documents = Files.readString(file).split("(?m)^---\\s*$", 2);
			Map<String, Object> about = new Yaml(new SafeConstructor(new LoaderOptions())).load(documents[0]);
			return new SuiteCase(name, about, changelog(documents[1].strip()));
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalArgumentException("Cannot read case " + file, ex);
		}
	}

	private static String changelog(String text) {
		if (text.startsWith("databaseChangeLog:")) {
			return text;
		}
		if (text.startsWith("- changeSet:") || text.startsWith("- include:")) {
			return "databaseChangeLog:\n" + text.indent(2);
		}
		return "databaseChangeLog:\n- changeSet:\n    id: 1\n    author: suite\n    changes:\n" + text.indent(4);
	}

}
