package io.soundshare.migrations.engine.recording.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens, without spaces and comments.
 */
final class Lexer {

	private final String sql;

	private final List<Token> tokens = new ArrayList<>();

	private int at;

	private Lexer(String sql) {
		this.sql = sql;
	}

	static List<Token> tokens(String sql) {
		Lexer lexer = new Lexer(sql);
		while (lexer.at < sql.length()) {
			lexer.next();
		}
		return lexer.tokens;
	}

	/** The statements of a script. A trigger has semicolons of its own. */
	static List<List<Token>> statements(String sql) {
		List<List<Token>> statements = new ArrayList<>();
		List<Token> statement = new ArrayList<>();
		int depth = 0;
		for (Token token : tokens(sql)) {
			if (token.isSymbol(';') && depth <= 0) {
				if (!statement.isEmpty()) {
					statements.add(statement);
				}
				statement = new ArrayList<>();
				depth = 0;
				continue;
			}
			statement.add(token);
			if (isTrigger(statement)) {
				depth += (token.is("BEGIN") || token.is("CASE")) ? 1 : (token.is("END")) ? -1 : 0;
			}
		}
		if (!statement.isEmpty()) {
			statements.add(statement);
		}
		return statements;
	}

	private static boolean isTrigger(List<Token> statement) {
		if (!statement.get(0).is("CREATE") || statement.size() < 3) {
			return false;
		}
		Token second = statement.get(1);
		return second.is("TRIGGER")
				|| ((second.is("TEMP") || second.is("TEMPORARY")) && statement.get(2).is("TRIGGER"));
	}

	private void next() {
		char first = this.sql.charAt(this.at);
		if (Character.isWhitespace(first) || first == '\uFEFF') {
			this.at++;
		}
		else if (this.sql.startsWith("--", this.at)) {
			this.at = after("\n", this.at);
		}
		else if (this.sql.startsWith("/*", this.at)) {
			this.at = after("*/", this.at + 2);
		}
		else if (first == '\'') {
			quoted(Token.Kind.STRING, '\'');
		}
		else if (first == '"' || first == '`') {
			quoted(Token.Kind.QUOTED, first);
		}
		else if (first == '[') {
			bracketed();
		}
		else if (isWord(first)) {
			word();
		}
		else {
			add(Token.Kind.SYMBOL, String.valueOf(first), this.at + 1);
		}
	}

	private int after(String end, int from) {
		int found = this.sql.indexOf(end, from);
		return (found >= 0) ? found + end.length() : this.sql.length();
	}

	private void quoted(Token.Kind kind, char quote) {
		StringBuilder text = new StringBuilder();
		int i = this.at + 1;
		while (i < this.sql.length()) {
			char next = this.sql.charAt(i++);
			if (next == quote) {
				if (i == this.sql.length() || this.sql.charAt(i) != quote) {
					break;
				}
				i++;
			}
			text.append(next);
		}
		add(kind, text.toString(), i);
	}

	private void bracketed() {
		int end = after("]", this.at);
		boolean closed = this.sql.charAt(end - 1) == ']';
		add(Token.Kind.QUOTED, this.sql.substring(this.at + 1, (closed) ? end - 1 : end), end);
	}

	private void word() {
		int end = this.at;
		while (end < this.sql.length() && isWord(this.sql.charAt(end))) {
			end++;
		}
		boolean number = Character.isDigit(this.sql.charAt(this.at));
		add((number) ? Token.Kind.NUMBER : Token.Kind.WORD, this.sql.substring(this.at, end), end);
	}

	private static boolean isWord(char letter) {
		return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
				|| letter == '_' || letter == '$' || letter > 0x7F;
	}

	private void add(Token.Kind kind, String text, int end) {
		this.tokens.add(new Token(kind, text, this.at, end));
		this.at = end;
	}

}
