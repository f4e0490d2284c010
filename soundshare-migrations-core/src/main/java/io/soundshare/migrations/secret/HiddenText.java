package io.soundshare.migrations.secret;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text to be found, and what stands in its place.
 *
 * @param text the text
 * @param pattern finds it
 * @param replacement what is shown
 */
public record HiddenText(String text, Pattern pattern, String replacement) {

	/** From here on a value is looked for within words too. */
	static final int LONG = 8;

	/** So that no part of one is found before it. */
	public static final Comparator<HiddenText> LONGEST_FIRST = Comparator
		.comparingInt((HiddenText hidden) -> hidden.text.length())
		.reversed()
		.thenComparing(HiddenText::text);

	/** Hide a text; a short one is found only where it is a word of its own. */
	public static HiddenText of(String text, String replacement) {
		boolean word = text.length() < LONG || text.chars().allMatch(Character::isLetter);
		String before = (word && isWord(text.charAt(0))) ? "(?<![\\p{L}\\p{N}_])" : "";
		String after = (word && isWord(text.charAt(text.length() - 1))) ? "(?![\\p{L}\\p{N}_])" : "";
		return new HiddenText(text, Pattern.compile(before + Pattern.quote(text) + after), replacement);
	}

	/** Put the replacements into a text. */
	public static String replace(List<HiddenText> hidden, String text) {
		String shown = text;
		for (HiddenText one : hidden) {
			if (shown.contains(one.text)) {
				shown = one.pattern.matcher(shown).replaceAll(Matcher.quoteReplacement(one.replacement));
			}
		}
		return shown;
	}

	private static boolean isWord(char character) {
		return Character.isLetterOrDigit(character) || character == '_';
	}

}
