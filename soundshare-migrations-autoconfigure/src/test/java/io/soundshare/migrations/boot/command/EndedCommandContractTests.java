package io.soundshare.migrations.boot.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.soundshare.migrations.boot.TestDatabase;
import io.soundshare.migrations.boot.command.AutogenerateCommandContractTests.Before;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real processes that are told to end (SIGTERM, as by Ctrl-C) while they try things out.
 */
public abstract class EndedCommandContractTests {

	@TempDir
	Path directory;

	private Path temporary;

	abstract TestDatabase database();

	/** A statement that takes longer than anybody waits. */
	abstract String endless();

	/** What settings name the place to try things out in. */
	List<String> settings() {
		return List.of();
	}

	/** Whether the process is at the endless statement. */
	abstract boolean isBusy(long process) throws IOException;

	/** What is left of the place it tried things out in, beside temporary files. */
	abstract List<String> left(long process);

	@ParameterizedTest
	@ValueSource(strings = { "check", "create:Create tracks" })
	void leavesNothingBehindWhenItIsToldToEnd(String command) throws Exception {
		Path versions = Files.createDirectories(this.directory.resolve("resources/evolving/versions"));
		Files.writeString(versions.resolveSibling("master.yaml"), """
				databaseChangeLog:
				  - includeAll: {path: versions/, relativeToChangelogFile: true}
				""");
		Files.writeString(versions.resolve("1.sql"),
				"--liquibase formatted sql\n--changeset anna:1\n" + endless() + ";\n");
		this.temporary = Files.createDirectories(this.directory.resolve("tmp"));
		Path err = this.directory.resolve("err");
		Process process = start(versions, command, err);
		try {
			// A machine that is at something else starts an application in minutes.
			for (int i = 0; i < 3000 && process.isAlive() && !isBusy(process.pid()); i++) {
				Thread.sleep(100);
			}
			assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
			assertThat(isBusy(process.pid())).isTrue();
			process.destroy();
			assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(Files.readString(err)).doesNotContain("error:");
		assertThat(temporaryFiles()).isEmpty();
		assertThat(left(process.pid())).isEmpty();
		assertThat(database().tables()).isEmpty();
		assertThat(versions).isDirectoryNotContaining("glob:**tracks*");
	}

	List<String> temporaryFiles() throws IOException {
		try (Stream<Path> files = Files.list(this.temporary)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith("soundshare-"))
				.toList();
		}
	}

	private Process start(Path versions, String command, Path err) throws IOException {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + this.temporary,
				"-cp", this.directory.resolve("resources") + File.pathSeparator + classPath,
				EndedCommandContractTests.class.getName(), "--migrate=" + command,
				"--spring.liquibase.change-log=classpath:/evolving/master.yaml",
				"--spring.datasource.url=" + database().url()));
		words.addAll(settings());
		if (command.startsWith("create")) {
			words.add("--migrate.directory=" + versions);
		}
		return new ProcessBuilder(words).redirectError(err.toFile())
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

	public static void main(String[] args) {
		SpringApplication.run(Before.class, args);
	}

}
