package io.soundshare.migrations.autogenerate.postgres;

/**
 * Queries for the statements that make tables and the sequences that go with them.
 */
final class TableQueries {

	/** A sequence that goes with a column {@code a} of a table {@code rel}. */
	private static final String OWNED = """
			LEFT JOIN LATERAL (SELECT o.deptype, q.*, sc.oid AS sequence, sc.relname, sn.nspname,
					sc.relname = rel.relname || '_' || a.attname || '_seq' AND sc.relnamespace = rel.relnamespace
					AND q.seqtypid = a.atttypid AND q.seqstart = 1 AND q.seqincrement = 1 AND q.seqmin = 1 AND q.seqcache = 1
					AND NOT q.seqcycle AND q.seqmax = CASE q.seqtypid WHEN 'int2'::regtype THEN 32767
						WHEN 'int4'::regtype THEN 2147483647 ELSE 9223372036854775807 END AS usual
				FROM pg_depend o JOIN pg_sequence q ON q.seqrelid = o.objid JOIN pg_class sc ON sc.oid = o.objid
				JOIN pg_namespace sn ON sn.oid = sc.relnamespace
				WHERE o.classid = 'pg_class'::regclass AND o.refclassid = 'pg_class'::regclass AND o.refobjid = a.attrelid
				AND o.refobjsubid = a.attnum AND o.deptype IN ('a', 'i') LIMIT 1) s ON true
			""";

	/** Holds for a column {@code a} that is one PostgreSQL makes of {@code serial}. */
	private static final String SERIAL = "COALESCE(s.deptype = 'a' AND s.usual AND "
			+ CatalogSql.usesSequence("s.sequence") + ", false)";

	private static final String OPTIONS = """
			'START WITH ' || %1$s.seqstart || ' INCREMENT BY ' || %1$s.seqincrement || ' MINVALUE ' || %1$s.seqmin
			|| ' MAXVALUE ' || %1$s.seqmax || ' CACHE ' || %1$s.seqcache || CASE WHEN %1$s.seqcycle THEN ' CYCLE' ELSE '' END
			""";

	private static final String COLUMN = """
			quote_ident(a.attname) || ' ' || CASE WHEN %1$s THEN CASE t.typname WHEN 'int2' THEN 'smallserial'
				WHEN 'int4' THEN 'serial' ELSE 'bigserial' END ELSE format_type(a.atttypid, a.atttypmod) END
			|| COALESCE(' COLLATE ' || %2$s, '')
			|| CASE WHEN %1$s THEN '' WHEN a.attidentity <> '' THEN ' GENERATED '
				|| CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END || ' AS IDENTITY'
				|| CASE WHEN s.usual THEN '' ELSE ' (SEQUENCE NAME ' || %3$s || ' ' || %4$s || ')' END
			WHEN a.attgenerated <> '' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ')'
				|| CASE a.attgenerated WHEN 's' THEN ' STORED' ELSE ' VIRTUAL' END
			ELSE COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') END
			|| CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
			""";

	/** All of a column that its model leaves out. */
	private static final String COLUMN_TOLD = """
			concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), %2$s, a.attgenerated::text,
				CASE WHEN %1$s THEN 'd' ELSE a.attidentity::text END,
				CASE WHEN s.deptype = 'i' AND NOT s.usual THEN s.relname || ' ' || %4$s
				WHEN s.deptype = 'a' AND NOT %1$s THEN pg_get_expr(d.adbin, d.adrelid) END)
			""";

	private static final String COLLATION = """
			(SELECT CASE WHEN pg_collation_is_visible(l.oid) THEN '' ELSE quote_ident(ln.nspname) || '.' END
			|| quote_ident(l.collname) FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace
			WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation)
			""";

	private TableQueries() {
	}

	static String sequences() {
		return """
				SELECT 'pg_class'::regclass::oid::bigint AS class, c.oid, NULLIF(n.nspname, current_schema()) AS schema,
					c.relname AS name, own.schema AS tableschema, own.name AS "table",
					'CREATE SEQUENCE ' || %2$s || ' AS ' || format_type(q.seqtypid, NULL) || ' ' || %3$s AS "create",
					'DROP SEQUENCE ' || %2$s AS "drop", NULL AS canonical
				FROM pg_sequence q JOIN pg_class c ON c.oid = q.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
				LEFT JOIN (SELECT s.sequence, NULLIF(tn.nspname, current_schema()) AS schema, rel.relname AS name, %5$s AS serial
					FROM pg_attribute a JOIN pg_class rel ON rel.oid = a.attrelid JOIN pg_namespace tn ON tn.oid = rel.relnamespace
					JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
					%4$s WHERE s.deptype = 'a' AND %6$s) own ON own.sequence = c.oid
				WHERE %1$s AND c.relpersistence <> 't' AND own.serial IS NOT TRUE
				AND NOT EXISTS (SELECT 1 FROM pg_depend o WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid
					AND o.refclassid = 'pg_class'::regclass AND o.deptype = 'i') ORDER BY c.oid
				"""
			.formatted(CatalogSql.own("pg_class", "c.oid"), CatalogSql.name("n.nspname", "c.relname"),
					OPTIONS.formatted("q"), OWNED, SERIAL, CatalogSql.usesSequence("s.sequence"));
	}

	static String tables() {
		String sequence = CatalogSql.name("s.nspname", "s.relname");
		String options = OPTIONS.formatted("s");
		return """
				SELECT 'pg_class'::regclass::oid::bigint AS class, rel.oid, NULLIF(n.nspname, current_schema()) AS schema,
					rel.relname AS name, NULL AS tableschema, NULL AS "table",
					'CREATE ' || CASE rel.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END || 'TABLE ' || %2$s || ' ('
						|| COALESCE(string_agg(E'\\n  ' || %3$s, ',' ORDER BY a.attnum), '') || E'\\n)'
						|| COALESCE(' WITH (' || array_to_string(rel.reloptions, ', ') || ')', '') AS "create",
					'DROP TABLE ' || %2$s AS "drop",
					concat_ws(E'\\n', rel.relpersistence::text, rel.reloptions::text, string_agg(%4$s, E'\\n' ORDER BY a.attnum)) AS canonical
				FROM pg_class rel JOIN pg_namespace n ON n.oid = rel.relnamespace
				LEFT JOIN pg_attribute a ON a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped
				LEFT JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
				%5$s
				WHERE %1$s AND rel.relkind = 'r' AND NOT rel.relispartition AND rel.relpersistence <> 't'
				GROUP BY rel.oid, rel.relname, rel.relpersistence, rel.reloptions, n.nspname ORDER BY rel.oid
				"""
			.formatted(CatalogSql.own("pg_class", "rel.oid"), CatalogSql.name("n.nspname", "rel.relname"),
					COLUMN.formatted(SERIAL, COLLATION, sequence, options),
					COLUMN_TOLD.formatted(SERIAL, COLLATION, sequence, options), OWNED);
	}

	static String owners() {
		return """
				SELECT 0::bigint AS class, q.oid, NULLIF(n.nspname, current_schema()) AS schema, q.relname AS name,
					NULLIF(tn.nspname, current_schema()) AS tableschema, rel.relname AS "table",
					'ALTER SEQUENCE ' || %2$s || ' OWNED BY ' || %3$s || '.' || quote_ident(a.attname) AS "create",
					'ALTER SEQUENCE ' || %2$s || ' OWNED BY NONE' AS "drop", NULL AS canonical
				FROM pg_attribute a JOIN pg_class rel ON rel.oid = a.attrelid JOIN pg_namespace tn ON tn.oid = rel.relnamespace
				JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
				%4$s JOIN pg_class q ON q.oid = s.sequence JOIN pg_namespace n ON n.oid = q.relnamespace
				WHERE s.deptype = 'a' AND NOT %5$s AND %1$s ORDER BY q.oid
				"""
			.formatted(CatalogSql.own("pg_class", "rel.oid"), CatalogSql.name("n.nspname", "q.relname"),
					CatalogSql.name("tn.nspname", "rel.relname"), OWNED, SERIAL);
	}

}
