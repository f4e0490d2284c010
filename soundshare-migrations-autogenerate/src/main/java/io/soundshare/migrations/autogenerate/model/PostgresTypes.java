package io.soundshare.migrations.autogenerate.model;

import java.util.Map;

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

	private PostgresTypes() {
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
