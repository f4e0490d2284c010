package io.soundshare.migrations.sqlite.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The translation of an expression, token by token, into SQLite's words.
 */
final class Translation {

	/** Words that no function's parenthesis follows. */
	private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "select", "from", "where", "case",
			"when", "then", "else", "like", "between", "is", "values", "on", "by", "as", "distinct", "exists", "having",
			"union", "all", "limit", "offset", "join", "over", "filter");

	private static final Set<String> SCHEMAS = Set.of("pg_catalog", "public", "sys", "dbo");

	private static final Set<String> SEQUENCES = Set.of("nextval", "currval", "lastval", "setval");

	private static final Set<String> MOMENTS = Set.of("date", "time", "timestamp", "timestamptz");

	private final String text;

	private final List<Token> tokens;

	private final ExpressionWriter writer = new ExpressionWriter();

	private int at;

	private @Nullable String refusal;

	Translation(String text) {
		this.text = text;
		this.tokens = Tokenizer.tokenize(text);
	}

	SqlExpression translate() {
		while (this.at < this.tokens.size()) {
			Token token = this.tokens.get(this.at);
			if (isCast()) {
				cast();
			}
			else if (token.kind() == Token.Kind.WORD) {
				word(token);
			}
			else {
				copy(token);
				this.at++;
			}
		}
		return (this.refusal != null) ? new SqlExpression(this.text, this.refusal)
				: new SqlExpression(this.writer.toString().strip(), null);
	}

	private void copy(Token token) {
		if (!token.isSignificant()) {
			this.writer.space(token.text());
		}
		else if (token.is("(")) {
			this.writer.open();
		}
		else if (token.is(")")) {
			this.writer.close();
		}
		else if (token.kind() == Token.Kind.OPERATOR) {
			this.writer.operator(token.text());
		}
		else {
			this.writer.operand(token.text());
		}
	}

	private void word(Token token) {
		String name = token.text();
		String word = name.toLowerCase(Locale.ROOT);
		Token next = next(1);
		if (SCHEMAS.contains(word) && next != null && next.is(".") && isTranslated(next(2))) {
			this.at = index(2);
			word(this.tokens.get(this.at));
			return;
		}
		boolean empty = isEmptyCall();
		String uuid = empty ? Functions.uuid(name) : null;
		String replacement = (uuid != null) ? uuid : Functions.current(name, empty);
		if (replacement != null && !this.writer.isAfterDot() && (empty || next == null || !next.is("("))) {
			replace(replacement, empty ? callEnd() : this.at);
		}
		else if (next != null && next.kind() == Token.Kind.STRING && isPrefix(word, next)) {
			literal(word, next);
		}
		else if (SEQUENCES.contains(word) || (word.equals("next") && next != null && next.is("value"))) {
			refuse("SQLite has no sequences an expression could draw from (" + this.text
					+ "). Use valueSequenceNext in an insert");
			plain(token, word);
		}
		else {
			plain(token, word);
		}
	}

	private void plain(Token token, String word) {
		this.writer.word(token.text(), KEYWORDS.contains(word));
		this.at++;
	}

	private boolean isTranslated(@Nullable Token token) {
		return token != null && token.kind() == Token.Kind.WORD
				&& (Functions.current(token.text(), true) != null || Functions.uuid(token.text()) != null);
	}

	private void replace(String replacement, int last) {
		this.writer.replacement(replacement);
		this.at = last + 1;
	}

	private boolean isPrefix(String word, Token string) {
		boolean adjacent = string.start() == this.tokens.get(this.at).end();
		return MOMENTS.contains(word) || word.equals("interval")
				|| (adjacent && (word.equals("n") || word.equals("e") || word.equals("b")));
	}

	/** A literal that says its type: {@code DATE '2020-01-02'}, {@code N'text'}. */
	private void literal(String word, Token string) {
		String literal = string.text();
		if (word.equals("interval")) {
			refuse("SQLite has no intervals. Write datetime(..., '+1 day'), with a property per dbms");
		}
		if (word.equals("e") && literal.contains("\\")) {
			refuse("SQLite has no escapes with a backslash. Write " + literal + " without them");
		}
		if (MOMENTS.contains(word)) {
			String cast = new Cast(word).of(literal);
			literal = (cast != null) ? cast : literal;
		}
		if (word.equals("b")) {
			String bits = Names.unquote(literal);
			literal = bits.matches("[01]{1,62}") ? Long.toString(Long.parseLong(bits, 2)) : literal;
		}
		replace(literal, index(1));
	}

	private boolean isCast() {
		Token token = this.tokens.get(this.at);
		return token.text().equals(":") && this.at + 1 < this.tokens.size()
				&& this.tokens.get(this.at + 1).text().startsWith(":");
	}

	private void cast() {
		CastType type = CastType.read(this.tokens, this.at + 1);
		this.at = type.end();
		String value = this.writer.lastOperand();
		String cast = value.isEmpty() ? null : new Cast(type.name()).of(value);
		if (cast == null) {
			refuse("SQLite has no cast ::" + type.name() + ". Write cast(... as ...) with a type SQLite knows,"
					+ " or give SQLite a value of its own with a property per dbms");
			return;
		}
		this.writer.replaceOperand(cast);
	}

	private boolean isEmptyCall() {
		Token first = next(1);
		Token second = next(2);
		Token third = next(3);
		boolean precision = second != null && second.kind() == Token.Kind.NUMBER && third != null && third.is(")");
		return first != null && first.is("(") && second != null && (second.is(")") || precision);
	}

	private int callEnd() {
		Token second = next(2);
		return index((second != null && second.is(")")) ? 2 : 3);
	}

	/** The token that comes some places after this one, spaces not counted. */
	private @Nullable Token next(int distance) {
		int index = index(distance);
		return (index < this.tokens.size()) ? this.tokens.get(index) : null;
	}

	private int index(int distance) {
		int index = this.at;
		int left = distance;
		while (left > 0 && ++index < this.tokens.size()) {
			left -= this.tokens.get(index).isSignificant() ? 1 : 0;
		}
		return index;
	}

	private void refuse(String reason) {
		if (this.refusal == null) {
			this.refusal = reason;
		}
	}

}
