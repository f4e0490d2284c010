package io.soundshare.migrations.boot.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Shells complete commands, options and revisions.
 */
class CompletionTests {

	@TempDir
	private Path directory;

	/** What the scripts ask for revisions, in the place of an application. */
	@BeforeEach
	void makeApplication() throws IOException {
		for (String name : List.of("java", "migrate")) {
			Path file = this.directory.resolve(name);
			Files.writeString(file, "#!/bin/sh\ncase \"$*\" in *completion*revisions) echo a31b; echo a32c; esac\n");
			assertThat(file.toFile().setExecutable(true)).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "java -jar app.jar --migrate=do | downgrade",
			"java -Dx=y -jar app.jar --migrate=downgrade:a | a31b a32c", "java -jar app.jar --migrate=show:a32 | a32c",
			"java -jar app.jar --migrate=upgrade:h | head", "java -jar app.jar --migrate=help:pl | plan",
			"java -jar app.jar --migrate=upgrade --migrate.s | --migrate.sql --migrate.strict",
			"java -jar app.jar --migrate.output=j | json", "./migrate dow | downgrade", "./migrate show a31 | a31b",
			"./migrate upgrade --sq | --sql", "java -jar ap | ''", "java -jar app.jar --migrate=create:x | ''" })
	void bashCompletes(String line, String expected) throws Exception {
		assertThat(bash(line)).isEqualTo(expected.replace("''", ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "java -jar x --migrate=do | --migrate=downgrade",
			"java -jar x --migrate=downgrade:a32 | --migrate=downgrade:a32c", "./migrate dow | downgrade" })
	void zshCompletes(String line, String expected) throws Exception {
		assumeShell("zsh");
		assertThat(output("zsh", "-f", "-c",
				"autoload -U compinit && compinit -u -D; source " + script("zsh") + "; COMP_LINE='" + line
						+ "'; COMP_POINT=${#COMP_LINE}; _soundshare_migrate;" + " echo $COMPREPLY"))
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "java -jar x --migrate=do | --migrate=downgrade",
			"java -jar x --migrate=downgrade:a32 | --migrate=downgrade:a32c", "migrate dow | downgrade" })
	void fishCompletes(String line, String expected) throws Exception {
		assumeShell("fish");
		assertThat(output("fish", "-c", "source " + script("fish") + "; complete -C '" + line + "'"))
			.startsWith(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bash", "zsh", "fish" })
	void knowsEachCommandAndOption(String shell) {
		assertThat(Completion.script(shell)).doesNotContainPattern("@[A-Z]+@")
			.contains(Stream.of(MigrateCommand.values()).map(MigrateCommand::key).toList())
			.contains(Stream.of(MigrateOption.values()).map(MigrateOption::key).toList());
	}

	@Test
	void asksForRevisionsOnceAMinute() throws Exception {
		assumeShell("bash");
		assertThat(output("bash", "-c", "source " + script("bash")
				+ "; ask() { echo asked >&2; }; _soundshare_revisions ask >/dev/null; _soundshare_revisions ask"))
			.isEqualTo("head base");
	}

	private String bash(String line) throws Exception {
		assumeShell("bash");
		return output("bash", "-c", "source " + script("bash") + "; COMP_WORDBREAKS=$' \\t\\n\"><=;|&(:'; COMP_LINE='"
				+ line + "'; COMP_POINT=${#COMP_LINE}; _soundshare_migrate; echo ${COMPREPLY[*]}");
	}

	private Path script(String shell) throws IOException {
		return Files.writeString(this.directory.resolve("completion." + shell), Completion.script(shell));
	}

	private static void assumeShell(String shell) {
		assumeTrue(Stream.of("/bin/", "/usr/bin/").anyMatch((folder) -> Files.isExecutable(Path.of(folder + shell))),
				"there is no " + shell + " here");
	}

	private String output(String... command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().put("PATH", this.directory + ":" + System.getenv("PATH"));
		builder.environment().put("HOME", this.directory.toString());
		Process process = builder.start();
		process.getOutputStream().close();
		String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).isZero();
		return text.strip().replace('\n', ' ');
	}

}
