package io.soundshare.migrations.autogenerate.postgres;

import io.soundshare.migrations.autogenerate.model.Definition.Kind;

/**
 * Asks the catalogue of PostgreSQL for statements. Each query gives {@code class} and
 * {@code oid}, by which the catalogue knows the object, {@code schema} and {@code name},
 * {@code tableschema} and {@code table}, {@code create}, {@code drop} and {@code told}.
 */
final class PostgresQueries {

	/** What nothing can be told of as a statement. */
	static final String OBSTACLES = """
			WITH own AS (SELECT c.*, NULLIF(n.nspname, current_schema()) AS schema FROM pg_class c
				JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %1$s)
			SELECT CASE relkind WHEN 'p' THEN 'partitioned table' ELSE 'foreign table' END AS what, schema, relname AS name
			FROM own WHERE relkind IN ('p', 'f') AND NOT relispartition
			UNION ALL SELECT 'inheritance of table', schema, relname FROM own
			WHERE relkind = 'r' AND NOT relispartition AND oid IN (SELECT inhrelid FROM pg_inherits)
			UNION ALL SELECT 'typed table', schema, relname FROM own WHERE reloftype <> 0
			UNION ALL SELECT 'row-level security of table', schema, relname FROM own
			WHERE relrowsecurity OR relforcerowsecurity OR oid IN (SELECT polrelid FROM pg_policy)
			UNION ALL SELECT 'rule ' || quote_ident(r.rulename) || ' on', schema, relname
			FROM own JOIN pg_rewrite r ON r.ev_class = own.oid WHERE r.rulename <> '_RETURN'
			UNION ALL SELECT 'trigger ' || quote_ident(t.tgname) || ', not enabled as usual, on', schema, relname
			FROM own JOIN pg_trigger t ON t.tgrelid = own.oid WHERE NOT t.tgisinternal AND t.tgenabled <> 'O'
			UNION ALL SELECT 'invalid index ' || quote_ident(x.relname) || ' on', own.schema, own.relname
			FROM own JOIN pg_index i ON i.indrelid = own.oid JOIN pg_class x ON x.oid = i.indexrelid WHERE NOT i.indisvalid
			UNION ALL SELECT CASE t.typtype WHEN 'r' THEN 'range type' ELSE 'base type' END,
				NULLIF(n.nspname, current_schema()), t.typname
			FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE %2$s AND t.typtype IN ('r', 'b')
			AND NOT EXISTS (SELECT 1 FROM pg_type e WHERE e.typarray = t.oid)
			UNION ALL SELECT i.type, NULL, i.identity
			FROM pg_depend d JOIN pg_namespace n ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid,
			pg_identify_object(d.classid, d.objid, 0) i
			WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND d.deptype = 'n'
			AND i.type NOT IN ('table', 'foreign table', 'view', 'materialized view', 'index', 'sequence', 'type',
				'composite type', 'domain', 'function', 'procedure', 'statistics object', 'extension', 'default acl')
			AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid
				AND e.deptype IN ('e', 'i'))
			"""
		.formatted(own("pg_class", "c.oid") + " AND c.relpersistence <> 't'", own("pg_type", "t.oid"));

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

	/** Whether column {@code a} is one PostgreSQL makes of {@code serial}. */
	private static final String SERIAL = "COALESCE(s.deptype = 'a' AND s.usual AND "
			+ PostgresSchemaReader.Told.usesSequence("s.sequence") + ", false)";

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

	/** What the model of a column leaves out. */
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

	private static final String OTHERS_WITH_COMMENTS = """
			'view', 'view column', 'materialized view', 'materialized view column', 'function', 'procedure', 'type', 'domain',
			'composite type', 'composite type column', 'index', 'sequence', 'table constraint', 'trigger', 'statistics object'
			""";

	private PostgresQueries() {
	}

	static String of(Kind kind) {
		return switch (kind) {
			case EXTENSION ->
				"""
						SELECT 'pg_extension'::regclass::oid::bigint AS class, e.oid, NULLIF(n.nspname, current_schema()) AS schema,
							e.extname AS name, NULL AS tableschema, NULL AS "table",
							'CREATE EXTENSION IF NOT EXISTS ' || quote_ident(e.extname) || CASE WHEN n.nspname ~ '^pg_' THEN ''
								ELSE ' WITH SCHEMA ' || quote_ident(n.nspname) END AS "create",
							'DROP EXTENSION IF EXISTS ' || quote_ident(e.extname) AS "drop", e.extname AS told
						FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql' ORDER BY e.oid
						""";
			case TYPE -> types();
			case SEQUENCE -> sequences();
			case TABLE -> tables();
			case VIRTUAL_TABLE -> "";
			case FUNCTION -> functions();
			case CONSTRAINT -> constraints("k.contype IN ('p', 'u', 'c', 'x')");
			case FOREIGN_KEY -> constraints("k.contype = 'f'");
			case INDEX ->
				"""
						SELECT 'pg_class'::regclass::oid::bigint AS class, x.oid, NULL AS schema, x.relname AS name,
							NULLIF(n.nspname, current_schema()) AS tableschema, c.relname AS "table",
							pg_get_indexdef(x.oid) AS "create", 'DROP INDEX ' || %2$s AS "drop", NULL AS told
						FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
						JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %1$s AND c.relpersistence <> 't'
						AND c.relkind IN ('r', 'm') AND NOT c.relispartition
						AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
						ORDER BY x.oid
						"""
					.formatted(own("pg_class", "c.oid"), name("n.nspname", "x.relname"));
			case VIEW -> views("v", "VIEW");
			case MATERIALIZED_VIEW -> views("m", "MATERIALIZED VIEW");
			case STATISTICS ->
				"""
						SELECT 'pg_statistic_ext'::regclass::oid::bigint AS class, s.oid, NULLIF(n.nspname, current_schema()) AS schema,
							s.stxname AS name, NULLIF(tn.nspname, current_schema()) AS tableschema, c.relname AS "table",
							pg_get_statisticsobjdef(s.oid) AS "create", 'DROP STATISTICS ' || %2$s AS "drop", NULL AS told
						FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace JOIN pg_class c ON c.oid = s.stxrelid
						JOIN pg_namespace tn ON tn.oid = c.relnamespace WHERE %1$s ORDER BY s.oid
						"""
					.formatted(own("pg_statistic_ext", "s.oid"), name("n.nspname", "s.stxname"));
			case OWNER ->
				"""
						SELECT 0::bigint AS class, q.oid, NULLIF(n.nspname, current_schema()) AS schema, q.relname AS name,
							NULLIF(tn.nspname, current_schema()) AS tableschema, rel.relname AS "table",
							'ALTER SEQUENCE ' || %2$s || ' OWNED BY ' || %3$s || '.' || quote_ident(a.attname) AS "create",
							'ALTER SEQUENCE ' || %2$s || ' OWNED BY NONE' AS "drop", NULL AS told
						FROM pg_attribute a JOIN pg_class rel ON rel.oid = a.attrelid JOIN pg_namespace tn ON tn.oid = rel.relnamespace
						JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
						%4$s JOIN pg_class q ON q.oid = s.sequence JOIN pg_namespace n ON n.oid = q.relnamespace
						WHERE s.deptype = 'a' AND NOT %5$s AND %1$s ORDER BY q.oid
						"""
					.formatted(own("pg_class", "rel.oid"), name("n.nspname", "q.relname"),
							name("tn.nspname", "rel.relname"), OWNED, SERIAL);
			case TRIGGER ->
				"""
						SELECT 'pg_trigger'::regclass::oid::bigint AS class, g.oid, NULL AS schema, g.tgname AS name,
							NULLIF(n.nspname, current_schema()) AS tableschema, c.relname AS "table",
							pg_get_triggerdef(g.oid) AS "create", 'DROP TRIGGER ' || quote_ident(g.tgname) || ' ON ' || %2$s AS "drop",
							NULL AS told
						FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
						WHERE NOT g.tgisinternal AND c.relkind IN ('r', 'v') AND NOT c.relispartition AND %1$s ORDER BY g.oid
						"""
					.formatted(own("pg_class", "c.oid"), name("n.nspname", "c.relname"));
			case TABLE_COMMENT -> comments("'table', 'table column'");
			case COMMENT -> comments(OTHERS_WITH_COMMENTS);
		};
	}

	private static String types() {
		return """
				SELECT 'pg_type'::regclass::oid::bigint AS class, t.oid, NULLIF(n.nspname, current_schema()) AS schema,
					t.typname AS name, NULL AS tableschema, NULL AS "table",
					CASE t.typtype WHEN 'e' THEN 'CREATE TYPE ' || %2$s || ' AS ENUM (' || COALESCE((
						SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e
						WHERE e.enumtypid = t.oid), '') || ')'
					WHEN 'd' THEN 'CREATE DOMAIN ' || %2$s || ' AS ' || format_type(t.typbasetype, t.typtypmod)
						|| COALESCE((SELECT ' COLLATE ' || quote_ident(l.collname) FROM pg_collation l, pg_type b
							WHERE b.oid = t.typbasetype AND l.oid = t.typcollation AND t.typcollation <> b.typcollation), '')
						|| COALESCE(' DEFAULT ' || pg_get_expr(t.typdefaultbin, 0), '')
						|| CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
						|| COALESCE((SELECT string_agg(' CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), ''
							ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
					ELSE 'CREATE TYPE ' || %2$s || ' AS (' || COALESCE((
						SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
							|| COALESCE((SELECT ' COLLATE ' || quote_ident(l.collname) FROM pg_collation l, pg_type b
								WHERE b.oid = a.atttypid AND l.oid = a.attcollation AND a.attcollation <> b.typcollation), ''),
							', ' ORDER BY a.attnum)
						FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')' END AS "create",
					CASE t.typtype WHEN 'd' THEN 'DROP DOMAIN ' ELSE 'DROP TYPE ' END || %2$s AS "drop", NULL AS told
				FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class r ON r.oid = t.typrelid
				WHERE %1$s AND (t.typtype IN ('e', 'd') OR r.relkind = 'c') ORDER BY t.oid
				"""
			.formatted(own("pg_type", "t.oid"), name("n.nspname", "t.typname"));
	}

	private static String sequences() {
		return """
				SELECT 'pg_class'::regclass::oid::bigint AS class, c.oid, NULLIF(n.nspname, current_schema()) AS schema,
					c.relname AS name, own.schema AS tableschema, own.name AS "table",
					'CREATE SEQUENCE ' || %2$s || ' AS ' || format_type(q.seqtypid, NULL) || ' ' || %3$s AS "create",
					'DROP SEQUENCE ' || %2$s AS "drop", NULL AS told
				FROM pg_sequence q JOIN pg_class c ON c.oid = q.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
				LEFT JOIN (SELECT s.sequence, NULLIF(tn.nspname, current_schema()) AS schema, rel.relname AS name, %5$s AS serial
					FROM pg_attribute a JOIN pg_class rel ON rel.oid = a.attrelid JOIN pg_namespace tn ON tn.oid = rel.relnamespace
					JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
					%4$s WHERE s.deptype = 'a' AND %6$s) own ON own.sequence = c.oid
				WHERE %1$s AND c.relpersistence <> 't' AND own.serial IS NOT TRUE
				AND NOT EXISTS (SELECT 1 FROM pg_depend o WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid
					AND o.refclassid = 'pg_class'::regclass AND o.deptype = 'i') ORDER BY c.oid
				"""
			.formatted(own("pg_class", "c.oid"), name("n.nspname", "c.relname"), OPTIONS.formatted("q"), OWNED, SERIAL,
					PostgresSchemaReader.Told.usesSequence("s.sequence"));
	}

	private static String tables() {
		String sequence = name("s.nspname", "s.relname");
		String options = OPTIONS.formatted("s");
		return """
				SELECT 'pg_class'::regclass::oid::bigint AS class, rel.oid, NULLIF(n.nspname, current_schema()) AS schema,
					rel.relname AS name, NULL AS tableschema, NULL AS "table",
					'CREATE ' || CASE rel.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END || 'TABLE ' || %2$s || ' ('
						|| COALESCE(string_agg(E'\\n  ' || %3$s, ',' ORDER BY a.attnum), '') || E'\\n)'
						|| COALESCE(' WITH (' || array_to_string(rel.reloptions, ', ') || ')', '') AS "create",
					'DROP TABLE ' || %2$s AS "drop",
					concat_ws(E'\\n', rel.relpersistence::text, rel.reloptions::text, string_agg(%4$s, E'\\n' ORDER BY a.attnum)) AS told
				FROM pg_class rel JOIN pg_namespace n ON n.oid = rel.relnamespace
				LEFT JOIN pg_attribute a ON a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped
				LEFT JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
				%5$s
				WHERE %1$s AND rel.relkind = 'r' AND NOT rel.relispartition AND rel.relpersistence <> 't'
				GROUP BY rel.oid, rel.relname, rel.relpersistence, rel.reloptions, n.nspname ORDER BY rel.oid
				"""
			.formatted(own("pg_class", "rel.oid"), name("n.nspname", "rel.relname"),
					COLUMN.formatted(SERIAL, COLLATION, sequence, options),
					COLUMN_TOLD.formatted(SERIAL, COLLATION, sequence, options), OWNED);
	}

	/** The text of a function in SQL may be about what is not there yet. */
	private static String functions() {
		return """
				SELECT 'pg_proc'::regclass::oid::bigint AS class, p.oid, NULLIF(n.nspname, current_schema()) AS schema,
					p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name,
					NULL AS tableschema, NULL AS "table",
					CASE WHEN l.lanname = 'sql' THEN E'SET LOCAL check_function_bodies = off;\\n' ELSE '' END
						|| pg_get_functiondef(p.oid) AS "create",
					'DROP ' || CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || %2$s || '('
						|| pg_get_function_identity_arguments(p.oid) || ')' AS "drop", NULL AS told
				FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
				WHERE %1$s AND p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (SELECT 1 FROM pg_depend o
					WHERE o.classid = 'pg_proc'::regclass AND o.objid = p.oid AND o.deptype = 'i') ORDER BY p.oid
				""".formatted(own("pg_proc", "p.oid"), name("n.nspname", "p.proname"));
	}

	private static String constraints(String which) {
		return """
				SELECT 'pg_constraint'::regclass::oid::bigint AS class, k.oid, NULL AS schema, k.conname AS name,
					NULLIF(n.nspname, current_schema()) AS tableschema, c.relname AS "table",
					'ALTER TABLE ' || %2$s || ' ADD CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) AS "create",
					'ALTER TABLE ' || %2$s || ' DROP CONSTRAINT ' || quote_ident(k.conname) AS "drop", NULL AS told
				FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE %1$s AND c.relkind = 'r' AND NOT c.relispartition AND k.conparentid = 0 AND c.relpersistence <> 't' AND %3$s
				ORDER BY k.contype <> 'p', k.oid
				"""
			.formatted(own("pg_class", "c.oid"), name("n.nspname", "c.relname"), which);
	}

	private static String views(String relkind, String words) {
		return """
				SELECT 'pg_class'::regclass::oid::bigint AS class, c.oid, NULLIF(n.nspname, current_schema()) AS schema,
					c.relname AS name, NULL AS tableschema, NULL AS "table",
					'CREATE %4$s ' || %2$s || COALESCE(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '')
						|| E' AS\\n' || rtrim(pg_get_viewdef(c.oid), '; ') AS "create", 'DROP %4$s ' || %2$s AS "drop", NULL AS told
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE %1$s AND c.relkind = '%3$s' AND c.relpersistence <> 't' ORDER BY c.oid
				"""
			.formatted(own("pg_class", "c.oid"), name("n.nspname", "c.relname"), relkind, words);
	}

	private static String comments(String types) {
		return """
				SELECT d.classoid::bigint AS class, d.objoid AS oid, NULL AS schema, i.type || ' ' || i.identity AS name,
					NULLIF(n.nspname, current_schema()) AS tableschema, c.relname AS "table",
					'COMMENT ON ' || %1$s || ' ' || i.identity || ' IS ' || quote_literal(d.description) AS "create",
					'COMMENT ON ' || %1$s || ' ' || i.identity || ' IS NULL' AS "drop", NULL AS told
				FROM pg_description d CROSS JOIN pg_identify_object(d.classoid, d.objoid, d.objsubid) i
				LEFT JOIN pg_index x ON d.classoid = 'pg_class'::regclass AND x.indexrelid = d.objoid
				LEFT JOIN pg_constraint k ON d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid AND k.conrelid <> 0
				LEFT JOIN pg_trigger g ON d.classoid = 'pg_trigger'::regclass AND g.oid = d.objoid
				LEFT JOIN pg_class c ON c.oid = COALESCE(x.indrelid, k.conrelid, g.tgrelid,
					CASE WHEN i.type ~ '^(table|view|materialized view)( column)?$' THEN d.objoid END)
				LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE d.objoid >= 16384 AND i.type IN (%2$s) AND NOT COALESCE(c.relispartition, false)
				AND COALESCE(i.schema, '') !~ '^pg_' AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = d.classoid
					AND e.objid = d.objoid AND e.deptype = 'e') ORDER BY d.objoid, d.objsubid
				"""
			.formatted("""
					CASE WHEN i.type LIKE '% column' THEN 'COLUMN' WHEN i.type = 'table constraint' THEN 'CONSTRAINT'
					WHEN i.type = 'composite type' THEN 'TYPE' WHEN i.type = 'statistics object' THEN 'STATISTICS'
					ELSE upper(i.type) END""", types);
	}

	/** A name, with its schema if it is not the current one. */
	private static String name(String schema, String name) {
		return "CASE WHEN " + schema + " = current_schema() THEN '' ELSE quote_ident(" + schema
				+ ") || '.' END || quote_ident(" + name + ")";
	}

	/** Holds for an object in a namespace {@code n} that a person made. */
	private static String own(String catalog, String oid) {
		return """
				n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT 1 FROM pg_depend e
				WHERE e.classid = '%s'::regclass AND e.objid = %s AND e.deptype = 'e')""".formatted(catalog, oid);
	}

}
