package io.soundshare.migrations.autogenerate.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.Conversions;
import io.soundshare.migrations.autogenerate.model.TypeText;

/**
 * PostgreSQL's types, which have several names each (manual 8.1, Table 8.1).
 */
final class PostgresTypes {

	/** The most exact, and what is meant when nothing is said. */
	private static final int MICROSECONDS = 6;

	private static final int SINGLE = 24;

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("int8", "bigint"),
			Map.entry("bigserial", "bigint"), Map.entry("serial8", "bigint"), Map.entry("int", "integer"),
			Map.entry("int4", "integer"), Map.entry("serial", "integer"), Map.entry("serial4", "integer"),
			Map.entry("int2", "smallint"), Map.entry("smallserial", "smallint"), Map.entry("serial2", "smallint"),
			Map.entry("bool", "boolean"), Map.entry("float4", "real"), Map.entry("float8", "double precision"),
			Map.entry("decimal", "numeric"), Map.entry("dec", "numeric"), Map.entry("varchar", "character varying"),
			Map.entry("char varying", "character varying"), Map.entry("char", "character"),
			Map.entry("varbit", "bit varying"), Map.entry("timestamptz", "timestamp with time zone"),
			Map.entry("timestamp", "timestamp without time zone"), Map.entry("timetz", "time with time zone"),
			Map.entry("time", "time without time zone"));

	/**
	 * Within each of these there is a cast (pg_cast) from every type to every other one.
	 */
	private static final List<Set<String>> FAMILIES = List.of(
			Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
			Set.of("integer", "boolean"), Set.of("bigint", "integer", "oid"), Set.of("json", "jsonb"),
			Set.of("timestamp without time zone", "timestamp with time zone", "date"),
			Set.of("time without time zone", "time with time zone"), Set.of("bit", "bit varying"));

	private static final Pattern ARRAY = Pattern
		.compile("(?i)([\\w ]+?)\\s*(\\(.*?\\))?((?: with(?:out)? time zone)?)\\s*(\\[]|\\barray)");

	private static final Pattern WORD = Pattern.compile("\\w+\\s*(\\(.*\\))?");

	/**
	 * Intervals that may have all there is. Liquibase says twice what is in the brackets,
	 * and behind a schema's name PostgreSQL takes it for the fields.
	 */
	private static final Pattern INTERVAL = Pattern
		.compile("(?i)interval\\s*(?:(?:\\w+\\s+to\\s+)?second)?\\s*(?:\\(\\d+\\))?");

	private static final Map<String, String> INTERNAL_NAMES = Map.of("double precision", "float8", "integer", "int4",
			"character varying", "varchar", "char", "bpchar", "character", "bpchar", "decimal", "numeric",
			"timestamp with time zone", "timestamptz", "timestamp without time zone", "timestamp",
			"time with time zone", "timetz", "time without time zone", "time");

	private PostgresTypes() {
	}

	/** Without a cast a change of type fails even on an empty table. */
	static boolean converts(String from, String to) {
		String source = Conversions.base(from);
		String target = Conversions.base(to);
		// By way of a text everything has a cast.
		return source.equals(target) || Conversions.isText(source) || Conversions.isText(target)
				|| FAMILIES.stream().anyMatch((family) -> family.contains(source) && family.contains(target));
	}

	/** Without the digits of a second: it has six anyway, and nobody stores more. */
	static String plain(String type) {
		return INTERVAL.matcher(type).matches() ? "interval" : type;
	}

	/**
	 * Other spellings. Liquibase takes some of PostgreSQL's types for other databases',
	 * and loses what follows those it knows, or puts it before the length: of names with
	 * a schema it knows none.
	 */
	static List<String> spellings(String type) {
		Matcher array = ARRAY.matcher(type);
		if (!array.matches()) {
			return WORD.matcher(type).matches() ? List.of("pg_catalog." + type) : List.of();
		}
		String element = (array.group(1) + array.group(3)).toLowerCase(Locale.ROOT);
		String name = INTERNAL_NAMES.getOrDefault(element, element);
		String length = array.group(2);
		return (length != null) ? List.of(element + length + " array", "pg_catalog." + name + length + " array")
				: List.of(element + "[]", name + "[]", "pg_catalog." + name + "[]");
	}

	static boolean same(String one, String other) {
		return canonical(TypeText.of(one)).equals(canonical(TypeText.of(other)));
	}

	private static TypeText canonical(TypeText written) {
		String bare = written.name().startsWith("pg_catalog.") ? written.name().substring("pg_catalog.".length())
				: written.name();
		TypeText type = written.renamed(NAMES.getOrDefault(bare, bare));
		return switch (type.name()) {
			case "float" ->
				(type.argument(0, SINGLE + 1) <= SINGLE) ? type.named("real") : type.named("double precision");
			case "character", "bit" -> type.named(type.name(), String.valueOf(type.argument(0, 1)));
			case "bpchar" -> type.arguments().isEmpty() ? type : type.renamed("character");
			case "numeric" -> type.arguments().isEmpty() ? type
					: type.named("numeric", type.arguments().get(0), String.valueOf(type.argument(1, 0)));
			case "timestamp with time zone", "timestamp without time zone", "time with time zone",
					"time without time zone" ->
				type.named(type.name(), String.valueOf(type.argument(0, MICROSECONDS)));
			default -> type;
		};
	}

}
