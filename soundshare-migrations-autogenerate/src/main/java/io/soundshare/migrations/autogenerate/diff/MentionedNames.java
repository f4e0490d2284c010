package io.soundshare.migrations.autogenerate.diff;

import io.soundshare.migrations.autogenerate.sql.SqlTokens;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Token.Kind;

/**
 * Names in expressions, in quotes or not.
 */
public final class MentionedNames {

	private MentionedNames() {
	}

	/**
	 * Whether an expression mentions a name.
	 * @param expression the SQL
	 * @param name the name of a column
	 * @return whether it is in there, and not in a text
	 */
	public static boolean mentions(String expression, String name) {
		return SqlTokens.of(expression).stream().anyMatch((token) -> is(token, name));
	}

	/** The expression with another name in place of one. */
	static String rename(String expression, String name, String newName) {
		StringBuilder renamed = new StringBuilder();
		int copied = 0;
		for (Token token : SqlTokens.of(expression)) {
			if (is(token, name)) {
				String quote = (token.kind() == Kind.QUOTED) ? token.text().substring(0, 1) : "";
				renamed.append(expression, copied, token.start())
					.append(quote)
					.append(quote.isEmpty() ? newName : newName.replace(quote, quote + quote))
					.append(quote);
				copied = token.end();
			}
		}
		return renamed.append(expression.substring(copied)).toString();
	}

	private static boolean is(Token token, String name) {
		return (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED)
				&& Names.unquote(token.text()).equalsIgnoreCase(name);
	}

}
