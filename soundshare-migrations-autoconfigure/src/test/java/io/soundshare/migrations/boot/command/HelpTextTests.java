package io.soundshare.migrations.boot.command;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

	@ParameterizedTest
	@EnumSource
	void hasATextForEachCommandWithAnExampleAndItsOptions(MigrateCommand command) {
		assertThat(HelpText.render(command)).startsWith("Usage: java -jar app.jar --migrate=" + command.usage() + " ")
			.contains("Examples\n  ")
			.contains(Stream.of(MigrateOption.values())
				.filter(command::takes)
				.map((option) -> "  " + option.usage())
				.toList())
			.doesNotContain(Stream.of(MigrateOption.values())
				.filter((option) -> !command.takes(option))
				.map((option) -> "\n  " + option.usage() + " ")
				.toList())
			.satisfies((text) -> assertThat(text.lines())
				.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(120)));
	}

	@Test
	void fitsATerminal() {
		assertThat(HelpText.render().lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(120));
	}

}
