package io.soundshare.migrations.boot.command;

import java.io.PrintStream;

import org.jspecify.annotations.Nullable;

/**
 * The line of stdout that is begun and not ended. On a terminal others print between its
 * two halves: then it is ended first, and said again as a whole.
 */
final class OpenLine {

	private final PrintStream out;

	private final boolean shared;

	private @Nullable String begun;

	private boolean broken;

	/**
	 * Create one.
	 * @param shared whether what others print goes to the same terminal
	 */
	OpenLine(PrintStream out, boolean shared) {
		this.out = out;
		this.shared = shared;
	}

	synchronized void begin(String text) {
		this.out.print(text);
		this.out.flush();
		this.begun = text;
		this.broken = false;
	}

	/** Say more of what has begun. */
	synchronized void more(String text) {
		if (this.begun != null && !this.broken) {
			this.out.print(text);
			this.out.flush();
		}
	}

	synchronized void end(String rest) {
		this.out.println((this.broken ? this.begun : "") + rest);
		this.begun = null;
		this.broken = false;
	}

	/** Whatever has begun ends here. */
	synchronized void close() {
		if (this.begun != null && !this.broken) {
			this.out.println();
		}
		this.begun = null;
		this.broken = false;
	}

	/** Somebody else is about to print a line. */
	synchronized void giveWay() {
		if (this.shared && this.begun != null && !this.broken) {
			this.out.println();
			this.out.flush();
			this.broken = true;
		}
	}

}
