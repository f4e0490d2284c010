package io.soundshare.migrations.sqlite.value;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.ddl.StringLiteral;
import org.jspecify.annotations.Nullable;

/**
 * A cast in SQLite's words. By itself SQLite casts to what a type's name sounds like:
 * {@code CAST('2020-01-02' AS DATE)} is the number 2020.
 */
final class Cast {

	private static final Pattern SCALE = Pattern.compile(".*\\(\\s*\\d+\\s*,\\s*(\\d+)\\s*\\).*");

	private static final Pattern BYTES = Pattern.compile("\\\\x((?:[0-9a-fA-F]{2})*)");

	private final String type;

	private final String name;

	/**
	 * A cast.
	 * @param type the type as it is written
	 */
	Cast(String type) {
		this.type = type.strip();
		this.name = this.type.toLowerCase(Locale.ROOT)
			.replaceAll("\\([^)]*\\)", " ")
			.replaceAll("\\bpg_catalog\\s*\\.|\"", "")
			.replaceAll("\\s+", " ")
			.strip();
	}

	/**
	 * The cast of PostgreSQL, {@code x::type}.
	 * @param operand an expression of SQLite
	 * @return the cast, {@code null} if SQLite has none
	 */
	@Nullable String of(String operand) {
		String own = ofOwn(operand);
		if (own != null) {
			return own;
		}
		return switch (this.name) {
			case "text", "varchar", "character varying", "char", "character", "bpchar", "name", "citext" ->
				(StringLiteral.text(operand).isPresent()) ? operand : "CAST(" + operand + " AS TEXT)";
			case "int", "integer", "int2", "int4", "int8", "smallint", "bigint" -> "CAST(" + operand + " AS INTEGER)";
			case "real", "float", "float4", "float8", "double", "double precision" -> "CAST(" + operand + " AS REAL)";
			case "numeric", "decimal" -> numeric(operand);
			default ->
				(StringLiteral.text(operand).isPresent() && !this.name.equals("interval") && !this.name.contains("["))
						? operand : null;
		};
	}

	/**
	 * The cast of the standard, {@code CAST(x AS type)}, where SQLite's own means
	 * something else.
	 * @param operand an expression of SQLite
	 * @return the cast, {@code null} if SQLite's own is right
	 */
	@Nullable String ofOwn(String operand) {
		String text = StringLiteral.text(operand).orElse(null);
		return switch (this.name) {
			case "date" -> moment(operand, text, ValueKind.DATE, "date(" + operand + ")");
			case "time", "time without time zone" -> moment(operand, text, ValueKind.TIME, "time(" + operand + ")");
			case "timestamp", "datetime", "timestamptz", "timestamp with time zone", "timestamp without time zone" ->
				moment(operand, text, ValueKind.TIMESTAMP, "datetime(" + operand + ")");
			case "bool", "boolean" -> truth(operand, text);
			case "uuid", "json", "jsonb" -> (text != null) ? operand : "CAST(" + operand + " AS TEXT)";
			case "bytea" -> (text != null) ? bytes(operand, text) : null;
			default -> null;
		};
	}

	private static String moment(String operand, @Nullable String text, ValueKind kind, String function) {
		if (text == null) {
			return function;
		}
		// The column it is for decides what is stored of a day.
		return (kind == ValueKind.TIMESTAMP) ? Moment.of(text, kind).map(StringLiteral::quote).orElse(operand)
				: operand;
	}

	private static @Nullable String truth(String operand, @Nullable String text) {
		if (text == null) {
			return operand.matches("(?i)true|false|[01]") ? operand : "CAST(" + operand + " AS INTEGER) <> 0";
		}
		TypedValue typed = TypedValue.ofText(text, ValueKind.BOOLEAN);
		return (typed.value() instanceof Integer number) ? number.toString() : null;
	}

	private static String bytes(String operand, String text) {
		Matcher bytes = BYTES.matcher(text);
		return bytes.matches() ? "X'" + bytes.group(1) + "'" : operand;
	}

	private String numeric(String operand) {
		Matcher scale = SCALE.matcher(this.type);
		return scale.matches() ? "round(" + operand + ", " + scale.group(1) + ")" : "CAST(" + operand + " AS NUMERIC)";
	}

}
