package io.soundshare.migrations.boot.command;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import io.soundshare.migrations.autogenerate.answer.Interview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Questions and answers at a terminal.
 */
class TerminalInterviewTests {

	private final ByteArrayOutputStream questions = new ByteArrayOutputStream();

	@ParameterizedTest
	@ValueSource(strings = { "y", "Y", "yes", " YES " })
	void aYesIsARename(String answer) {
		assertThat(interview(answer + "\n").isRenamed("songs.title", "songs.name")).isTrue();
		assertThat(asked()).isEqualTo("Was songs.title renamed to songs.name? [y/N] ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "n\n", "no\n", "yeah\n", "" })
	void everythingElseIsNone(String answer) {
		assertThat(interview(answer).isRenamed("songs", "tracks")).isFalse();
	}

	@Test
	void takesTheSqlOfAValue() {
		Interview interview = interview(" coalesce(plays, 0) \n\n");
		assertThat(interview.fill("songs.play_count", "int")).isEqualTo("coalesce(plays, 0)");
		assertThat(asked())
			.isEqualTo("songs.play_count takes no NULL. Value for existing rows (int, as SQL; empty for none): ");
		assertThat(interview.fill("songs.play_count", "int")).isNull();
		assertThat(interview.fill("songs.play_count", "int")).isNull();
	}

	@Test
	void nobodySitsAtATest() {
		assertThat(TerminalInterview.ofThisProcess()).isSameAs(Interview.NOBODY);
	}

	private Interview interview(String answers) {
		return new TerminalInterview(new BufferedReader(new StringReader(answers)),
				new PrintStream(this.questions, true, StandardCharsets.UTF_8));
	}

	private String asked() {
		return this.questions.toString(StandardCharsets.UTF_8);
	}

}
