package io.soundshare.migrations.compatibility;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param feature such as 17
 * @param home where it is
 */
record Jdk(int feature, Path home) {

	/** The one this runs on, or all that are installed beside it, one of each version. */
	static Stream<Jdk> all() {
		Path current = Path.of(System.getProperty("java.home"));
		if (!"all".equals(System.getProperty("compatibility.jdks"))) {
			return Stream.of(new Jdk(Runtime.version().feature(), current));
		}
		try (Stream<Path> installed = Files.list(current.getParent())) {
			TreeMap<Integer, Jdk> jdks = new TreeMap<>();
			installed.sorted()
				.flatMap((home) -> at(home).stream())
				.filter((jdk) -> jdk.feature >= 17)
				.forEach((jdk) -> jdks.put(jdk.feature, jdk));
			return jdks.values().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<Jdk> at(Path home) {
		Path release = home.resolve("release");
		if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isRegularFile(release)) {
			return Optional.empty();
		}
		try (Reader reader = Files.newBufferedReader(release)) {
			Properties properties = new Properties();
			properties.load(reader);
			String version = properties.getProperty("JAVA_VERSION").replace("\"", "");
			return Optional.of(new Jdk(Runtime.Version.parse(version).feature(), home));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String java() {
		return this.home.resolve("bin/java").toString();
	}

	@Override
	public String toString() {
		return "JDK " + this.feature;
	}

}
