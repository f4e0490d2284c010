package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Replacements in a text, applied at once. Where two tokens would become one, or a line
 * comment would swallow what follows, white space comes between. Two deletions may share
 * the white space between them.
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

	/** Inserts words behind a token, set off from what is there already. */
	TextEdit insertWords(int offset, String words) {
		boolean wordFollows = offset < this.sql.length() && Tokenizer.isNamePart(this.sql.charAt(offset));
		return insert(offset, wordFollows ? words + " " : " " + words);
	}

	/** Deletes what {@link #insertWords} can have inserted. */
	TextEdit deleteWords(Span span) {
		Optional<Token> before = space((token) -> token.end() == span.start());
		Optional<Token> after = space((token) -> token.start() == span.end());
		int start = before.map(Token::start).orElse(span.start());
		return delete(new Span(start, before.isPresent() ? span.end() : after.map(Token::end).orElse(span.end())));
	}

	/** Deletes a part and the white space directly before it. */
	TextEdit deleteWithSpaceBefore(Span span) {
		int start = space((token) -> token.end() == span.start()).map(Token::start).orElse(span.start());
		return delete(new Span(start, span.end()));
	}

	/** Deletes a table's name and the dot after it in the constraint's expression. */
	void deleteQualifiers(ParsedTable.ParsedConstraint constraint, String table) {
		Constraint.Kind kind = constraint.value().kind();
		if (kind != Constraint.Kind.CHECK && kind != Constraint.Kind.GENERATED) {
			return;
		}
		int offset = constraint.spans().get(0).start();
		List<Token> tokens = Tokenizer.significant(constraint.spans().get(0).in(this.sql));
		for (int i = 1; i + 1 < tokens.size(); i++) {
			Token name = tokens.get(i - 1);
			if (tokens.get(i).is(".") && name.identifier().filter((is) -> Names.same(is, table)).isPresent()) {
				delete(new Span(offset + name.start(), offset + tokens.get(i).end()));
			}
		}
	}

	private Optional<Token> space(Predicate<Token> where) {
		return Tokenizer.tokenize(this.sql)
			.stream()
			.filter((token) -> token.kind() == Token.Kind.SPACE && where.test(token))
			.findFirst();
	}

	String apply() {
		List<Replacement> sorted = new ArrayList<>(this.replacements);
		sorted.sort(Comparator.comparingInt((replacement) -> replacement.span().start()));
		StringBuilder result = new StringBuilder();
		int position = 0;
		for (Replacement replacement : sorted) {
			append(result, this.sql.substring(position, Math.max(position, replacement.span().start())));
			append(result, replacement.text());
			position = Math.max(position, replacement.span().end());
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
