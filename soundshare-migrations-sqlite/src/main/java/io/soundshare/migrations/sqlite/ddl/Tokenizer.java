package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Token.Kind;

/**
 * Cuts SQL into tokens where SQLite's own tokenizer does
 * (<a href="https://sqlite.org/src/file/src/tokenize.c">tokenize.c</a>), and loses
 * nothing: the texts of all tokens in a row are the SQL.
 */
public final class Tokenizer {

	private static final List<String> LONG_OPERATORS = List.of("->>", "->", "||", "<=", ">=", "==", "!=", "<>", "<<",
			">>");

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final String sql;

	private int position;

	private Tokenizer(String sql) {
		this.sql = sql;
	}

	/**
	 * The tokens of an SQL text, white space and comments among them.
	 * @param sql any text, also an incomplete one
	 * @return its tokens
	 */
	public static List<Token> tokenize(String sql) {
		Tokenizer tokenizer = new Tokenizer(sql);
		List<Token> tokens = new ArrayList<>();
		while (tokenizer.position < sql.length()) {
			int start = tokenizer.position;
			Kind kind = tokenizer.next();
			tokens.add(new Token(kind, sql.substring(start, tokenizer.position), start));
		}
		return List.copyOf(tokens);
	}

	/**
	 * The tokens of an SQL text that have a meaning.
	 * @param sql any text, also an incomplete one
	 * @return its tokens but for white space and comments
	 */
	public static List<Token> significant(String sql) {
		return tokenize(sql).stream().filter(Token::isSignificant).toList();
	}

	/** Whether the character can be part of an unquoted name. */
	static boolean isNamePart(char c) {
		return isNameStart(c) || isDigit(c) || c == '$';
	}

	private static boolean isNameStart(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > 127;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isSpace(char c) {
		return c == ' ' || (c >= '\t' && c <= '\r');
	}

	private Kind next() {
		char c = this.sql.charAt(this.position);
		if (isSpace(c) || c == BYTE_ORDER_MARK) {
			this.position++;
			skipWhile(Tokenizer::isSpace);
			return Kind.SPACE;
		}
		if (this.sql.startsWith("--", this.position)) {
			skipWhile((other) -> other != '\n');
			return Kind.COMMENT;
		}
		if (this.sql.startsWith("/*", this.position)) {
			skipPast("*/", 2);
			return Kind.COMMENT;
		}
		return switch (c) {
			case '\'' -> quoted(Kind.STRING);
			case '"', '`' -> quoted(Kind.QUOTED);
			case '[' -> {
				skipPast("]", 1);
				yield Kind.QUOTED;
			}
			case '?', ':', '@', '$', '#' -> parameter();
			case 'x', 'X' -> blobOrWord();
			default -> other(c);
		};
	}

	private Kind other(char c) {
		if (isNameStart(c)) {
			skipWhile(Tokenizer::isNamePart);
			return Kind.WORD;
		}
		if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
			number();
			return Kind.NUMBER;
		}
		this.position += operatorLength();
		return Kind.OPERATOR;
	}

	private int operatorLength() {
		for (String operator : LONG_OPERATORS) {
			if (this.sql.startsWith(operator, this.position)) {
				return operator.length();
			}
		}
		return 1;
	}

	private void number() {
		boolean hexadecimal = this.sql.charAt(this.position) == '0' && (peek(1) == 'x' || peek(1) == 'X');
		while (this.position < this.sql.length()) {
			char c = this.sql.charAt(this.position);
			boolean exponent = !hexadecimal && (c == 'e' || c == 'E') && (peek(1) == '+' || peek(1) == '-')
					&& isDigit(peek(2));
			if (!exponent && !isNamePart(c) && (c != '.' || hexadecimal)) {
				return;
			}
			this.position += exponent ? 2 : 1;
		}
	}

	private Kind parameter() {
		this.position++;
		skipWhile((c) -> isNamePart(c));
		return Kind.PARAMETER;
	}

	private Kind blobOrWord() {
		if (peek(1) != '\'') {
			skipWhile(Tokenizer::isNamePart);
			return Kind.WORD;
		}
		skipPast("'", 2);
		return Kind.BLOB;
	}

	private Kind quoted(Kind kind) {
		char quote = this.sql.charAt(this.position);
		skipPast(String.valueOf(quote), 1);
		while (this.position < this.sql.length() && this.sql.charAt(this.position) == quote) {
			skipPast(String.valueOf(quote), 1);
		}
		return kind;
	}

	private char peek(int distance) {
		int index = this.position + distance;
		return (index < this.sql.length()) ? this.sql.charAt(index) : '\0';
	}

	private void skipPast(String end, int from) {
		int found = this.sql.indexOf(end, this.position + from);
		this.position = (found >= 0) ? found + end.length() : this.sql.length();
	}

	private void skipWhile(CharacterTest test) {
		while (this.position < this.sql.length() && test.holds(this.sql.charAt(this.position))) {
			this.position++;
		}
	}

	private interface CharacterTest {

		boolean holds(char c);

	}

}
