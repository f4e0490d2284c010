package io.soundshare.migrations.boot.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

import io.soundshare.migrations.autogenerate.answer.Interview;
import io.soundshare.migrations.model.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Asks whoever sits at the terminal. Questions are no result, so they go to stderr; no
 * answer is a no.
 */
final class TerminalInterview implements Interview {

	private static final Set<String> YES = Set.of("y", "yes");

	private final BufferedReader answers;

	private final PrintStream questions;

	TerminalInterview(BufferedReader answers, PrintStream questions) {
		this.answers = answers;
		this.questions = questions;
	}

	/** Make one with whoever has started this process; nobody, if that is a script. */
	static Interview ofThisProcess() {
		Console console = Terminal.console();
		return (console != null) ? new TerminalInterview(new BufferedReader(console.reader()), System.err)
				: Interview.NOBODY;
	}

	/** Ask a question; with nobody there, the answer is no. */
	static boolean isConfirmed(String question) {
		Console console = Terminal.console();
		return console != null
				&& new TerminalInterview(new BufferedReader(console.reader()), System.err).isYes(question);
	}

	private boolean isYes(String question) {
		return YES.contains(ask(question).toLowerCase(Locale.ROOT));
	}

	@Override
	public boolean isRenamed(String from, String to) {
		return isYes("Was " + from + " renamed to " + to + "? [y/N] ");
	}

	@Override
	public @Nullable String fill(String column, String type) {
		String value = ask(column + " takes no NULL. Value for existing rows (" + type + ", as SQL; empty for none): ");
		return value.isEmpty() ? null : value;
	}

	private String ask(String question) {
		this.questions.print(Printable.line(question));
		this.questions.flush();
		try {
			String answer = this.answers.readLine();
			return (answer != null) ? answer.strip() : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The terminal cannot be read", ex);
		}
	}

}
