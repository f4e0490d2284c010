package io.soundshare.migrations.engine.recording.postgres;

import java.nio.charset.StandardCharsets;

/**
 * Names and texts in SQL, whatever the settings of who reads it.
 */
final class Names {

	/** How many bytes a name can have (manual, 4.1.1). */
	private static final int LENGTH = 63;

	private Names() {
	}

	static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	/**
	 * A text as a literal that is the same with and without standard_conforming_strings.
	 */
	static String literal(String text) {
		String quoted = "'" + text.replace("'", "''") + "'";
		return (text.indexOf('\\') < 0) ? quoted : "E" + quoted.replace("\\", "\\\\");
	}

	/** A name without quotes as PostgreSQL takes it: only ASCII has two cases. */
	static String folded(String word) {
		StringBuilder folded = new StringBuilder(word);
		for (int i = 0; i < folded.length(); i++) {
			char letter = folded.charAt(i);
			if (letter >= 'A' && letter <= 'Z') {
				folded.setCharAt(i, (char) (letter - 'A' + 'a'));
			}
		}
		return folded.toString();
	}

	/** As much of a name as PostgreSQL keeps. */
	static String cut(String name) {
		String cut = name;
		while (cut.getBytes(StandardCharsets.UTF_8).length > LENGTH) {
			cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
		}
		return cut;
	}

	/** A text between dollars, in which nothing is escaped. */
	static String dollars(String text) {
		String tag = "$undo$";
		for (int i = 1; text.contains(tag.substring(0, tag.length() - 1)); i++) {
			tag = "$undo" + i + "$";
		}
		return tag + text + tag;
	}

}
