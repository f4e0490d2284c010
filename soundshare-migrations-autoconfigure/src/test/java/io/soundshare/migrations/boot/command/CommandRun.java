package io.soundshare.migrations.boot.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.logging.LoggingSystem;

/**
 * A real application, run with {@code --migrate} in this process.
 *
 * @param code the exit code, -1 if the application went on
 * @param out what is on stdout
 * @param err what is on stderr
 */
record CommandRun(int code, String out, String err) {

	private static final JsonMapper JSON = new JsonMapper();

	static CommandRun of(Class<?> application, String... args) {
		return of(new ByteArrayOutputStream(), application, args);
	}

	/** With a stdout that takes nothing, as a full disk does. */
	static CommandRun withoutStdout(Class<?> application, String... args) {
		return of(new OutputStream() {

			@Override
			public void write(int value) throws IOException {
				throw new IOException("No space left on device");
			}

		}, application, args);
	}

	private static CommandRun of(OutputStream out, Class<?> application, String... args) {
		PrintStream stdout = System.out;
		PrintStream stderr = System.err;
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		AtomicReference<CommandRun> ended = new AtomicReference<>();
		System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
		// A process of its own has no levels of an application before it.
		LoggingSystem.get(CommandRun.class.getClassLoader()).cleanUp();
		try {
			SpringApplication spring = new SpringApplication(application);
			spring.addBootstrapRegistryInitializer((registry) -> registry.register(CommandExit.class, InstanceSupplier
				.of((code) -> ended.compareAndSet(null, new CommandRun(code, text(out), text(err))))));
			spring.run(args).close();
		}
		catch (RuntimeException ex) {
			// As CommandExit says: the process would have ended.
			if (ended.get() == null) {
				throw ex;
			}
		}
		finally {
			System.setOut(stdout);
			System.setErr(stderr);
		}
		return (ended.get() != null) ? ended.get() : new CommandRun(-1, text(out), text(err));
	}

	/** What differs from run to run, made the same. */
	String stableOut() {
		return this.out.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "2026-11-22 07:00:00")
			.replaceAll("\\(\\d+ ms\\)", "(7 ms)")
			.replaceAll("\\b\\d{10}\\b", "0123456789")
			.replaceAll("SQLite 3\\.[0-9.]+", "SQLite 3")
			.replaceAll("jdbc:sqlite:\\S*/", "jdbc:sqlite:")
			.replaceAll("9:[0-9a-f]{32}", "9:checksum");
	}

	/** The only document on stdout. */
	@SuppressWarnings("unchecked")
	Map<String, Object> json() {
		return JSON.readValue(this.out, Map.class);
	}

	private static String text(OutputStream stream) {
		return (stream instanceof ByteArrayOutputStream bytes)
				? bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n") : "";
	}

}
