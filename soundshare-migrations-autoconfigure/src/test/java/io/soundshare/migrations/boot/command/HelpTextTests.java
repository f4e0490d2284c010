package io.soundshare.migrations.boot.command;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The help, as it was last agreed to.
 */
class HelpTextTests {

	@Test
	void isAsAgreed() {
		assertThat(HelpText.render()).isEqualTo(Golden.text("help.txt"));
	}

	@Test
	void hasEachCommandWithAnExampleEachOptionAndEachExitCode() {
		assertThat(HelpText.render())
			.contains(Stream.of(MigrateCommand.values())
				.flatMap((command) -> Stream.of("  " + command.usage() + " ", command.example()))
				.toList())
			.contains(Stream.of(MigrateOption.values()).map((option) -> "  " + option.usage() + " ").toList())
			.contains(Stream.of(ExitCode.values()).map((code) -> "  " + code.value() + "  " + code.meaning()).toList());
	}

	@Test
	void fitsATerminal() {
		assertThat(HelpText.render().lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(120));
	}

}
