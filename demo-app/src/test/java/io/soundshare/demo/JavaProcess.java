package io.soundshare.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The service in a process of its own, with its output in files.
 */
final class JavaProcess implements AutoCloseable {

	private static final long SECONDS = 120;

	private final Process process;

	private final Path out;

	private final Path err;

	private JavaProcess(Process process, Path out, Path err) {
		this.process = process;
		this.out = out;
		this.err = err;
	}

	/**
	 * Start.
	 * @param directory the working directory
	 * @param what {@code -jar app.jar}, or a class path and a main class
	 * @param args the application's arguments
	 */
	static JavaProcess start(Path directory, List<String> what, String... args) throws IOException {
		Path out = Files.createTempFile("soundshare", ".out");
		Path err = Files.createTempFile("soundshare", ".err");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC"));
		if (what.contains("-cp")) {
			// As the manifest of the fat jar says: newer JDKs warn of SQLite's driver.
			command.add("--enable-native-access=ALL-UNNAMED");
		}
		command.addAll(what);
		command.addAll(List.of(args));
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
			.redirectOutput(out.toFile())
			.redirectError(err.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("JAVA_") || name.startsWith("SPRING_"));
		// No locale at all, as in a container.
		builder.environment().put("LC_ALL", "C");
		return new JavaProcess(builder.start(), out, err);
	}

	/** Wait for the end. */
	Result result() throws InterruptedException {
		if (!this.process.waitFor(SECONDS, TimeUnit.SECONDS)) {
			String printed = out() + err();
			close();
			throw new IllegalStateException("Still running: " + printed);
		}
		return new Result(this.process.exitValue(), out(), err());
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	String out() {
		return read(this.out);
	}

	String err() {
		return read(this.err);
	}

	/** As Ctrl-C does. */
	void stop() throws InterruptedException {
		this.process.destroy();
		this.process.waitFor(SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		for (Path file : List.of(this.out, this.err)) {
			try {
				Files.deleteIfExists(file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private static String read(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Result(int code, String out, String err) {

	}

}
