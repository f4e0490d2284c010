package io.soundshare.migrations.sqlite.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Token;

/**
 * The type behind {@code ::}.
 *
 * @param name the type as it is written, with its arguments
 * @param end the place of the first token that is not of the type
 */
record CastType(String name, int end) {

	private static final Set<String> FURTHER_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");

	/**
	 * Reads a type.
	 * @param tokens the tokens of an expression
	 * @param second the place of the second colon, which SQLite takes for the start of a
	 * parameter
	 * @return the type
	 */
	static CastType read(List<Token> tokens, int second) {
		StringBuilder name = new StringBuilder(tokens.get(second).text().substring(1));
		int at = second + 1;
		while (true) {
			int next = at;
			while (next < tokens.size() && !tokens.get(next).isSignificant()) {
				next++;
			}
			if (next == tokens.size()) {
				return new CastType(name.toString(), at);
			}
			Token token = tokens.get(next);
			if (name.isEmpty() || token.is(".") || name.toString().endsWith(".") || token.text().equals("[]")) {
				name.append(token.text());
			}
			else if (token.kind() == Token.Kind.WORD && FURTHER_WORDS.contains(token.text().toLowerCase(Locale.ROOT))) {
				name.append(' ').append(token.text());
			}
			else if (token.is("(")) {
				while (next < tokens.size() - 1 && !tokens.get(next).is(")")) {
					name.append(tokens.get(next++).text());
				}
				name.append(')');
			}
			else {
				return new CastType(name.toString(), at);
			}
			at = next + 1;
		}
	}

}
