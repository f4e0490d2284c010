package io.soundshare.migrations.sqlite.value;

import java.math.BigInteger;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceCurrentValueFunction;
import liquibase.statement.SequenceNextValueFunction;
import org.jspecify.annotations.Nullable;

/**
 * A value of a changelog as its column needs it. SQLite keeps any text in any column,
 * where others convert it or refuse it: a truth value is to be 1 or 0, a moment what the
 * driver reads back, a number a number.
 *
 * @param value the value, unchanged if it is refused
 * @param refusal why the column cannot have this value, if it cannot
 */
public record TypedValue(@Nullable Object value, @Nullable String refusal) {

	/** The words that PostgreSQL takes for true. */
	private static final Set<String> TRUE = Set.of("t", "tr", "tru", "true", "y", "ye", "yes", "on", "1");

	private static final Set<String> FALSE = Set.of("f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0");

	private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?\\s*");

	private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d+\\s*");

	/** The form in which the driver writes a moment by itself: a number. */
	private static final Pattern MILLISECONDS = Pattern.compile("\\s*-?\\d+(?:\\.\\d+)?\\s*");

	/**
	 * The value a column is to get.
	 * @param value the value as Liquibase holds it
	 * @param kind what the column holds
	 * @return the value to write
	 */
	public static TypedValue of(@Nullable Object value, ValueKind kind) {
		if (value == null || value instanceof SequenceNextValueFunction
				|| value instanceof SequenceCurrentValueFunction) {
			return new TypedValue(value, null);
		}
		if (value instanceof DatabaseFunction function) {
			return ofFunction(function, kind);
		}
		if (value instanceof Date date) {
			return new TypedValue(Moment.of(date, kind), null);
		}
		if (value instanceof Boolean truth && kind == ValueKind.TEXT) {
			return new TypedValue(truth.toString(), null);
		}
		if (value instanceof Number number) {
			return ofNumber(number);
		}
		return (value instanceof String text && !text.equalsIgnoreCase("null")) ? ofText(text, kind)
				: new TypedValue(value, null);
	}

	/**
	 * The value a text stands for.
	 * @param text the text
	 * @param kind what the column holds
	 * @return the value to write
	 */
	public static TypedValue ofText(String text, ValueKind kind) {
		return switch (kind) {
			case BOOLEAN -> truth(text);
			case DATE, TIME, TIMESTAMP -> moment(text, kind);
			case INTEGER, NUMBER -> number(text, kind);
			default -> new TypedValue(text, null);
		};
	}

	private static TypedValue truth(String text) {
		String word = text.strip().toLowerCase(Locale.ROOT);
		if (TRUE.contains(word) || FALSE.contains(word)) {
			return new TypedValue(TRUE.contains(word) ? 1 : 0, null);
		}
		return NUMBER.matcher(text).matches() ? new TypedValue(text, null)
				: refused(text, "'" + text + "' is neither true nor false");
	}

	private static TypedValue moment(String text, ValueKind kind) {
		Optional<String> moment = Moment.of(text, kind);
		if (moment.isPresent()) {
			return new TypedValue(moment.get(), null);
		}
		if (MILLISECONDS.matcher(text).matches()) {
			return new TypedValue(text, null);
		}
		String current = SqlExpression.current(text);
		if (current != null) {
			return new TypedValue(new DatabaseFunction(SqlExpression.as(current, kind)), null);
		}
		String example = switch (kind) {
			case DATE -> "day: write it like 2020-01-31";
			case TIME -> "time of day: write it like 23:59:59";
			default -> "point in time: write it like 2020-01-31T23:59:59";
		};
		return refused(text, "'" + text + "' is no " + example);
	}

	private static TypedValue number(String text, ValueKind kind) {
		if (!NUMBER.matcher(text).matches()) {
			return refused(text, "'" + text + "' is no number: write it like 1234.5, without separators or units");
		}
		if (kind == ValueKind.INTEGER && WHOLE.matcher(text).matches()
				&& new BigInteger(text.strip()).bitLength() > 63) {
			return refused(text, text.strip() + " is more than the 64 bits SQLite keeps exactly."
					+ " Make the column a text, or a decimal if the last digits may go");
		}
		return new TypedValue(text, null);
	}

	/** Liquibase takes {@code 12 apples} and {@code 1,5} for numbers. */
	private static TypedValue ofNumber(Number number) {
		String text = number.toString();
		return NUMBER.matcher(text).matches() ? new TypedValue(number, null)
				: refused(number, number(text, ValueKind.NUMBER).refusal());
	}

	private static TypedValue ofFunction(DatabaseFunction function, ValueKind kind) {
		String text = String.valueOf(function.getValue());
		// A date Liquibase cannot read it takes for a function.
		if (Moment.isMoment(text)) {
			ValueKind read = Moment.isMoment(kind) ? kind
					: (Moment.of(text, ValueKind.TIMESTAMP).isPresent()) ? ValueKind.TIMESTAMP : ValueKind.TIME;
			return new TypedValue(Moment.isMoment(kind) ? ofText(text, kind).value()
					: (read == ValueKind.TIMESTAMP) ? Moment.of(text, read).orElseThrow() : text, null);
		}
		String sequence = SqlExpression.sequence(text);
		if (sequence != null) {
			return new TypedValue(new SequenceNextValueFunction(sequence), null);
		}
		SqlExpression expression = SqlExpression.of(text);
		String literal = expression.text();
		if (literal != null) {
			TypedValue typed = ofText(literal, kind);
			boolean same = typed.refusal() != null || literal.equals(typed.value());
			return new TypedValue(same ? new DatabaseFunction(expression.sql()) : typed.value(), null);
		}
		return new TypedValue(new DatabaseFunction(SqlExpression.as(expression.sql(), kind)), expression.refusal());
	}

	private static TypedValue refused(Object value, @Nullable String reason) {
		return new TypedValue(value, reason);
	}

}
