package io.soundshare.migrations.boot.command;

import java.util.Comparator;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The word that somebody who mistyped may have meant.
 */
final class Suggestion {

	static final String SEE_HELP = "See --migrate=help.";

	private Suggestion() {
	}

	/**
	 * Find the word nearest to what was typed.
	 * @return a sentence with the word, if one is near, and the way to the help
	 */
	static String of(String typed, Stream<String> words, String prefix) {
		LevenshteinDistance levenshtein = LevenshteinDistance.getDefaultInstance();
		return words
			.filter((word) -> (!typed.isEmpty() && word.startsWith(typed))
					|| levenshtein.apply(typed, word) <= Math.max(2, typed.length() / 2))
			.min(Comparator.comparing((word) -> levenshtein.apply(typed, word)))
			.map((word) -> "Did you mean " + prefix + word + "? ")
			.orElse("") + SEE_HELP;
	}

}
