package io.soundshare.migrations.compatibility;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs an application on a JDK and a database, in a folder with a changelog of its own.
 *
 * @param application the application
 * @param jdk the JDK
 * @param url the database
 * @param directory the folder
 */
record Run(BuiltApplication application, Jdk jdk, String url, Path directory) {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	/** Runs commands, which must succeed. */
	String command(String... arguments) throws Exception {
		Process process = start(arguments);
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		String output = output();
		assertThat(process.exitValue()).as(output).isZero();
		return output;
	}

	/** Starts the application, asks it, and ends it. */
	List<String> answers(String... paths) throws Exception {
		Process process = start("--server.port=0");
		try {
			String address = "http://localhost:" + port(process);
			List<String> answers = new ArrayList<>();
			for (String path : paths) {
				answers.add(HttpClient.newHttpClient()
					.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
					.body());
			}
			return answers;
		}
		finally {
			process.destroy();
			process.waitFor();
		}
	}

	private String port(Process process) throws Exception {
		for (int i = 0; i < 1800 && process.isAlive(); i++) {
			Matcher port = PORT.matcher(output());
			if (port.find()) {
				return port.group(1);
			}
			Thread.sleep(100);
		}
		throw new AssertionError(output());
	}

	private Process start(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(this.jdk.java(), "-jar", this.application.jar().toString(),
				"--spring.datasource.url=" + this.url, "--spring.liquibase.change-log=file:"
						+ this.directory.resolve("db/changelog/db.changelog-master.yaml")));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log().toFile())
			.start();
	}

	private Path log() {
		return this.directory.resolve("output.txt");
	}

	private String output() throws IOException {
		return Files.readString(log());
	}

}
