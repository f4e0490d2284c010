package io.soundshare.migrations.sqlite.ddl;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names as SQLite writes and compares them.
 */
public final class Names {

	private Names() {
	}

	/**
	 * The name in double quotes: right for every name, keywords among them.
	 * @param name the name
	 * @return the quoted name
	 */
	public static String quote(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	/**
	 * Whether two names are one for SQLite, which ignores the case of ASCII letters only.
	 * @param a a name
	 * @param b another name
	 * @return true if they are the same
	 */
	public static boolean same(String a, String b) {
		return a.length() == b.length() && fold(a).equals(fold(b));
	}

	/**
	 * The form in which the same names are equal: ASCII letters in lower case.
	 * @param name the name
	 * @return the name to compare and to look up
	 */
	public static String fold(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (name.charAt(i) > 127) {
				return foldAscii(name);
			}
		}
		return name.toLowerCase(Locale.ROOT);
	}

	/**
	 * Names to compare as a whole, in any order.
	 * @param names the names
	 * @return each as {@link #fold(String)} gives it
	 */
	public static Set<String> foldAll(Collection<String> names) {
		return names.stream().map(Names::fold).collect(Collectors.toSet());
	}

	private static String foldAscii(String name) {
		StringBuilder folded = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			folded.append((c >= 'A' && c <= 'Z') ? (char) (c + 32) : c);
		}
		return folded.toString();
	}

	/**
	 * The name a written name denotes.
	 * @param written a name with or without any of SQLite's four kinds of quotes
	 * @return the name itself
	 */
	public static String unquote(String written) {
		if (written.isEmpty() || "\"'`[".indexOf(written.charAt(0)) < 0 || !isClosed(written)) {
			return written;
		}
		String inner = written.substring(1, written.length() - 1);
		String quote = written.substring(0, 1);
		return quote.equals("[") ? inner : inner.replace(quote + quote, quote);
	}

	/**
	 * Whether a text that starts with a quote (or is a blob) ends with the one that
	 * closes it.
	 */
	static boolean isClosed(String written) {
		int open = ("xX".indexOf(written.charAt(0)) < 0) ? 0 : 1;
		char quote = (written.charAt(open) != '[') ? written.charAt(open) : ']';
		int i = open + 1;
		while (i < written.length()) {
			if (written.charAt(i) == quote) {
				boolean doubled = quote != ']' && i + 1 < written.length() && written.charAt(i + 1) == quote;
				if (!doubled) {
					return i == written.length() - 1;
				}
				i++;
			}
			i++;
		}
		return false;
	}

}
