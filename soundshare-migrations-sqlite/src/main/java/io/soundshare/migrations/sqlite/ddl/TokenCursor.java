package io.soundshare.migrations.sqlite.ddl;

import java.util.List;
import java.util.Locale;

/**
 * Reads the tokens of a statement that have a meaning, one after the other.
 */
final class TokenCursor {

	private static final Token END = new Token(Token.Kind.SPACE, "", -1);

	private final String sql;

	private final List<Token> tokens;

	private int next;

	private String what = "The statement";

	TokenCursor(String sql) {
		this.sql = sql;
		this.tokens = Tokenizer.significant(sql);
	}

	/** Names what is read, for error messages. */
	void reads(String whatIsRead) {
		this.what = whatIsRead;
	}

	Token peek() {
		return peek(0);
	}

	Token peek(int distance) {
		int index = this.next + distance;
		return (index < this.tokens.size()) ? this.tokens.get(index) : END;
	}

	boolean atEnd() {
		return this.next >= this.tokens.size();
	}

	Token previous() {
		return this.tokens.get(this.next - 1);
	}

	int end() {
		return previous().end();
	}

	Token take() {
		if (atEnd()) {
			throw unexpected("more");
		}
		return this.tokens.get(this.next++);
	}

	/** Whether the next tokens are these keywords. */
	boolean at(String... words) {
		for (int i = 0; i < words.length; i++) {
			if (!peek(i).is(words[i])) {
				return false;
			}
		}
		return true;
	}

	boolean atAny(Iterable<String> words) {
		for (String word : words) {
			if (peek().is(word)) {
				return true;
			}
		}
		return false;
	}

	/** Takes these keywords if all of them are next. */
	boolean skip(String... words) {
		if (!at(words)) {
			return false;
		}
		this.next += words.length;
		return true;
	}

	void expect(String... words) {
		if (!skip(words)) {
			throw unexpected(String.join(" ", words));
		}
	}

	String name() {
		String name = peek().identifier().orElseThrow(() -> unexpected("a name"));
		this.next++;
		return name;
	}

	/** Takes a pair of parentheses and all between them. */
	Span parentheses() {
		Token first = peek();
		expect("(");
		int depth = 1;
		while (depth > 0) {
			Token token = take();
			if (token.is("(")) {
				depth++;
			}
			else if (token.is(")")) {
				depth--;
			}
		}
		return Span.of(first, previous());
	}

	DdlException unexpected(String expected) {
		if (atEnd()) {
			return new DdlException(String.format(Locale.ROOT, "%s ends where %s is expected", this.what, expected));
		}
		Token token = peek();
		String around = this.sql.substring(Math.max(0, token.start() - 30), Math.min(this.sql.length(), token.end()));
		return new DdlException(String.format(Locale.ROOT, "%s has '%s' at offset %d where %s is expected: ...%s",
				this.what, token.text(), token.start(), expected, around));
	}

}
