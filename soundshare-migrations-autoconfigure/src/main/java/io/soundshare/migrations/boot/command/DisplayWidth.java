package io.soundshare.migrations.boot.command;

/**
 * How many columns of a terminal a text takes. Java does not know, and a library for it
 * would come into each application for these few ranges (Unicode Standard Annex 11).
 */
final class DisplayWidth {

	/** Where characters are wide: begin and end of each range. */
	private static final int[] WIDE = { 0x1100, 0x115F, 0x231A, 0x231B, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F,
			0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680,
			0x1F6FF, 0x1F900, 0x1FAFF, 0x20000, 0x3FFFD };

	private DisplayWidth() {
	}

	static int of(String text) {
		return text.codePoints().map(DisplayWidth::of).sum();
	}

	private static int of(int character) {
		int type = Character.getType(character);
		if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
			return 0;
		}
		for (int i = 0; i < WIDE.length; i += 2) {
			if (character >= WIDE[i] && character <= WIDE[i + 1]) {
				return 2;
			}
		}
		return 1;
	}

	/** The beginning of a text that takes no more than some columns. */
	static String cut(String text, int width) {
		if (text.length() <= width / 2 || of(text) <= width) {
			return text;
		}
		StringBuilder kept = new StringBuilder();
		int left = width - 1;
		for (int character : text.codePoints().toArray()) {
			left -= of(character);
			if (left < 0) {
				break;
			}
			kept.appendCodePoint(character);
		}
		return kept.append('\u2026').toString();
	}

}
