package io.soundshare.migrations.benchmarks.database;

/**
 * The queries that tell all that is in a PostgreSQL database. The place of a column in
 * its table is not told: a column that comes back stands last.
 */
final class PostgresCatalog {

	private static final String THEIRS = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'";

	private static final String NOT_OURS = "c.relname !~* '^databasechangelog'";

	/** One line an object: kind, name, definition. */
	static final String OBJECTS = """
			WITH relations AS (
				SELECT c.*, n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE %1$s AND %2$s
			)
			SELECT 'schema', n.nspname, coalesce(n.nspacl::text, '') FROM pg_namespace n WHERE %1$s
			UNION ALL SELECT 'relation', c.nspname || '.' || c.relname,
				concat_ws(' ', c.relkind::text, c.relpersistence::text, pg_get_userbyid(c.relowner), c.relacl::text,
					c.reloptions::text, c.relreplident::text, c.relrowsecurity, c.relispopulated,
					pg_get_expr(c.relpartbound, c.oid), obj_description(c.oid, 'pg_class'))
			FROM relations c WHERE c.relkind <> 'i' OR NOT EXISTS (SELECT 1 FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
				WHERE i.indexrelid = c.oid AND t.relname ~* '^databasechangelog')
			UNION ALL SELECT 'column', c.nspname || '.' || c.relname || '.' || a.attname,
				concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text, a.attgenerated::text,
					pg_get_expr(d.adbin, d.adrelid), a.attstorage::text, nullif(a.attstattarget, -1), a.attacl::text,
					a.attoptions::text, a.attcollation::regcollation, col_description(c.oid, a.attnum))
			FROM relations c JOIN pg_attribute a ON a.attrelid = c.oid
			LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
			WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p', 'f', 'c')
			UNION ALL SELECT 'constraint', x.conrelid::regclass || '.' || x.conname,
				concat_ws(' ', pg_get_constraintdef(x.oid), x.convalidated, x.contypid::regtype, obj_description(x.oid, 'pg_constraint'))
			FROM pg_constraint x JOIN pg_namespace n ON n.oid = x.connamespace LEFT JOIN pg_class c ON c.oid = x.conrelid
			WHERE %1$s AND (c.oid IS NULL OR %2$s)
			UNION ALL SELECT 'index', c.nspname || '.' || c.relname,
				concat_ws(' ', pg_get_indexdef(c.oid), i.indisclustered, i.indisvalid, i.indisreplident)
			FROM relations c JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_class t ON t.oid = i.indrelid
			WHERE t.relname !~* '^databasechangelog'
			UNION ALL SELECT 'view', c.nspname || '.' || c.relname, pg_get_viewdef(c.oid) FROM relations c
			WHERE c.relkind IN ('v', 'm')
			UNION ALL SELECT 'rule', c.nspname || '.' || c.relname || '.' || r.rulename, pg_get_ruledef(r.oid)
			FROM relations c JOIN pg_rewrite r ON r.ev_class = c.oid WHERE r.rulename <> '_RETURN'
			UNION ALL SELECT 'sequence', c.nspname || '.' || c.relname,
				concat_ws(' ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
					(SELECT d.refobjid::regclass || '.' || a.attname FROM pg_depend d
						JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
						WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))
			FROM relations c JOIN pg_sequence s ON s.seqrelid = c.oid
			UNION ALL SELECT 'trigger', c.nspname || '.' || c.relname || '.' || t.tgname,
				concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled::text, obj_description(t.oid, 'pg_trigger'))
			FROM pg_trigger t JOIN relations c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
			UNION ALL SELECT 'routine', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
				concat_ws(' ', CASE WHEN p.prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid) ELSE p.prokind::text END,
					pg_get_userbyid(p.proowner), p.proacl::text, obj_description(p.oid, 'pg_proc'))
			FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
			WHERE NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e') AND %1$s
			UNION ALL SELECT 'type', n.nspname || '.' || t.typname,
				concat_ws(' ', t.typtype::text, nullif(format_type(t.typbasetype, t.typtypmod), '-'), t.typnotnull, t.typdefault,
					(SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e
						WHERE e.enumtypid = t.oid), obj_description(t.oid, 'pg_type'))
			FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
			WHERE t.typtype IN ('e', 'd', 'c', 'r') AND %1$s AND (c.oid IS NULL OR %2$s)
			UNION ALL SELECT 'extension', e.extname, e.extversion FROM pg_extension e
			UNION ALL SELECT 'policy', p.schemaname || '.' || p.tablename || '.' || p.policyname, p::text FROM pg_policies p
			UNION ALL SELECT 'statistics', n.nspname || '.' || s.stxname, pg_get_statisticsobjdef(s.oid)
			FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
			"""
		.formatted(THEIRS, NOT_OURS);

	/**
	 * One query a table, which has one line a row, its columns in the order of their
	 * names.
	 */
	static final String ROW_QUERIES = """
			SELECT format('SELECT %%L || ARRAY[%%s]::text FROM ONLY %%I.%%I', 'row ' || n.nspname || '.' || c.relname || ' ',
				string_agg(format('%%I::text', a.attname), ', ' ORDER BY a.attname), n.nspname, c.relname)
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
			WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND %s AND %s GROUP BY n.nspname, c.relname
			"""
		.formatted(THEIRS, NOT_OURS);

	private PostgresCatalog() {
	}

}
