package io.soundshare.demo;

import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the guide shows is what happens: its changes are made in a copy of the demo, its
 * commands are run there, and say what it says they do. Ids, times and authors differ.
 */
class AutogenerateGuideTests {

	private static final Path GUIDE = Path.of("..", "docs", "autogenerate.md");

	@TempDir
	Path directory;

	@Test
	void theGuideTellsWhatHappens() throws Exception {
		GuideCheckout checkout = new GuideCheckout(this.directory);
		SoftAssertions outputs = new SoftAssertions();
		int runs = 0;
		for (GuideBlock block : GuideBlock.of(Files.readString(GUIDE))) {
			if (block.isChange()) {
				checkout.change(block);
			}
			for (GuideBlock.Run run : block.runs()) {
				outputs.assertThat(masked(checkout.run(run))).as(run.toString()).isEqualTo(masked(run.output()));
				runs++;
			}
		}
		outputs.assertAll();
		assertThat(runs).isPositive();
	}

	private static String masked(String output) {
		return output.replaceAll("\\b[0-9a-f]{12}(?=\\b|_)", "<id>")
			.replaceAll("\\b\\d{14}(?=_)", "<time>")
			.replaceAll("\\([\\d.]+ m?s\\)", "(<duration>)")
			.replaceAll("(?m)^( *author:).*", "$1 <author>")
			.strip();
	}

}
