package io.soundshare.migrations.engine.recording.postgres;

import org.jspecify.annotations.Nullable;

/**
 * Values for the rows that have none of their own in a column that comes back and must
 * have one: those that were added since it went.
 */
final class Fillers {

	private Fillers() {
	}

	/**
	 * The statement that fills a column; {@code null} if it has a default, or nothing
	 * fits.
	 */
	static @Nullable String of(Catalog catalog, Item column) {
		Item table = catalog.item(column.owner());
		String name = Names.quoted(column.name());
		if (column.has("identity")) {
			return """
					UPDATE ONLY %1$s t SET %2$s = r.number FROM (SELECT s.ctid AS place, row_number() OVER ()
					+ (SELECT coalesce(max(%2$s), 0) FROM ONLY %1$s) AS number FROM ONLY %1$s s WHERE %2$s IS NULL) r
					WHERE t.ctid = r.place""".formatted(table.qualified(), name);
		}
		boolean hasDefault = catalog.parts(column.owner(), Kind.DEFAULT)
			.stream()
			.anyMatch((value) -> value.number("column") == column.key().part());
		String value = value(catalog, column);
		return (hasDefault || value == null) ? null
				: "UPDATE ONLY %s SET %s = %s WHERE %s IS NULL".formatted(table.qualified(), name, value, name);
	}

	/**
	 * The value for a column of rows that come back without one; {@code null} if it need
	 * not have any, gets one by itself, or nothing fits.
	 */
	static @Nullable String insteadOf(Catalog catalog, Item column) {
		if (!column.has("required") || column.has("identity") || column.has("generated")) {
			return null;
		}
		return catalog.parts(column.owner(), Kind.DEFAULT)
			.stream()
			.filter((value) -> value.number("column") == column.key().part())
			.map((value) -> value.get("definition"))
			.findFirst()
			.orElseGet(() -> value(catalog, column));
	}

	/** What is written where there is nothing; {@code null} if nothing fits. */
	static @Nullable String value(Catalog catalog, Item column) {
		if (column.is("typekind", "e")) {
			Item type = catalog.find(new Key(Key.TYPES, column.number("typeoid"), 0));
			return (type != null) ? Names.literal(type.get("labels").split("\n")[0]) : null;
		}
		return switch (column.get("category")) {
			case "N" -> "0";
			case "S" -> "''";
			case "B" -> "false";
			case "A" -> "'{}'";
			case "T" -> "'0'";
			case "D" -> column.get("type").startsWith("time ") ? "'00:00'" : "'1970-01-01'";
			default -> switch (column.get("type")) {
				case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
				case "bytea" -> "''";
				case "json", "jsonb" -> "'{}'";
				default -> null;
			};
		};
	}

}
