package io.soundshare.migrations.sqlite.snapshot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.NormalizedSql;
import io.soundshare.migrations.sqlite.ddl.StringLiteral;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import liquibase.statement.DatabaseFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns a column's default as written into the value Liquibase has for it: a literal
 * becomes the value it is, everything else a {@link DatabaseFunction} that can follow
 * DEFAULT as it stands.
 */
final class DefaultReading {

	private static final Set<String> CURRENT = Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");

	private final DeclaredType type;

	private DefaultReading(DeclaredType type) {
		this.type = type;
	}

	static @Nullable Object of(String sql, DeclaredType type) {
		return new DefaultReading(type).read(withoutParentheses(sql));
	}

	private @Nullable Object read(String sql) {
		List<Token> tokens = significant(sql);
		if (tokens.size() == 1) {
			return readOne(tokens.get(0));
		}
		boolean negative = tokens.get(0).is("-");
		if (tokens.size() == 2 && (negative || tokens.get(0).is("+"))) {
			BigDecimal number = number(tokens.get(1));
			if (number != null) {
				return value(negative ? number.negate() : number);
			}
		}
		return new DatabaseFunction("(" + NormalizedSql.of(sql) + ")");
	}

	private @Nullable Object readOne(Token token) {
		return switch (token.kind()) {
			case NUMBER -> {
				BigDecimal number = number(token);
				yield (number != null) ? value(number) : new DatabaseFunction(token.text());
			}
			case STRING, QUOTED -> text(Names.unquote(token.text()));
			case WORD -> word(token.text());
			default -> new DatabaseFunction(token.text());
		};
	}

	private @Nullable Object word(String word) {
		String upper = word.toUpperCase(Locale.ROOT);
		if (upper.equals("NULL")) {
			return null;
		}
		if (CURRENT.contains(upper)) {
			return new DatabaseFunction(upper);
		}
		if (upper.equals("TRUE") || upper.equals("FALSE")) {
			return value(upper.equals("TRUE") ? BigDecimal.ONE : BigDecimal.ZERO);
		}
		// SQLite takes any other word for a text.
		return text(word);
	}

	private Object text(String text) {
		if (this.type.isNumeric() && text.strip().matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")) {
			return value(new BigDecimal(text.strip()));
		}
		// Of a boolean column Liquibase writes only booleans and expressions.
		return (!this.type.isBoolean()) ? text : new DatabaseFunction("(" + StringLiteral.quote(text) + ")");
	}

	private Object value(BigDecimal number) {
		if (this.type.isBoolean()) {
			return (number.compareTo(BigDecimal.ZERO) == 0) ? false
					: (number.compareTo(BigDecimal.ONE) == 0) ? true : new DatabaseFunction("(" + number + ")");
		}
		if (number.scale() > 0) {
			return number;
		}
		BigInteger whole = number.toBigInteger();
		return (whole.bitLength() < 32) ? (Object) whole.intValue() : whole;
	}

	/**
	 * The number a token is; {@code null} for one with an exponent, which stays as
	 * written.
	 */
	private static @Nullable BigDecimal number(Token token) {
		// Since 3.46 digits may be grouped by underscores.
		String digits = token.text().replace("_", "").toLowerCase(Locale.ROOT);
		if (token.kind() != Token.Kind.NUMBER) {
			return null;
		}
		if (digits.startsWith("0x")) {
			return BigDecimal.valueOf(Long.parseUnsignedLong(digits.substring(2), 16));
		}
		return (!digits.contains("e")) ? new BigDecimal(digits) : null;
	}

	private static String withoutParentheses(String sql) {
		List<Token> tokens = significant(sql);
		int depth = 0;
		for (int i = 0; i < tokens.size(); i++) {
			depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
			if (depth == 0 && i < tokens.size() - 1) {
				return sql;
			}
		}
		return (tokens.size() > 2 && tokens.get(0).is("("))
				? withoutParentheses(sql.substring(tokens.get(0).end(), tokens.get(tokens.size() - 1).start())) : sql;
	}

	private static List<Token> significant(String sql) {
		return Tokenizer.significant(sql);
	}

}
