package io.soundshare.migrations.autogenerate.model;

import java.util.List;

import io.soundshare.migrations.autogenerate.sql.SqlTokens;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A type of PostgreSQL with a name, which columns have: an enum or a structure.
 *
 * @param name its name
 * @param written its name as SQL has it
 * @param sql the statement that makes it
 * @param labels the values of an enum, in their order; empty for a structure
 * @param ordered whether the order of the values means something
 */
public record NamedType(ObjectName name, String written, String sql, List<String> labels, boolean ordered) {

	public NamedType {
		labels = List.copyOf(labels);
	}

	/**
	 * Read the statement that makes a type.
	 * @param statement the statement
	 * @param ordered whether the order of an enum's values means something
	 * @param product tells how names are kept
	 * @return the type, {@code null} if the statement makes something else
	 */
	public static @Nullable NamedType of(String statement, boolean ordered, Product product) {
		List<Token> tokens = SqlTokens.of(statement);
		int as = 2;
		while (as < tokens.size() && !tokens.get(as).is("as")) {
			as++;
		}
		if (as == 2 || as + 1 >= tokens.size() || !tokens.get(0).is("create") || !tokens.get(1).is("type")) {
			return null;
		}
		String written = statement.substring(tokens.get(2).start(), tokens.get(as - 1).end());
		List<String> labels = !tokens.get(as + 1).is("enum") ? List.of()
				: tokens.subList(as + 1, tokens.size())
					.stream()
					.filter((token) -> token.kind() == Kind.STRING)
					.map((token) -> Names.unquote(token.text()))
					.toList();
		return new NamedType(name(written, product), written, statement, labels, ordered);
	}

	/**
	 * Read the name of a type.
	 * @param written the name as SQL has it
	 * @param product tells how names are kept
	 * @return the name as the database keeps it
	 */
	public static ObjectName name(String written, Product product) {
		List<Token> tokens = SqlTokens.of(written);
		boolean qualified = tokens.size() == 3 && tokens.get(1).is(".");
		return qualified ? new ObjectName(kept(tokens.get(0).text(), product), kept(tokens.get(2).text(), product))
				: ObjectName.of(kept(written, product));
	}

	private static String kept(String written, Product product) {
		boolean quoted = written.startsWith("\"");
		return product.keeps(quoted ? Names.unquote(written) : written, quoted);
	}

}
