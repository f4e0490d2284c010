package io.soundshare.migrations.sqlite.ddl;

/**
 * A part of a text, by offsets.
 *
 * @param start the first character's offset
 * @param end the offset after the last character
 */
record Span(int start, int end) {

	static Span of(Token first, Token last) {
		return new Span(first.start(), last.end());
	}

	String in(String text) {
		return text.substring(this.start, this.end);
	}

}
