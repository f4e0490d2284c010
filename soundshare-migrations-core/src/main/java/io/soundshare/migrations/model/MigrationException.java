package io.soundshare.migrations.model;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a person has to know of: what is wrong with which thing, then the way
 * out. The subclasses carry what the text is made from.
 */
public abstract class MigrationException extends RuntimeException {

	/** Replaced when it leaves, by where secrets and readers are known. */
	private final AtomicReference<Texts> texts;

	/**
	 * Create one.
	 * @param problem what is wrong, in one or more lines
	 * @param wayOut what the reader can do about it
	 * @param cause what it comes of, if that tells more
	 */
	protected MigrationException(Wording problem, Wording wayOut, @Nullable Throwable cause) {
		super(null, cause);
		this.texts = new AtomicReference<>(new Texts(problem, wayOut, Remedy::toString, cause));
	}

	/**
	 * Create one that advises no remedy of ours.
	 * @param problem what is wrong, in one or more lines
	 * @param wayOut what the reader can do about it
	 * @param cause what it comes of, if that tells more
	 */
	protected MigrationException(String problem, String wayOut, @Nullable Throwable cause) {
		this(Wording.of(problem), Wording.of(wayOut), cause);
	}

	/**
	 * Hide the secrets: what is thrown is made where nobody knows them, and leaves where
	 * somebody does.
	 */
	public final void hide(UnaryOperator<String> secrets) {
		this.texts.updateAndGet((texts) -> new Texts(texts.problem.map(secrets), texts.wayOut.map(secrets),
				texts.vocabulary, HiddenCause.of(texts.cause, secrets)));
	}

	/**
	 * Name the remedies in other words from now on.
	 * @param vocabulary the name of each remedy; at first it is its
	 * {@link Remedy#toString()}
	 */
	public final void speak(Function<Remedy, String> vocabulary) {
		this.texts.updateAndGet((texts) -> new Texts(texts.problem, texts.wayOut, vocabulary, texts.cause));
		for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof MigrationException known) {
				known.speak(vocabulary);
				return;
			}
		}
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
	 * Return what scripts and searches go by.
	 * @return the code, the same for all failures of this type
	 */
	public abstract ErrorCode code();

	/**
	 * Return what is wrong.
	 * @return one or more lines
	 */
	public String problem() {
		Texts texts = this.texts.get();
		return Printable.block(texts.problem.in(texts.vocabulary));
	}

	/**
	 * Return what the reader can do about it.
	 * @return one or more lines
	 */
	public String wayOut() {
		Texts texts = this.texts.get();
		return Printable.block(texts.wayOut.in(texts.vocabulary));
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
	 * The texts of one.
	 *
	 * @param problem what is wrong
	 * @param wayOut what to do about it
	 * @param vocabulary the name of each remedy
	 * @param cause why
	 */
	private record Texts(Wording problem, Wording wayOut, Function<Remedy, String> vocabulary,
			@Nullable Throwable cause) {

	}

}
