package io.soundshare.migrations.model;

/**
 * Text of a changelog, a database, a driver or a person, made fit to be shown. What has
 * no shape of its own, and could move the cursor, begin a line, or turn what follows
 * around, is written out: {@code \e}, {@code \n}, {@code \u202e}. Two characters without
 * a shape stay, since languages need them: the joiner and the non-joiner.
 */
public final class Printable {

	private static final int ESCAPE = 0x1b;

	private static final int ZERO_WIDTH_NON_JOINER = 0x200c;

	private static final int ZERO_WIDTH_JOINER = 0x200d;

	private Printable() {
	}

	/**
	 * Make a text fit to be shown that belongs into one line: a name, an author, what
	 * somebody has typed.
	 * @param text the text
	 * @return the text in one line
	 */
	public static String line(String text) {
		return escaped(text, false);
	}

	/**
	 * Make a text fit to be shown that may have lines: SQL, an error with its reasons.
	 * @param text the text
	 * @return the text with its line breaks and tabs
	 */
	public static String block(String text) {
		return escaped(text, true);
	}

	/**
	 * A JSON document, whose strings may have such characters: they are written as JSON
	 * writes them, so that who parses it reads what was there.
	 * @param document the document
	 * @return the same document
	 */
	public static String json(String document) {
		StringBuilder text = new StringBuilder(document.length());
		document.codePoints().forEach((character) -> {
			if (character >= ' ' && isHidden(character)) {
				for (char unit : Character.toChars(character)) {
					text.append(hex(unit));
				}
			}
			else {
				text.appendCodePoint(character);
			}
		});
		return text.toString();
	}

	/**
	 * Return whether a text has to be written differently to be shown.
	 * @param text the text
	 * @return whether {@link #line(String)} changes it
	 */
	public static boolean isNeededFor(String text) {
		return text.codePoints().anyMatch(Printable::isHidden);
	}

	private static String escaped(String text, boolean lines) {
		if (!isNeededFor(text)) {
			return text;
		}
		StringBuilder shown = new StringBuilder(text.length() + 16);
		String given = lines ? text.replace("\r\n", "\n") : text;
		given.codePoints().forEach((character) -> {
			if (!isHidden(character) || (lines && (character == '\n' || character == '\t'))) {
				shown.appendCodePoint(character);
			}
			else {
				shown.append(written(character));
			}
		});
		return shown.toString();
	}

	private static String written(int character) {
		return switch (character) {
			case '\n' -> "\\n";
			case '\r' -> "\\r";
			case '\t' -> "\\t";
			case '\b' -> "\\b";
			case '\f' -> "\\f";
			case ESCAPE -> "\\e";
			default -> (character < Character.MIN_SUPPLEMENTARY_CODE_POINT) ? hex(character)
					: "\\u{" + Integer.toHexString(character) + "}";
		};
	}

	private static boolean isHidden(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
				true;
			case Character.FORMAT -> character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER;
			default -> false;
		};
	}

	private static String hex(int character) {
		return String.format("\\u%04x", character);
	}

}
