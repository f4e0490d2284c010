package io.soundshare.migrations.autogenerate.postgres;

/**
 * Pieces of SQL that several queries of the catalogue have.
 */
final class CatalogSql {

	/** Holds for a class {@code c} in a namespace {@code n} that a person made. */
	static final String USER_CLASS = """
			n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relpersistence <> 't'
			AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid
				AND e.deptype = 'e')""";

	private CatalogSql() {
	}

	/** Holds for a default {@code d} that numbers rows by a sequence. */
	static String usesSequence(String sequence) {
		return """
				pg_get_expr(d.adbin, d.adrelid) ~ '^nextval\\(.*::regclass\\)$'
				AND EXISTS (SELECT 1 FROM pg_depend u WHERE u.classid = 'pg_attrdef'::regclass AND u.objid = d.oid
					AND u.refclassid = 'pg_class'::regclass AND u.refobjid = %s)""".formatted(sequence);
	}

	/** A name, with its schema if it is not the current one. */
	static String name(String schema, String name) {
		return "CASE WHEN " + schema + " = current_schema() THEN '' ELSE quote_ident(" + schema
				+ ") || '.' END || quote_ident(" + name + ")";
	}

	/** Holds for an object in a namespace {@code n} that a person made. */
	static String own(String catalog, String oid) {
		return """
				n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT 1 FROM pg_depend e
				WHERE e.classid = '%s'::regclass AND e.objid = %s AND e.deptype = 'e')""".formatted(catalog, oid);
	}

}
