package io.soundshare.migrations.sqlite.ddl;

import java.util.List;
import java.util.Optional;

/**
 * String literals of SQL, as every database reads them.
 */
public final class StringLiteral {

	private StringLiteral() {
	}

	/**
	 * The literal of a text.
	 * @param text any text without a NUL
	 * @return the text in single quotes, those in it doubled
	 */
	public static String quote(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * The text of a literal.
	 * @param sql any SQL
	 * @return the text, or empty if the SQL is not one string literal and nothing else
	 */
	public static Optional<String> text(String sql) {
		List<Token> tokens = Tokenizer.significant(sql);
		return Optional.of(tokens)
			.filter((all) -> all.size() == 1 && all.get(0).kind() == Token.Kind.STRING)
			.map((all) -> Names.unquote(all.get(0).text()));
	}

}
