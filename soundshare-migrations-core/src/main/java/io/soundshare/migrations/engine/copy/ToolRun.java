package io.soundshare.migrations.engine.copy;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Runs PostgreSQL's tools. A password is in their environment alone, and what they say is
 * in files: nobody waits for a pipe that nobody reads.
 */
final class ToolRun {

	private static final int SHOWN_LINES = 3;

	private static final int SHOWN_LENGTH = 300;

	/**
	 * An environment is in the charset of this process, which may not have the characters
	 * of the password: the shell makes it of their bytes.
	 */
	private static final String DECODE = "PGPASSWORD=$(printf %b \"$PASSWORD_BYTES\") && export PGPASSWORD"
			+ " && unset PASSWORD_BYTES && exec \"$@\"";

	private final Path folder;

	private final @Nullable String password;

	ToolRun(Path folder, @Nullable String password) {
		this.folder = folder;
		this.password = password;
	}

	/** Run a tool for what it does. */
	void run(String tool, String... arguments) throws IOException {
		into(ProcessBuilder.Redirect.DISCARD, tool, arguments);
	}

	/** Run a tool for what it says, a byte a character. */
	String text(String tool, String... arguments) throws IOException {
		Path output = Files.createTempFile("backup", ".out");
		try {
			into(ProcessBuilder.Redirect.to(output.toFile()), tool, arguments);
			return Files.readString(output, StandardCharsets.ISO_8859_1);
		}
		finally {
			Files.delete(output);
		}
	}

	private void into(ProcessBuilder.Redirect output, String tool, String... arguments) throws IOException {
		Path errors = Files.createTempFile("backup", ".err");
		try {
			ProcessBuilder builder = builder(errors, tool, arguments).redirectOutput(output);
			Process process = builder.start();
			process.getOutputStream().close();
			require(tool, exit(process), errors);
		}
		finally {
			Files.delete(errors);
		}
	}

	/**
	 * Run two tools, the second of which reads what the first one writes behind a text.
	 * It must not take the end of that for a success.
	 */
	void pipe(String first, List<String> firstArguments, String text, ScriptFilter filter, String second,
			List<String> secondArguments) throws IOException {
		Path firstErrors = Files.createTempFile("backup", ".err");
		Path secondErrors = Files.createTempFile("backup", ".err");
		Process writer = null;
		Process reader = null;
		try {
			reader = builder(secondErrors, second, secondArguments.toArray(String[]::new))
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			writer = builder(firstErrors, first, firstArguments.toArray(String[]::new)).start();
			writer.getOutputStream().close();
			Thread pump = pump(writer, text, filter, reader);
			pump.start();
			int readerExit = exit(reader);
			if (readerExit != 0) {
				writer.destroy();
			}
			int writerExit = exit(writer);
			require(second, readerExit, secondErrors);
			require(first, writerExit, firstErrors);
		}
		finally {
			kill(writer);
			kill(reader);
			Files.delete(firstErrors);
			Files.delete(secondErrors);
		}
	}

	/** If either dies, so does the pipe, and what they say is the reason. */
	private static Thread pump(Process writer, String text, ScriptFilter filter, Process reader) {
		Thread pump = new Thread(() -> {
			try (OutputStream script = reader.getOutputStream()) {
				script.write(text.getBytes(StandardCharsets.UTF_8));
				filter.copy(writer.getInputStream(), script);
			}
			catch (IOException | RuntimeException ex) {
				writer.destroy();
			}
		}, "backup-pipe");
		pump.setDaemon(true);
		return pump;
	}

	private static void kill(@Nullable Process process) {
		if (process != null && process.isAlive()) {
			process.destroyForcibly();
		}
	}

	private static int exit(Process process) throws IOException {
		try {
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("it was interrupted");
		}
		finally {
			kill(process);
		}
	}

	private static void require(String tool, int exit, Path errors) throws IOException {
		if (exit != 0) {
			String said = brief(Files.readString(errors, StandardCharsets.ISO_8859_1));
			throw new IOException(said.isEmpty() ? tool + " ended with " + exit
					: new String(said.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
		}
	}

	/** What the tool and the server say, without where in which script. */
	private static String brief(String text) {
		String brief = text.lines()
			.map((line) -> line.replaceFirst("^psql:<stdin>:\\d+: ", "").strip())
			.filter((line) -> !line.isEmpty())
			.dropWhile((line) -> line.startsWith("WARNING") || line.startsWith("NOTICE"))
			.limit(SHOWN_LINES)
			.collect(Collectors.joining("; "));
		return brief.substring(0, Math.min(SHOWN_LENGTH, brief.length()));
	}

	private ProcessBuilder builder(Path errors, String tool, String... arguments) {
		List<String> command = new ArrayList<>();
		ProcessBuilder builder = new ProcessBuilder(command);
		Map<String, String> environment = builder.environment();
		// The driver knows none of them but one.
		environment.keySet().removeIf((name) -> name.startsWith("PG") && !name.equals("PGPASSFILE"));
		environment.put("LC_ALL", "C");
		if (this.password != null) {
			boolean plain = this.password.chars().allMatch((character) -> character < 128) || File.separatorChar != '/';
			if (!plain) {
				command.addAll(List.of("/bin/sh", "-c", DECODE, tool));
			}
			environment.put(plain ? "PGPASSWORD" : "PASSWORD_BYTES", plain ? this.password : octal(this.password));
		}
		command.add(this.folder.resolve(tool).toString());
		command.addAll(List.of(arguments));
		return builder.redirectError(errors.toFile());
	}

	private static String octal(String text) {
		StringBuilder octal = new StringBuilder();
		for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
			octal.append("\\0%03o".formatted(value & 0xff));
		}
		return octal.toString();
	}

}
