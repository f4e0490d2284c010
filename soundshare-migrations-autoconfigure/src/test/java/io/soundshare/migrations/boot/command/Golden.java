package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;

/**
 * Files of expected text.
 */
final class Golden {

	private Golden() {
	}

	static String text(String name) {
		try {
			return new ClassPathResource("command/" + name).getContentAsString(StandardCharsets.UTF_8).stripTrailing();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
