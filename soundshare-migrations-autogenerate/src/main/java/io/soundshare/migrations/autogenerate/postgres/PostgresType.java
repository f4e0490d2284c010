package io.soundshare.migrations.autogenerate.postgres;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import liquibase.database.core.PostgresDatabase;
import liquibase.datatype.DataTypeFactory;
import liquibase.datatype.core.UnknownType;

/**
 * A type of PostgreSQL, and how a changelog has to spell it so that Liquibase, which
 * reads types word by word, turns off brackets and writes all letters large, makes just
 * this type of it.
 *
 * @param text the type as {@code format_type} tells it
 * @param schema the schema of the type
 * @param name the type's own name, which for an array starts with an underscore
 * @param visible whether it is found without its schema
 */
record PostgresType(String text, String schema, String name, boolean visible) {

	private static final Pattern PARTS = Pattern.compile("(?s)(.*?)(?:\\(([^()\"]*)\\))?( with(?:out)? time zone)?");

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

	private static final String ARRAY = "[]";

	private static final Map<String, String> PORTABLE = Map.of("character varying", "varchar", "character", "char",
			"numeric", "decimal", "integer", "int", "timestamp without time zone", "timestamp",
			"time without time zone", "time");

	/** The numbers by which the catalogue knows the fields of an interval. */
	private static final Map<String, Integer> FIELDS = Map.ofEntries(Map.entry("", 0x7FFF), Map.entry("year", 4),
			Map.entry("month", 2), Map.entry("day", 8), Map.entry("hour", 1024), Map.entry("minute", 2048),
			Map.entry("second", 4096), Map.entry("year to month", 6), Map.entry("day to hour", 1032),
			Map.entry("day to minute", 3080), Map.entry("day to second", 7176), Map.entry("hour to minute", 3072),
			Map.entry("hour to second", 7168), Map.entry("minute to second", 6144));

	/**
	 * The spelling for a changelog.
	 * @return the type as Liquibase understands it
	 */
	String written() {
		return this.schema.equals("pg_catalog") ? builtIn() : own();
	}

	private String builtIn() {
		boolean array = this.text.endsWith(ARRAY);
		Parts parts = Parts.of(array ? this.text.substring(0, this.text.length() - ARRAY.length()) : this.text);
		if (parts.base.startsWith("interval") && !(parts.base.equals("interval") && parts.arguments.isEmpty())) {
			return (array ? "_interval" : "pg_catalog.interval") + "(" + interval(parts) + ")";
		}
		if (array) {
			boolean plain = PLAIN.matcher(parts.base).matches() && parts.arguments.isEmpty();
			return plain ? parts.base + ARRAY : escaped(this.name) + parts.bracketed();
		}
		return switch (parts.base) {
			case "bpchar", "money" -> "pg_catalog." + parts.base;
			case "\"char\"" -> escaped(this.name);
			case "timestamp with time zone" -> "timestamp" + parts.bracketed() + " with time zone";
			case "time with time zone" -> "time" + parts.bracketed() + " with time zone";
			default -> PORTABLE.getOrDefault(parts.base, parts.base) + parts.bracketed();
		};
	}

	private static String interval(Parts parts) {
		String fields = parts.base.substring("interval".length()).strip();
		return FIELDS.get(fields) + (parts.arguments.isEmpty() ? "" : ", " + parts.arguments);
	}

	private String own() {
		String arguments = Parts.of(this.text.replace(ARRAY, "")).bracketed();
		boolean array = this.text.endsWith(ARRAY) && arguments.isEmpty() && this.name.startsWith("_");
		String own = array ? this.name.substring(1) : this.name;
		return (this.visible ? "" : escaped(this.schema) + ".") + escaped(own) + (array ? ARRAY : arguments);
	}

	/**
	 * A name as it is, if Liquibase leaves it alone; else with each letter it would spoil
	 * as its number, which PostgreSQL reads (<a href=
	 * "https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS-UESCAPE">
	 * {@code U&"d\0061ta"}</a>).
	 */
	private String escaped(String name) {
		if (PLAIN.matcher(name).matches() && !this.text.contains("\"") && !isTaken(name)) {
			return name;
		}
		StringBuilder escaped = new StringBuilder("U&\"");
		name.codePoints().forEach((point) -> {
			if ((point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9') || point == '_') {
				escaped.appendCodePoint(point);
			}
			else {
				escaped.append(String.format((point > 0xFFFF) ? "\\+%06X" : "\\%04X", point));
			}
		});
		return escaped.append('"').toString();
	}

	/** Tell whether a name is one of Liquibase's types, or a word of SQL. */
	private static boolean isTaken(String name) {
		return !(DataTypeFactory.getInstance().fromDescription(name, new PostgresDatabase()) instanceof UnknownType);
	}

	/**
	 * A type taken apart.
	 *
	 * @param base its words
	 * @param arguments what it has in brackets, empty if nothing
	 */
	private record Parts(String base, String arguments) {

		static Parts of(String text) {
			Matcher parts = PARTS.matcher(text);
			if (!parts.matches()) {
				return new Parts(text, "");
			}
			String zone = parts.group(3);
			String arguments = parts.group(2);
			return new Parts(parts.group(1).strip() + ((zone != null) ? zone : ""),
					(arguments != null) ? arguments : "");
		}

		String bracketed() {
			return this.arguments.isEmpty() ? "" : "(" + this.arguments + ")";
		}

	}

}
