package io.soundshare.migrations.model;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Something a person has to know: what is wrong with which thing, then the way out. The
 * subclasses carry what the text is made from.
 */
public abstract class MigrationException extends RuntimeException {

	/** Replaced once, when it leaves. */
	private final AtomicReference<Texts> texts;

	/**
	 * Create one.
	 * @param problem what is wrong, in one or more lines
	 * @param wayOut what the reader can do about it
	 * @param cause what it comes of, if that tells more
	 */
	protected MigrationException(String problem, String wayOut, @Nullable Throwable cause) {
		super(null, cause);
		this.texts = new AtomicReference<>(new Texts(problem, wayOut, cause));
	}

	/**
	 * What is thrown is made where nobody knows the secrets, and leaves where one does.
	 */
	public final void hide(UnaryOperator<String> secrets) {
		this.texts.updateAndGet((told) -> new Texts(secrets.apply(told.problem), secrets.apply(told.wayOut),
				HiddenCause.of(told.cause, secrets)));
	}

	@Override
	public String getMessage() {
		return problem() + System.lineSeparator() + wayOut();
	}

	@Override
	public synchronized @Nullable Throwable getCause() {
		return this.texts.get().cause;
	}

	/**
	 * Return what is wrong.
	 * @return one or more lines
	 */
	public String problem() {
		return Printable.block(this.texts.get().problem);
	}

	/**
	 * Return what the reader can do about it.
	 * @return one or more lines
	 */
	public String wayOut() {
		return Printable.block(this.texts.get().wayOut);
	}

	public static String lines(Iterable<Revision> revisions) {
		StringBuilder lines = new StringBuilder();
		for (Revision revision : revisions) {
			lines.append(System.lineSeparator()).append("  ").append(line(revision));
		}
		return lines.toString();
	}

	public static String line(Revision revision) {
		String summary = revision.summary();
		return revision.name() + (summary.isEmpty() ? "" : "  " + summary) + "  (" + Printable.line(revision.path())
				+ ")";
	}

	static String count(int number, String noun) {
		return number + " " + noun + ((number != 1) ? "s" : "");
	}

	/**
	 * What it tells.
	 *
	 * @param problem what is wrong
	 * @param wayOut what to do about it
	 * @param cause why
	 */
	private record Texts(String problem, String wayOut, @Nullable Throwable cause) {

	}

}
