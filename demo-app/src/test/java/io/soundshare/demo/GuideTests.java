package io.soundshare.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a guide shows is what happens: its changes are made in a copy of the demo, its
 * commands are run there, and say what it says they do. Ids, times and authors differ; a
 * line of three dots stands for any lines.
 */
@Tag("slow")
class GuideTests {

	@TempDir
	Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "autogenerate", "rollback" })
	void tellsWhatHappens(String guide) throws Exception {
		GuideCheckout checkout = new GuideCheckout(this.directory);
		SoftAssertions outputs = new SoftAssertions();
		StringBuilder printed = new StringBuilder();
		for (GuideBlock block : GuideBlock.of(Files.readString(Path.of("..", "docs", guide + ".md")))) {
			if (block.isChange()) {
				checkout.change(block);
			}
			for (GuideBlock.Run run : block.runs()) {
				String output = checkout.run(run);
				printed.append(run.commands()).append('\n').append(output).append('\n');
				outputs.assertThat(masked(output)).as(run.commands().toString()).matches(pattern(run.output()));
			}
		}
		// For whoever brings the guide up to date.
		Files.writeString(Path.of("target", guide + "-guide.txt"), printed);
		assertThat(printed).isNotEmpty();
		outputs.assertAll();
	}

	private static Pattern pattern(String output) {
		return Pattern.compile(masked(output).lines()
			.map((line) -> line.strip().equals("…") ? "(?:.*\\R)*?" : Pattern.quote(line) + "(?:\\R|$)")
			.collect(Collectors.joining()));
	}

	private static String masked(String output) {
		return output.replaceAll("(?<![0-9a-zA-Z])[0-9a-f]{12}(?![0-9a-zA-Z])", "<id>")
			.replaceAll("(?<!\\d)\\d{14}(?=_)", "<time>")
			.replaceAll("\\b[\\d.]+ m?s\\b", "<duration>")
			.replaceAll("\\d{8}T\\d{9}Z", "<time>")
			.replaceAll("\\b[\\d.]+ [kM]?B\\b", "<size>")
			.replaceAll("(?<=\\S) {2,}", "  ")
			.replaceAll("(?m)^( *author:).*", "$1 <author>")
			.strip();
	}

}
