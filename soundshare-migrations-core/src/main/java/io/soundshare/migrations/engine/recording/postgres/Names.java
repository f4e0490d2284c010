package io.soundshare.migrations.engine.recording.postgres;

/**
 * Names and texts in SQL, whatever the settings of who reads it.
 */
final class Names {

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

	/** A text between dollars, in which nothing is escaped. */
	static String dollars(String text) {
		String tag = "$undo$";
		for (int i = 1; text.contains(tag.substring(0, tag.length() - 1)); i++) {
			tag = "$undo" + i + "$";
		}
		return tag + text + tag;
	}

}
