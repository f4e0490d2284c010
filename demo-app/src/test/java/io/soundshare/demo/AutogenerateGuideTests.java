package io.soundshare.demo;

import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the guide shows is what happens: its changes are made in a copy of the demo, its
 * commands are run there, and say what it says they do. Ids, times and authors differ.
 */
@Tag("slow")
class AutogenerateGuideTests {

	private static final Path GUIDE = Path.of("..", "docs", "autogenerate.md");

	/** What the commands have printed, for whoever brings the guide up to date. */
	private static final Path PRINTED = Path.of("target", "autogenerate-guide.txt");

	@TempDir
	Path directory;

	@Test
	void theGuideTellsWhatHappens() throws Exception {
		GuideCheckout checkout = new GuideCheckout(this.directory);
		SoftAssertions outputs = new SoftAssertions();
		StringBuilder printed = new StringBuilder();
		for (GuideBlock block : GuideBlock.of(Files.readString(GUIDE))) {
			if (block.isChange()) {
				checkout.change(block);
			}
			for (GuideBlock.Run run : block.runs()) {
				String output = checkout.run(run);
				printed.append(run.commands()).append('\n').append(output).append('\n');
				outputs.assertThat(masked(output)).as(run.commands().toString()).isEqualTo(masked(run.output()));
			}
		}
		Files.writeString(PRINTED, printed);
		assertThat(printed).contains("Created ", "The entities and the changelog agree.");
		outputs.assertAll();
	}

	private static String masked(String output) {
		return output.replaceAll("(?<![0-9a-zA-Z])[0-9a-f]{12}(?![0-9a-zA-Z])", "<id>")
			.replaceAll("(?<!\\d)\\d{14}(?=_)", "<time>")
			.replaceAll("\\([\\d.]+ m?s\\)", "(<duration>)")
			.replaceAll("(?m)^( *author:).*", "$1 <author>")
			.strip();
	}

}
