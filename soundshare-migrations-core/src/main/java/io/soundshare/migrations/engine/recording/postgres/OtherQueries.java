package io.soundshare.migrations.engine.recording.postgres;

/**
 * The queries of the catalogue for what belongs to no table.
 */
final class OtherQueries {

	static final String TYPES = """
			SELECT 1247, t.oid, 0, 1247, t.oid, 'TYPE', n.nspname, t.typname, %s AS version, t.typtype AS type,
				n.oid AS schemaoid, t.typarray AS arraytype, to_jsonb(r)->>'rngmultitypid' AS multirange,
				(SELECT string_agg(l.enumlabel, E'\\n' ORDER BY l.enumsortorder) FROM pg_enum l WHERE l.enumtypid = t.oid) AS labels,
				(SELECT string_agg(l.oid::text, ' ' ORDER BY l.enumsortorder) FROM pg_enum l WHERE l.enumtypid = t.oid) AS labeloids,
				CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base,
				CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation THEN (SELECT quote_ident(on_.nspname) || '.'
					|| quote_ident(o.collname) FROM pg_collation o JOIN pg_namespace on_ ON on_.oid = o.collnamespace
					WHERE o.oid = t.typcollation) END AS collation,
				nullif(t.typnotnull, false) AS required, CASE t.typtype WHEN 'd' THEN coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) END AS value,
				CASE t.typtype WHEN 'r' THEN format('SUBTYPE = %%s%%s%%s%%s', format_type(r.rngsubtype, NULL),
					', SUBTYPE_OPCLASS = ' || (SELECT quote_ident(on_.nspname) || '.' || quote_ident(o.opcname) FROM pg_opclass o
						JOIN pg_namespace on_ ON on_.oid = o.opcnamespace WHERE o.oid = r.rngsubopc AND NOT o.opcdefault),
					CASE WHEN r.rngsubdiff <> 0 THEN ', SUBTYPE_DIFF = ' || (SELECT quote_ident(on_.nspname) || '.' || quote_ident(o.proname)
						FROM pg_proc o JOIN pg_namespace on_ ON on_.oid = o.pronamespace WHERE o.oid = r.rngsubdiff) END,
					', MULTIRANGE_TYPE_NAME = ' || (SELECT quote_ident(on_.nspname) || '.' || quote_ident(o.typname) FROM pg_type o
						JOIN pg_namespace on_ ON on_.oid = o.typnamespace WHERE o.oid = (to_jsonb(r)->>'rngmultitypid')::oid))
					END AS range, nullif(r.rngcanonical::oid, 0) AS canonical,
				quote_ident(pg_get_userbyid(t.typowner)) AS role, obj_description(t.oid, 'pg_type') AS comment, %s
			FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_range r ON r.rngtypid = t.oid
				LEFT JOIN pg_type b ON b.oid = t.typbasetype
			WHERE t.oid >= 16384 AND t.typtype IN ('e', 'd', 'r') AND %s AND t.oid = ANY(?)
				AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = 1247 AND e.objid = t.oid AND e.deptype = 'e')"""
		.formatted(CatalogQueries.VERSION.formatted("t"),
				CatalogQueries.PRIVILEGES.formatted("t.typacl", "acldefault('T', t.typowner)"), CatalogQueries.THEIRS);

	static final String ROUTINES = """
			SELECT 1255, p.oid, 0, 1255, p.oid, 'ROUTINE', n.nspname, p.proname, %s AS version, p.prokind AS type,
				n.oid AS schemaoid, CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END AS definition,
				pg_get_function_identity_arguments(p.oid) AS arguments, oidvectortypes(p.proargtypes) AS signature,
				concat_ws(' ', p.prorettype, p.proretset, p.proargnames::text, p.proargmodes::text, p.proallargtypes::text,
					p.proargtypes::text, p.prokind) AS shape,
				p.pronargdefaults AS defaults, l.lanname AS language, p.prosrc AS source, p.provolatile AS volatility,
				CASE p.prokind WHEN 'a' THEN to_jsonb(a)::text END AS aggregate,
				CASE WHEN a.aggkind = 'n' AND a.aggmtransfn = 0 THEN format('SFUNC = %%s, STYPE = %%s%%s%%s%%s%%s%%s%%s%%s',
					a.aggtransfn::regproc, format_type(a.aggtranstype, NULL), ', SSPACE = ' || nullif(a.aggtransspace, 0),
					', FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regproc,
					CASE WHEN a.aggfinalextra THEN ', FINALFUNC_EXTRA' END,
					', INITCOND = ' || quote_literal(a.agginitval), ', COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regproc,
					', SORTOP = OPERATOR(' || (SELECT quote_ident(on_.nspname) || '.' || o.oprname FROM pg_operator o
						JOIN pg_namespace on_ ON on_.oid = o.oprnamespace WHERE o.oid = a.aggsortop) || ')',
					CASE p.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL = RESTRICTED' END)
					END AS aggregation,
				quote_ident(pg_get_userbyid(p.proowner)) AS role, obj_description(p.oid, 'pg_proc') AS comment, %s
			FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
				LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
			WHERE p.oid >= 16384 AND %s AND p.oid = ANY(?)
				AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = 1255 AND e.objid = p.oid AND e.deptype = 'e')"""
		.formatted(CatalogQueries.VERSION.formatted("p"),
				CatalogQueries.PRIVILEGES.formatted("p.proacl", "acldefault('f', p.proowner)"), CatalogQueries.THEIRS);

	static final String SCHEMAS = """
			SELECT 2615, n.oid, 0, 2615, n.oid, 'SCHEMA', '', n.nspname, %s AS version,
				quote_ident(pg_get_userbyid(n.nspowner)) AS role, obj_description(n.oid, 'pg_namespace') AS comment, %s
			FROM pg_namespace n WHERE %s AND n.oid = ANY(?) AND NOT EXISTS (SELECT 1 FROM pg_depend e
				WHERE e.classid = 2615 AND e.objid = n.oid AND e.deptype = 'e')""".formatted(
			CatalogQueries.VERSION.formatted("n"),
			CatalogQueries.PRIVILEGES.formatted("n.nspacl", "acldefault('n', n.nspowner)"), CatalogQueries.THEIRS);

	static final String EXTENSIONS = """
			SELECT 3079, x.oid, 0, 3079, x.oid, 'EXTENSION', '', x.extname, %s AS version, n.nspname AS inschema,
				n.oid AS schemaoid, x.extversion AS release, obj_description(x.oid, 'pg_extension') AS comment
			FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace WHERE x.oid >= 16384 AND x.oid = ANY(?)"""
		.formatted(CatalogQueries.VERSION.formatted("x"));

	private OtherQueries() {
	}

}
