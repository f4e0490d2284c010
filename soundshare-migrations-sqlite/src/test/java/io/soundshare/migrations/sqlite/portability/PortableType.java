package io.soundshare.migrations.sqlite.portability;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The SQLite types of a PostgreSQL type: the declared types that will do, and when two
 * values are the same.
 */
enum PortableType {

	INTEGER("smallint|integer|bigint", "(TINY|SMALL|MEDIUM|BIG)?INT(EGER)?") {
		@Override
		String normalise(Object value) {
			return (value instanceof Number number) ? Long.toString(number.longValue()) : unlike(value);
		}
	},

	DECIMAL("numeric(\\(\\d+,\\d+\\))?", "(DECIMAL|NUMERIC|NUMBER)(\\(\\d+, ?\\d+\\))?") {
		@Override
		String normalise(Object value) {
			return (value instanceof Number number) ? number(number) : unlike(value);
		}
	},

	FLOAT("real|double precision", "REAL|FLOAT\\d?|DOUBLE( PRECISION)?") {
		@Override
		String normalise(Object value) {
			return (value instanceof Number number) ? Float.toString(number.floatValue()) : unlike(value);
		}
	},

	BOOLEAN("boolean", "BOOLEAN|BIT(\\(1\\))?") {
		@Override
		String normalise(Object value) {
			if (value instanceof Boolean truth) {
				return truth.toString();
			}
			if (value instanceof Number number && (number.intValue() & ~1) == 0) {
				return Boolean.toString(number.intValue() == 1);
			}
			return unlike(value);
		}
	},

	TIMESTAMP("timestamp(\\(\\d\\))? with(out)? time zone", "TIMESTAMP(\\(\\d\\))?|DATETIME(\\(\\d\\))?") {
		@Override
		String normalise(Object value) {
			LocalDateTime time = timestamp(value);
			if (time == null) {
				return unlike(value);
			}
			Duration age = Duration.between(time, LocalDateTime.now(ZoneOffset.UTC)).abs();
			return (age.compareTo(Duration.ofDays(1)) < 0) ? "now" : time.toString();
		}
	},

	DATE("date", "DATE|TEXT") {
		@Override
		String normalise(Object value) {
			if (value instanceof java.sql.Date date) {
				return date.toLocalDate().toString();
			}
			// With a time, which the driver needs to read it.
			return (value instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\d( 00:00:00)?"))
					? text.substring(0, 10) : unlike(value);
		}
	},

	TIME("time(\\(\\d\\))? with(out)? time zone", "TIME(\\(\\d\\))?|TEXT") {
		@Override
		String normalise(Object value) {
			try {
				return LocalTime.parse(value.toString().replaceFirst("^1970-01-01 ", "")).toString();
			}
			catch (DateTimeParseException ex) {
				return unlike(value);
			}
		}
	},

	BLOB("bytea|oid", "(LONG)?BLOB(\\(\\d+\\))?") {
		@Override
		String normalise(Object value) {
			return (value instanceof byte[] bytes) ? HexFormat.of().formatHex(bytes) : unlike(value);
		}
	},

	UUID("uuid", "TEXT|UUID|VARCHAR\\(36\\)|CHAR\\(36\\)") {
		@Override
		String normalise(Object value) {
			return value.toString();
		}
	},

	TEXT("(character varying|character)(\\(\\d+\\))?|text|json", "(N?VAR)?N?CHAR(\\(\\d+\\))?|TEXT|CLOB|JSON") {
		@Override
		String normalise(Object value) {
			return (value instanceof String text) ? "'" + text.stripTrailing() + "'" : unlike(value);
		}
	};

	private final Pattern postgres;

	private final Pattern sqlite;

	PortableType(String postgres, String sqlite) {
		this.postgres = Pattern.compile(postgres);
		this.sqlite = Pattern.compile(sqlite, Pattern.CASE_INSENSITIVE);
	}

	abstract String normalise(Object value);

	final String value(@Nullable Object value) {
		return (value != null) ? normalise(value) : "null";
	}

	/**
	 * The type a PostgreSQL column has.
	 * @param type as {@code format_type} says it
	 * @return the type
	 */
	static PortableType of(String type) {
		for (PortableType candidate : values()) {
			if (candidate.postgres.matcher(type).matches()) {
				return candidate;
			}
		}
		throw new IllegalArgumentException("No portable type for PostgreSQL's " + type);
	}

	/**
	 * A column's type in PostgreSQL's words, with its size.
	 * @param type as {@code format_type} says it
	 * @return the description both databases are compared by
	 */
	String describe(String type) {
		return name().toLowerCase(Locale.ROOT) + arguments(type);
	}

	/**
	 * A column's type on SQLite in PostgreSQL's words.
	 * @param declared as declared on SQLite
	 * @return the description when the type will do, the declared one otherwise
	 */
	String describeSqlite(String declared) {
		return this.sqlite.matcher(declared).matches() ? describe(declared) : declared;
	}

	private String arguments(String type) {
		boolean sized = this == DECIMAL || this == TEXT;
		int open = type.indexOf('(');
		return (sized && open > 0) ? type.substring(open).replace(" ", "") : "";
	}

	private static String number(Number number) {
		BigDecimal decimal = new BigDecimal(number.toString());
		return (decimal.signum() != 0) ? decimal.stripTrailingZeros().toPlainString() : "0";
	}

	private static @Nullable LocalDateTime timestamp(Object value) {
		if (value instanceof java.sql.Timestamp timestamp) {
			return timestamp.toLocalDateTime();
		}
		try {
			String text = value.toString().replace(' ', 'T');
			return LocalDateTime.parse((text.length() == 10) ? text + "T00:00" : text);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static String unlike(Object value) {
		String text = (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.ISO_8859_1)
				: value.toString();
		return value.getClass().getSimpleName() + " " + text;
	}

}
