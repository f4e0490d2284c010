package io.soundshare.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test of the sources of the modules that are used without Spring: who reads what they
 * say may have neither command line nor properties.
 */
class VocabularyTests {

	private static final Pattern FOREIGN = Pattern
		.compile("--migrate|(?<![\\w.])spring\\.|\"[^\"\\n]*(?<!io\\.)soundshare\\.migrations\\.");

	@ParameterizedTest
	@ValueSource(strings = { "core", "sqlite", "autogenerate" })
	void speaksNeitherOfCommandLineNorOfProperties(String module) throws IOException {
		List<Path> sources;
		try (Stream<Path> files = Files.walk(Path.of("../soundshare-migrations-" + module + "/src/main/java"))) {
			sources = files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
		assertThat(sources).isNotEmpty();
		for (Path source : sources) {
			assertThat(Files.readString(source)).as("%s", source).doesNotContainPattern(FOREIGN);
		}
	}

}
