package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Author of a revision: git's {@code user.name}, else the user of the operating system.
 */
final class RevisionAuthor {

	private static final long SECONDS_FOR_GIT = 5;

	private RevisionAuthor() {
	}

	static String name(Path directory) {
		String git = git(directory);
		return git.isBlank() ? System.getProperty("user.name") : git;
	}

	private static String git(Path directory) {
		Path existing = directory.toAbsolutePath();
		while (existing.getParent() != null && !Files.isDirectory(existing)) {
			existing = existing.getParent();
		}
		try {
			Process process = new ProcessBuilder("git", "config", "user.name").directory(existing.toFile())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (!process.waitFor(SECONDS_FOR_GIT, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				return "";
			}
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			// There is no git here: the operating system's user it is.
			return "";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "";
		}
	}

}
