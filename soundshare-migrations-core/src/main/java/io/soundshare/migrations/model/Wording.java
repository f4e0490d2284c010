package io.soundshare.migrations.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A text with remedies in it, which are named when it is known who reads it.
 */
public final class Wording {

	private final String format;

	private final List<Object> arguments;

	private Wording(String format, List<Object> arguments) {
		this.format = format;
		this.arguments = arguments;
	}

	/**
	 * Take a text as it is.
	 * @param text the text
	 * @return the text, the same for everybody
	 */
	public static Wording of(String text) {
		return new Wording("%s", List.of(text));
	}

	/**
	 * Put remedies and others into a text.
	 * @param format the text, with {@code %s} in the place of each argument
	 * @param arguments {@link Remedy remedies}, other wordings, and whatever is read the
	 * same by everybody
	 * @return the text
	 */
	public static Wording format(String format, Object... arguments) {
		return new Wording(format, List.of(arguments));
	}

	/**
	 * Write it out.
	 * @param vocabulary the name of each remedy
	 * @return the text
	 */
	public String in(Function<Remedy, String> vocabulary) {
		return String.format(this.format, this.arguments.stream().map((argument) -> {
			if (argument instanceof Remedy remedy) {
				return vocabulary.apply(remedy);
			}
			return (argument instanceof Wording wording) ? wording.in(vocabulary) : argument;
		}).toArray());
	}

	/** The same with other words from outside; what stands in the code stays. */
	Wording map(UnaryOperator<String> words) {
		Object[] mapped = this.arguments.stream().map((argument) -> {
			if (argument instanceof Remedy remedy) {
				return new Remedy(remedy.kind(), words.apply(remedy.argument()));
			}
			return (argument instanceof Wording wording) ? wording.map(words) : words.apply(argument.toString());
		}).toArray();
		return new Wording(this.format, Arrays.asList(mapped));
	}

	/**
	 * Write it out for a program that calls this library.
	 * @return the text
	 */
	@Override
	public String toString() {
		return in(Remedy::toString);
	}

}
