package io.soundshare.migrations.boot.command;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables line up, and fit the terminal.
 */
class TextTableTests {

	private final TextTable table = new TextTable().row("REVISION", "AUTHOR", "SUMMARY")
		.row("a31b", "久石譲", "Add a title to each of the songs")
		.row("a32c", "e\u0301dith", "🎵 🎵 🎵 🎵 🎵 🎵 🎵 🎵 🎵 🎵")
		.row("a33d", "", "Short");

	@Test
	void countsWideCharactersTwiceAndMarksNotAtAll() {
		assertThat(this.table.render()).isEqualTo("""
				REVISION  AUTHOR  SUMMARY
				a31b      久石譲  Add a title to each of the songs
				a32c      e\u0301dith   🎵 🎵 🎵 🎵 🎵 🎵 🎵 🎵 🎵 🎵
				a33d              Short""");
	}

	@Test
	void cutsTheLastColumnToTheWidth() {
		assertThat(this.table.render(36)).isEqualTo("""
				REVISION  AUTHOR  SUMMARY
				a31b      久石譲  Add a title to ea…
				a32c      e\u0301dith   🎵 🎵 🎵 🎵 🎵 🎵…
				a33d              Short""");
		assertThat(this.table.render(36).lines())
			.allSatisfy((line) -> assertThat(DisplayWidth.of(line)).isLessThan(37));
	}

	@Test
	void showsTheBeginningHoweverNarrowItIs() {
		assertThat(this.table.render(1)).contains("Add a title…");
	}

}
