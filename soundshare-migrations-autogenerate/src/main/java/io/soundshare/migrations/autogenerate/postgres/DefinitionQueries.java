package io.soundshare.migrations.autogenerate.postgres;

import io.soundshare.migrations.autogenerate.model.Definition.Kind;

/**
 * Queries of the catalogue of PostgreSQL for statements, one for each kind of object.
 * Each gives {@code class} and {@code oid}, by which the catalogue knows the object,
 * {@code schema} and {@code name}, {@code tableschema} and {@code table}, {@code create},
 * {@code drop} and {@code canonical}.
 */
final class DefinitionQueries {

	private static final String OTHERS_WITH_COMMENTS = """
			'view', 'view column', 'materialized view', 'materialized view column', 'function', 'procedure', 'type', 'domain',
			'composite type', 'composite type column', 'index', 'sequence', 'table constraint', 'trigger', 'statistics object'
			""";

	private DefinitionQueries() {
	}

	static String of(Kind kind) {
		return switch (kind) {
			case EXTENSION ->
				"""
						SELECT 'pg_extension'::regclass::oid::bigint AS class, e.oid, NULLIF(n.nspname, current_schema()) AS schema,
							e.extname AS name, NULL AS tableschema, NULL AS "table",
							'CREATE EXTENSION IF NOT EXISTS ' || quote_ident(e.extname) || CASE WHEN n.nspname ~ '^pg_' THEN ''
								ELSE ' WITH SCHEMA ' || quote_ident(n.nspname) END AS "create",
							'DROP EXTENSION IF EXISTS ' || quote_ident(e.extname) AS "drop", e.extname AS canonical
						FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql' ORDER BY e.oid
						""";
			case TYPE -> types();
			case SEQUENCE -> TableQueries.sequences();
			case TABLE -> TableQueries.tables();
			case VIRTUAL_TABLE -> "";
			case FUNCTION -> functions();
			case CONSTRAINT -> constraints("k.contype IN ('p', 'u', 'c', 'x')");
			case FOREIGN_KEY -> constraints("k.contype = 'f'");
			case INDEX ->
				"""
						SELECT 'pg_class'::regclass::oid::bigint AS class, x.oid, NULL AS schema, x.relname AS name,
							NULLIF(n.nspname, current_schema()) AS tableschema, c.relname AS "table",
							pg_get_indexdef(x.oid) AS "create", 'DROP INDEX ' || %2$s AS "drop", NULL AS canonical
						FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
						JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %1$s AND c.relpersistence <> 't'
						AND c.relkind IN ('r', 'm') AND NOT c.relispartition
						AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
						ORDER BY x.oid
						"""
					.formatted(CatalogSql.own("pg_class", "c.oid"), CatalogSql.name("n.nspname", "x.relname"));
			case VIEW -> views("v", "VIEW");
			case MATERIALIZED_VIEW -> views("m", "MATERIALIZED VIEW");
			case STATISTICS ->
				"""
						SELECT 'pg_statistic_ext'::regclass::oid::bigint AS class, s.oid, NULLIF(n.nspname, current_schema()) AS schema,
							s.stxname AS name, NULLIF(tn.nspname, current_schema()) AS tableschema, c.relname AS "table",
							pg_get_statisticsobjdef(s.oid) AS "create", 'DROP STATISTICS ' || %2$s AS "drop", NULL AS canonical
						FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace JOIN pg_class c ON c.oid = s.stxrelid
						JOIN pg_namespace tn ON tn.oid = c.relnamespace WHERE %1$s ORDER BY s.oid
						"""
					.formatted(CatalogSql.own("pg_statistic_ext", "s.oid"), CatalogSql.name("n.nspname", "s.stxname"));
			case OWNER -> TableQueries.owners();
			case TRIGGER ->
				"""
						SELECT 'pg_trigger'::regclass::oid::bigint AS class, g.oid, NULL AS schema, g.tgname AS name,
							NULLIF(n.nspname, current_schema()) AS tableschema, c.relname AS "table",
							pg_get_triggerdef(g.oid) AS "create", 'DROP TRIGGER ' || quote_ident(g.tgname) || ' ON ' || %2$s AS "drop",
							NULL AS canonical
						FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
						WHERE NOT g.tgisinternal AND c.relkind IN ('r', 'v') AND NOT c.relispartition AND %1$s ORDER BY g.oid
						"""
					.formatted(CatalogSql.own("pg_class", "c.oid"), CatalogSql.name("n.nspname", "c.relname"));
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
					CASE t.typtype WHEN 'd' THEN 'DROP DOMAIN ' ELSE 'DROP TYPE ' END || %2$s AS "drop", NULL AS canonical
				FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class r ON r.oid = t.typrelid
				WHERE %1$s AND (t.typtype IN ('e', 'd') OR r.relkind = 'c') ORDER BY t.oid
				"""
			.formatted(CatalogSql.own("pg_type", "t.oid"), CatalogSql.name("n.nspname", "t.typname"));
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
						|| pg_get_function_identity_arguments(p.oid) || ')' AS "drop", NULL AS canonical
				FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
				WHERE %1$s AND p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (SELECT 1 FROM pg_depend o
					WHERE o.classid = 'pg_proc'::regclass AND o.objid = p.oid AND o.deptype = 'i') ORDER BY p.oid
				""".formatted(CatalogSql.own("pg_proc", "p.oid"), CatalogSql.name("n.nspname", "p.proname"));
	}

	private static String constraints(String which) {
		return """
				SELECT 'pg_constraint'::regclass::oid::bigint AS class, k.oid, NULL AS schema, k.conname AS name,
					NULLIF(n.nspname, current_schema()) AS tableschema, c.relname AS "table",
					'ALTER TABLE ' || %2$s || ' ADD CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) AS "create",
					'ALTER TABLE ' || %2$s || ' DROP CONSTRAINT ' || quote_ident(k.conname) AS "drop", NULL AS canonical
				FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE %1$s AND c.relkind = 'r' AND NOT c.relispartition AND k.conparentid = 0 AND c.relpersistence <> 't' AND %3$s
				ORDER BY k.contype <> 'p', k.oid
				"""
			.formatted(CatalogSql.own("pg_class", "c.oid"), CatalogSql.name("n.nspname", "c.relname"), which);
	}

	private static String views(String relkind, String words) {
		return """
				SELECT 'pg_class'::regclass::oid::bigint AS class, c.oid, NULLIF(n.nspname, current_schema()) AS schema,
					c.relname AS name, NULL AS tableschema, NULL AS "table",
					'CREATE %4$s ' || %2$s || COALESCE(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '')
						|| E' AS\\n' || rtrim(pg_get_viewdef(c.oid), '; ') AS "create", 'DROP %4$s ' || %2$s AS "drop", NULL AS canonical
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE %1$s AND c.relkind = '%3$s' AND c.relpersistence <> 't' ORDER BY c.oid
				"""
			.formatted(CatalogSql.own("pg_class", "c.oid"), CatalogSql.name("n.nspname", "c.relname"), relkind, words);
	}

	private static String comments(String types) {
		return """
				SELECT d.classoid::bigint AS class, d.objoid AS oid, NULL AS schema, i.type || ' ' || i.identity AS name,
					NULLIF(n.nspname, current_schema()) AS tableschema, c.relname AS "table",
					'COMMENT ON ' || %1$s || ' ' || i.identity || ' IS ' || quote_literal(d.description) AS "create",
					'COMMENT ON ' || %1$s || ' ' || i.identity || ' IS NULL' AS "drop", NULL AS canonical
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

}
