package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replacements in a text, applied at once. Where two tokens would become one, or a line
 * comment would swallow what follows, white space comes between.
 */
final class TextEdit {

	private final String sql;

	private final List<Replacement> replacements = new ArrayList<>();

	TextEdit(String sql) {
		this.sql = sql;
	}

	TextEdit replace(Span span, String text) {
		this.replacements.add(new Replacement(span, text));
		return this;
	}

	TextEdit insert(int offset, String text) {
		return replace(new Span(offset, offset), text);
	}

	TextEdit delete(Span span) {
		return replace(span, "");
	}

	/** Deletes a part and the white space directly before it. */
	TextEdit deleteWithSpaceBefore(Span span) {
		int start = span.start();
		for (Token token : Tokenizer.tokenize(this.sql)) {
			if (token.end() == span.start() && token.kind() == Token.Kind.SPACE) {
				start = token.start();
			}
		}
		return delete(new Span(start, span.end()));
	}

	String apply() {
		List<Replacement> sorted = new ArrayList<>(this.replacements);
		sorted.sort(Comparator.comparingInt((replacement) -> replacement.span().start()));
		StringBuilder result = new StringBuilder();
		int position = 0;
		for (Replacement replacement : sorted) {
			append(result, this.sql.substring(position, replacement.span().start()));
			append(result, replacement.text());
			position = replacement.span().end();
		}
		append(result, this.sql.substring(position));
		return result.toString();
	}

	private static void append(StringBuilder result, String text) {
		if (!text.isEmpty() && !result.isEmpty()) {
			List<Token> before = Tokenizer.tokenize(result.toString());
			Token last = before.get(before.size() - 1);
			Token first = Tokenizer.tokenize(text).get(0);
			if (last.isLineComment()) {
				result.append((text.charAt(0) != '\n') ? "\n" : "");
			}
			else if (!Tokenizer.tokenize(last.text() + first.text()).get(0).text().equals(last.text())) {
				result.append((last.kind() != Token.Kind.SPACE) ? " " : "");
			}
		}
		result.append(text);
	}

	private record Replacement(Span span, String text) {
	}

}
