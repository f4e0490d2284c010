package io.soundshare.migrations.engine.recording.sqlite;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Names as SQLite has them: alike if they differ in the case of ASCII letters only.
 */
final class Names {

	private Names() {
	}

	static String fold(String name) {
		for (int i = 0; i < name.length(); i++) {
			char letter = name.charAt(i);
			if (letter >= 'A' && letter <= 'Z') {
				return folded(name);
			}
		}
		return name;
	}

	private static String folded(String name) {
		StringBuilder text = new StringBuilder(name);
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (letter >= 'A' && letter <= 'Z') {
				text.setCharAt(i, (char) (letter + 'a' - 'A'));
			}
		}
		return text.toString();
	}

	static boolean same(String one, String other) {
		return fold(one).equals(fold(other));
	}

	static boolean contains(Collection<String> names, String name) {
		return names.stream().anyMatch((other) -> same(other, name));
	}

	/** A name that is not taken yet. */
	static String free(String wanted, Predicate<String> taken) {
		String name = wanted;
		for (int i = 2; taken.test(name); i++) {
			name = wanted + "_" + i;
		}
		return name;
	}

	static String quote(String name) {
		return "\"" + name.replace("\"", "\"\"") + "\"";
	}

	static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	static String upper(String word) {
		return word.toUpperCase(Locale.ROOT);
	}

}
