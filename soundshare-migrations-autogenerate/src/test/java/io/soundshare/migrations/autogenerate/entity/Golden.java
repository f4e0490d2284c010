package io.soundshare.migrations.autogenerate.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts kept in files; {@code -Dgolden.update=true} writes them anew.
 */
final class Golden {

	private static final Path FOLDER = Path.of("src/test/resources/golden/entity");

	private Golden() {
	}

	static void verify(String name, String text) {
		Path file = FOLDER.resolve(name);
		try {
			if (Boolean.getBoolean("golden.update")) {
				Files.createDirectories(FOLDER);
				Files.writeString(file, text);
			}
			assertThat(file).exists();
			assertThat(text).isEqualTo(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
