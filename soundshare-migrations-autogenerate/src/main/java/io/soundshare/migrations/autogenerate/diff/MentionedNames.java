package io.soundshare.migrations.autogenerate.diff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in expressions. Told from the text between single quotes, and from parts of
 * longer names.
 */
public final class MentionedNames {

	private MentionedNames() {
	}

	/**
	 * Whether an expression mentions a name.
	 * @param expression the SQL
	 * @param name the name of a column
	 * @return whether it is in there, and not in a text
	 */
	public static boolean mentions(String expression, String name) {
		Matcher matcher = token(name).matcher(expression);
		while (matcher.find()) {
			if (matcher.group("name") != null) {
				return true;
			}
		}
		return false;
	}

	/** The expression with another name in place of one. */
	static String rename(String expression, String name, String newName) {
		return token(name).matcher(expression)
			.replaceAll((match) -> Matcher.quoteReplacement(
					(match.group(1) != null) ? match.group().replace(match.group(1), newName) : match.group()));
	}

	/** A text in single quotes, or the name with or without double quotes. */
	private static Pattern token(String name) {
		return Pattern.compile("'(?:[^']|'')*'|(?<![\\w\"])\"?(?<name>" + Pattern.quote(name) + ")\"?(?![\\w\"])",
				Pattern.CASE_INSENSITIVE);
	}

}
