package io.soundshare.migrations.boot.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import io.soundshare.migrations.model.Printable;

/**
 * Writes HTML. Nothing gets into a page but through here: the names of elements and
 * attributes are ours, and every text and every value is escaped, whoever wrote it.
 */
final class Html {

	private static final Set<String> VOID = Set.of("meta", "link", "input");

	private final StringBuilder out = new StringBuilder(8192).append("<!DOCTYPE html>\n");

	private final Deque<String> open = new ArrayDeque<>();

	/** Begin an element; the attributes are names and values by turns. */
	Html open(String element, String... attributes) {
		this.out.append('<').append(element);
		for (int i = 0; i < attributes.length; i += 2) {
			this.out.append(' ').append(attributes[i]).append("=\"");
			escape(Printable.line(attributes[i + 1]));
			this.out.append('"');
		}
		this.out.append('>');
		if (!VOID.contains(element)) {
			this.open.push(element);
		}
		return this;
	}

	/** End the element that was begun last. */
	Html close() {
		this.out.append("</").append(this.open.pop()).append('>');
		return this;
	}

	/** Begin a line of the source: for those who read it. */
	Html line() {
		this.out.append('\n');
		return this;
	}

	/** Write a text that belongs into one line. */
	Html text(String text) {
		escape(Printable.line(text));
		return this;
	}

	/** Write a text that may have lines. */
	Html block(String text) {
		escape(Printable.block(text));
		return this;
	}

	/** Write an element with a text in one line. */
	Html element(String element, String text, String... attributes) {
		return open(element, attributes).text(text).close();
	}

	/** Write a name from elsewhere, whose direction is its own business. */
	Html name(String text) {
		return element("bdi", text);
	}

	@Override
	public String toString() {
		return this.out.toString();
	}

	private void escape(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			switch (character) {
				case '&' -> this.out.append("&amp;");
				case '<' -> this.out.append("&lt;");
				case '>' -> this.out.append("&gt;");
				case '"' -> this.out.append("&quot;");
				case '\'' -> this.out.append("&#39;");
				default -> this.out.append(character);
			}
		}
	}

}
