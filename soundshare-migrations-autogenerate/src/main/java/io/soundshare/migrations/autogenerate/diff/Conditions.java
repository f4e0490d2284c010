package io.soundshare.migrations.autogenerate.diff;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Conditions of checks, as a database tells them.
 */
final class Conditions {

	private static final String LITERAL = "(?:'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?)(?:::[a-z ]+(?:\\(\\d+\\))?)?";

	private static final Pattern LIST = Pattern.compile("(?<open>\\bin\\s*\\(|\\bARRAY\\[)\\s*(?<values>" + LITERAL
			+ "(?:\\s*,\\s*" + LITERAL + ")*)\\s*(?=[)\\]])", Pattern.CASE_INSENSITIVE);

	private static final Pattern COMMA = Pattern.compile("\\s*,\\s*(?=(?:[^']*'[^']*')*[^']*$)");

	private Conditions() {
	}

	/**
	 * Whether two conditions are one: it does not matter in which order values are
	 * listed.
	 */
	static boolean same(String a, String b) {
		return a.equals(b) || sorted(a).equals(sorted(b));
	}

	private static String sorted(String condition) {
		return LIST.matcher(condition).replaceAll((list) -> Matcher.quoteReplacement(sorted(list)));
	}

	private static String sorted(MatchResult list) {
		return list.group(1) + Arrays.stream(COMMA.split(list.group(2)))
			.map(String::strip)
			.sorted()
			.collect(Collectors.joining(", "));
	}

}
