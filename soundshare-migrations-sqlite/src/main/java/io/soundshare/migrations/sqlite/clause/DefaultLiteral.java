package io.soundshare.migrations.sqlite.clause;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.TokenList;
import org.jspecify.annotations.Nullable;

/**
 * Literals among defaults: SQLite's own, and what other databases write for one.
 */
final class DefaultLiteral {

	private DefaultLiteral() {
	}

	/**
	 * The literal that a default is.
	 * @param sql the SQL after DEFAULT
	 * @return the literal as SQLite takes it, {@code null} if this is an expression
	 */
	static @Nullable String of(String sql) {
		if (isLiteral(sql)) {
			return sql;
		}
		String inner = TokenList.inner(sql);
		if (isLiteral(inner) && !inner.startsWith("\"")) {
			return inner;
		}
		TokenList tokens = TokenList.of(inner);
		String cast = ofCast(tokens);
		return (cast != null) ? cast : ofPrefixed(tokens);
	}

	static boolean isLiteral(String sql) {
		TokenList tokens = TokenList.of(sql);
		boolean whole = tokens.size() > 0 && tokens.get(0).start() == 0
				&& tokens.get(tokens.size() - 1).end() == sql.length();
		return whole && ((tokens.size() == 1 && isLiteral(tokens.get(0)))
				|| (tokens.size() == 2 && isSign(tokens, 0) && tokens.get(1).kind() == Token.Kind.NUMBER));
	}

	private static boolean isLiteral(Token token) {
		return switch (token.kind()) {
			case STRING, BLOB -> !token.isUnterminated();
			case QUOTED -> token.text().startsWith("\"") && !token.isUnterminated();
			case NUMBER -> true;
			default -> isWord(token);
		};
	}

	private static boolean isWord(Token token) {
		return token.is("NULL") || token.is("TRUE") || token.is("FALSE");
	}

	private static boolean isSign(TokenList tokens, int index) {
		return tokens.isAt(index, "+") || tokens.isAt(index, "-");
	}

	/** A cast of PostgreSQL: {@code ('a')::text}. */
	private static @Nullable String ofCast(TokenList tokens) {
		int first = 0;
		while (tokens.isAt(first, "(")) {
			first++;
		}
		int last = isSign(tokens, first) ? first + 1 : first;
		if (last >= tokens.size() || !isCastable(tokens.get(last), last > first)
				|| tokens.get(first).start() < tokens.get(last).start() - 1) {
			return null;
		}
		int cast = last + 1;
		while (tokens.isAt(cast, ")")) {
			cast++;
		}
		boolean colons = cast + 1 < tokens.size() && tokens.get(cast).text().equals(":")
				&& tokens.get(cast + 1).text().startsWith(":");
		return (colons && tokens.tokens().stream().skip(cast + 2).allMatch(DefaultLiteral::isOfType))
				? tokens.sql().substring(tokens.get(first).start(), tokens.get(last).end()) : null;
	}

	private static boolean isCastable(Token token, boolean signed) {
		boolean number = token.kind() == Token.Kind.NUMBER && token.text().matches("\\d+(?:\\.\\d+)?");
		return number || (!signed && (isWord(token) || (token.kind() == Token.Kind.STRING && !token.isUnterminated())));
	}

	private static boolean isOfType(Token token) {
		return switch (token.kind()) {
			case WORD, QUOTED, NUMBER -> true;
			case OPERATOR -> "().,".contains(token.text());
			default -> false;
		};
	}

	/** {@code N'text'}, {@code E'text'} and {@code B'101'}. */
	private static @Nullable String ofPrefixed(TokenList tokens) {
		boolean prefixed = tokens.size() == 2 && tokens.get(0).kind() == Token.Kind.WORD
				&& tokens.get(1).kind() == Token.Kind.STRING && tokens.get(0).end() == tokens.get(1).start()
				&& !tokens.get(1).isUnterminated();
		if (!prefixed) {
			return null;
		}
		String literal = tokens.get(1).text();
		if (tokens.isAt(0, "B")) {
			String bits = Names.unquote(literal);
			return bits.matches("[01]{1,62}") ? Long.toString(Long.parseLong(bits, 2)) : null;
		}
		return ((tokens.isAt(0, "N") || tokens.isAt(0, "E")) && !literal.contains("\\")) ? literal : null;
	}

}
