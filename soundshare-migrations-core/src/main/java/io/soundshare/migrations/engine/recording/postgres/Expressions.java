package io.soundshare.migrations.engine.recording.postgres;

import java.util.regex.Pattern;

/**
 * Expressions as PostgreSQL writes them. What it makes of {@code code IN ('a', 'b')}
 * where the code is a varchar it would read as something else: with the cast of the
 * array, which is implied, on each element.
 */
final class Expressions {

	private static final Pattern CAST_ARRAY = Pattern
		.compile("(ANY|ALL) \\(\\((ARRAY\\[(?:[^\\]'\"]|'(?:[^']|'')*')*\\])\\)::text\\[\\]\\)");

	private Expressions() {
	}

	/** The text that is read as what this one was written for. */
	static String again(String text) {
		return CAST_ARRAY.matcher(text).replaceAll("$1 ($2)");
	}

}
