package io.soundshare.migrations.autogenerate.diff;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.soundshare.migrations.autogenerate.model.Product;

/**
 * Which types can become which. SQLite keeps a value whatever the type; PostgreSQL has
 * casts (pg_cast, and by way of text), without which a change of type fails even on an
 * empty table.
 */
final class Conversions {

	/** Within each of these there is a cast from every type to every other one. */
	private static final List<Set<String>> FAMILIES = List.of(
			Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
			Set.of("integer", "boolean"), Set.of("bigint", "integer", "oid"), Set.of("json", "jsonb"),
			Set.of("timestamp without time zone", "timestamp with time zone", "date"),
			Set.of("time without time zone", "time with time zone"), Set.of("bit", "bit varying"));

	private static final Set<String> TEXTS = Set.of("character varying", "character", "text", "name");

	private Conversions() {
	}

	static boolean exists(Product product, String from, String to) {
		if (product == Product.SQLITE) {
			return true;
		}
		String source = base(from);
		String target = base(to);
		return source.equals(target) || TEXTS.contains(source) || TEXTS.contains(target)
				|| FAMILIES.stream().anyMatch((family) -> family.contains(source) && family.contains(target));
	}

	/** The type without its length or precision. */
	static String base(String type) {
		return type.replaceAll("\\s*\\([^)]*\\)", "").strip().toLowerCase(Locale.ROOT);
	}

}
