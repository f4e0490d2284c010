package io.soundshare.migrations.autogenerate.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Token.Kind;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;

/**
 * Tokens of SQL, whichever database it is for. They are those of SQLite but where
 * PostgreSQL cuts otherwise: casts, brackets and slices of arrays, {@code E''} and
 * {@code $$}, and operators of any length (manual 4.1).
 */
public final class SqlTokens {

	private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

	/** A cast, and the name of its type where that has no quotes. */
	private static final Pattern CAST = Pattern.compile("::([\\w$\\x{80}-\\x{10FFFF}]*)");

	private static final String SIGNS = "+-*/<>=~!@#%^&|?";

	/** Signs of which an operator needs one to end in + or -. */
	private static final String ENDING_SIGNS = "~!@#%^&|?";

	private final String sql;

	private final List<Token> tokens = new ArrayList<>();

	private SqlTokens(String sql) {
		this.sql = sql;
	}

	/**
	 * The tokens of an SQL text that have a meaning.
	 * @param sql any text, also an incomplete one
	 * @return its tokens but for white space and comments
	 */
	public static List<Token> of(String sql) {
		SqlTokens tokens = new SqlTokens(sql);
		int position = 0;
		while (position < sql.length()) {
			position = tokens.read(position);
		}
		return tokens.tokens;
	}

	/**
	 * Find the end of a cast to a plain type.
	 * @param tokens the tokens
	 * @param cast the place of the {@code ::}
	 * @return the place after the type, the same place if it is no plain one
	 */
	public static int afterCast(List<Token> tokens, int cast) {
		int next = cast + 1;
		while (next < tokens.size() && tokens.get(next).text().matches("[a-z ]+")) {
			next++;
		}
		if (next == cast + 1) {
			return cast;
		}
		if (isAt(tokens, next, "(") && isAt(tokens, next + 2, ")") && tokens.get(next + 1).kind() == Kind.NUMBER) {
			next += 3;
		}
		return (isAt(tokens, next, "[") && isAt(tokens, next + 1, "]")) ? next + 2 : next;
	}

	private static boolean isAt(List<Token> tokens, int place, String text) {
		return place < tokens.size() && tokens.get(place).is(text);
	}

	/**
	 * Read on for as long as SQLite's tokens end where PostgreSQL's do.
	 * @param from where to begin
	 * @return where to go on
	 */
	private int read(int from) {
		int end = from;
		for (Token token : Tokenizer.tokenize(this.sql.substring(from))) {
			int start = from + token.start();
			end = (start < end) ? end : readAt(start, token);
			if (end < from + token.end()) {
				return end;
			}
		}
		return end;
	}

	private int readAt(int start, Token token) {
		char first = this.sql.charAt(start);
		int end = start + token.text().length();
		if (!token.isSignificant()) {
			return end;
		}
		if (first == '$') {
			Matcher quote = DOLLAR_QUOTE.matcher(this.sql).region(start, this.sql.length());
			return quote.lookingAt() ? add(Kind.STRING, start, after(quote.group(), quote.end()))
					: add(token.kind(), start, end);
		}
		if (token.is("E") && this.sql.startsWith("'", end)) {
			return add(Kind.STRING, start, afterEscapes(end + 1));
		}
		Matcher cast = CAST.matcher(this.sql).region(start, this.sql.length());
		if (cast.lookingAt()) {
			add(Kind.OPERATOR, start, cast.start(1));
			return (cast.end(1) > cast.start(1)) ? add(Kind.WORD, cast.start(1), cast.end(1)) : cast.end();
		}
		if (first == '[' || first == ':') {
			return add(Kind.OPERATOR, start, start + 1);
		}
		return (SIGNS.indexOf(first) >= 0) ? add(Kind.OPERATOR, start, afterOperator(start))
				: add(token.kind(), start, end);
	}

	private int add(Kind kind, int start, int end) {
		this.tokens.add(new Token(kind, this.sql.substring(start, end), start));
		return end;
	}

	private int after(String quote, int from) {
		int close = this.sql.indexOf(quote, from);
		return (close >= 0) ? close + quote.length() : this.sql.length();
	}

	private int afterEscapes(int from) {
		for (int i = from; i < this.sql.length(); i++) {
			if (this.sql.charAt(i) == '\\' || this.sql.startsWith("''", i)) {
				i++;
			}
			else if (this.sql.charAt(i) == '\'') {
				return i + 1;
			}
		}
		return this.sql.length();
	}

	private int afterOperator(int start) {
		int end = start + 1;
		while (end < this.sql.length() && SIGNS.indexOf(this.sql.charAt(end)) >= 0 && !this.sql.startsWith("--", end)
				&& !this.sql.startsWith("/*", end)) {
			end++;
		}
		boolean any = this.sql.substring(start, end).chars().anyMatch((sign) -> ENDING_SIGNS.indexOf(sign) >= 0);
		while (!any && end > start + 1 && "+-".indexOf(this.sql.charAt(end - 1)) >= 0) {
			end--;
		}
		return end;
	}

}
