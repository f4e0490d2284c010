package io.soundshare.migrations.autogenerate.postgres;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import org.jspecify.annotations.Nullable;

/**
 * A default as PostgreSQL tells it. It keeps the way in which a value was written:
 * {@code '0'::bigint}, {@code (0)::numeric} and {@code 0} are the same to the column.
 */
final class PostgresDefault {

	private static final Pattern CAST = Pattern.compile("(?s)(.+)::[\\w .,\"()\\[\\]]+",
			Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern LITERAL = Pattern
		.compile("(?s)E?'(?:[^']|'')*'|[-+]?[\\d.]+(?:[eE][-+]?\\d+)?|NULL|true|false");

	private static final Pattern NOW = Pattern
		.compile("now\\(\\)|transaction_timestamp\\(\\)|CURRENT_TIMESTAMP(?:\\(6\\))?");

	private static final Pattern LOCAL_NOW = Pattern.compile("LOCALTIMESTAMP(?:\\(6\\))?");

	private static final Pattern NUMERIC = Pattern.compile("(?:smallint|integer|bigint|numeric|real|double).*");

	private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");

	private PostgresDefault() {
	}

	/**
	 * The default of a column.
	 * @param expression the default as PostgreSQL tells it
	 * @param type the type of the column
	 * @return the default, {@code null} for {@code NULL}
	 */
	static @Nullable DeclaredSql of(String expression, String type) {
		String value = literal(expression);
		if (value.equals("NULL")) {
			return null;
		}
		return new DeclaredSql(expression, read(value, type));
	}

	/** A literal without its casts; anything else as it is, but for parentheses. */
	private static String literal(String expression) {
		String value = PostgresExpression.withoutParentheses(expression);
		Matcher cast = CAST.matcher(value);
		if (!cast.matches()) {
			return value;
		}
		String inner = literal(cast.group(1));
		return LITERAL.matcher(inner).matches() ? inner : value;
	}

	private static String read(String value, String type) {
		String bare = value.matches("(?s)'[^']*'") ? value.substring(1, value.length() - 1).strip() : value;
		if (NUMERIC.matcher(type).matches() && NUMBER.matcher(bare).matches()) {
			BigDecimal number = new BigDecimal(bare).stripTrailingZeros();
			return number.toPlainString();
		}
		if (type.equals("boolean")) {
			return switch (bare.toLowerCase(Locale.ROOT)) {
				case "true", "t", "yes", "y", "on", "1" -> "true";
				case "false", "f", "no", "n", "off", "0" -> "false";
				default -> PostgresExpression.canonical(value);
			};
		}
		if (NOW.matcher(value).matches()
				|| (type.endsWith("without time zone") && LOCAL_NOW.matcher(value).matches())) {
			return "CURRENT_TIMESTAMP";
		}
		return PostgresExpression.canonical(value);
	}

}
