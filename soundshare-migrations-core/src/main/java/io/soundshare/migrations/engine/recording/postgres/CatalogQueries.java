package io.soundshare.migrations.engine.recording.postgres;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The queries of the catalogue. Each gives a row an object: its catalogue, OID and part,
 * its owner's catalogue and OID, its kind, schema, name and version, then its values, of
 * which those that are null are left out. Whatever differs between the versions 13 to 18
 * is asked of the row as JSON.
 */
final class CatalogQueries {

	/** Whose schema the recorder looks into. */
	static final String THEIRS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

	/** Nothing where they are what PostgreSQL gives by itself. */
	static final String PRIVILEGES = """
			CASE WHEN NOT (%1$s @> %2$s AND %1$s <@ %2$s) THEN coalesce((SELECT string_agg(format('%%s %%s %%s',
				p.privilege_type, CASE WHEN p.is_grantable THEN 't' ELSE 'f' END,
				CASE p.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(p.grantee)) END), E'\n'
				ORDER BY p.grantee, p.privilege_type) FROM aclexplode(%1$s) p), '') END AS acl""";

	static final String VERSION = "%1$s.xmin::text || %1$s.ctid::text";

	private static final String RELATIONS = """
			SELECT 1259, c.oid, 0, 1259, c.oid, CASE c.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW'
				WHEN 'm' THEN 'VIEW' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, n.nspname, c.relname, %s AS version,
				c.relkind, n.oid AS schemaoid, c.relpersistence AS persistence, c.reltype AS rowtype, y.typarray AS arraytype,
				c.relfilenode AS file, CASE WHEN c.relkind IN ('r', 'p') THEN c.relreplident END AS replica,
				nullif(c.relrowsecurity, false) AS secured, nullif(c.relforcerowsecurity, false) AS forced,
				array_to_string(c.reloptions, E'\\n') AS options, quote_ident(s.spcname) AS tablespace,
				CASE WHEN m.amname <> 'heap' AND c.relkind IN ('r', 'm') THEN quote_ident(m.amname) END AS method,
				CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS oftype,
				CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partitioning,
				pg_get_expr(c.relpartbound, c.oid) AS bound, nullif(c.relispartition, false) AS partition,
				CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition,
				CASE WHEN c.relkind = 'm' THEN c.relispopulated END AS populated,
				w.oid AS ruleoid, %s AS ruleversion,
				CASE WHEN c.relkind IN ('v', 'm') THEN (SELECT string_agg(quote_ident(a.attname) || ' ' || a.atttypid || ' '
					|| a.atttypmod || ' ' || a.attcollation, ',' ORDER BY a.attnum)
					FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) END AS shape,
				CASE WHEN c.relkind = 'S' THEN format('AS %%s INCREMENT BY %%s MINVALUE %%s MAXVALUE %%s START WITH %%s CACHE %%s %%s',
					format_type(q.seqtypid, NULL), q.seqincrement, q.seqmin, q.seqmax, q.seqstart, q.seqcache,
					CASE WHEN q.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END) END AS parameters,
				q.seqstart AS start, o.refobjid AS ownedby, o.refobjsubid AS ownedcolumn, o.deptype AS owned,
				quote_ident(pg_get_userbyid(c.relowner)) AS role, CASE c.relkind WHEN 'c' THEN obj_description(y.oid, 'pg_type')
					ELSE obj_description(c.oid, 'pg_class') END AS comment, %s
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				LEFT JOIN pg_type y ON y.oid = c.reltype LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
				LEFT JOIN pg_am m ON m.oid = c.relam LEFT JOIN pg_sequence q ON q.seqrelid = c.oid
				LEFT JOIN pg_rewrite w ON w.ev_class = c.oid AND w.rulename = '_RETURN'
				LEFT JOIN pg_depend o ON c.relkind = 'S' AND o.classid = 1259 AND o.objid = c.oid AND o.objsubid = 0
					AND o.refclassid = 1259 AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
			WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c') AND %s AND c.oid = ANY(?)
				AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = 1259 AND e.objid = c.oid AND e.deptype = 'e')"""
		.formatted(VERSION.formatted("c"), VERSION.formatted("w"), PRIVILEGES.formatted(
				"coalesce(c.relacl, CASE c.relkind WHEN 'c' THEN y.typacl END)",
				"acldefault(CASE c.relkind WHEN 'S' THEN 's' WHEN 'c' THEN 'T' ELSE 'r' END::\"char\", c.relowner)"),
				THEIRS);

	private static final String COLUMNS = """
			SELECT 1259, a.attrelid, a.attnum, 1259, a.attrelid, 'COLUMN', n.nspname, a.attname, %s AS version,
				format_type(a.atttypid, a.atttypmod) AS type, a.atttypid AS typeoid, a.atttypmod AS typmod, a.attcollation AS collationoid,
				y.typtype AS typekind, y.typcategory AS category, y.typstorage AS plainstorage,
				CASE WHEN a.attcollation <> y.typcollation THEN (SELECT quote_ident(on_.nspname) || '.' || quote_ident(o.collname)
					FROM pg_collation o JOIN pg_namespace on_ ON on_.oid = o.collnamespace WHERE o.oid = a.attcollation)
					END AS collation, nullif(a.attnotnull, false) AS required,
				pg_get_expr(d.adbin, d.adrelid) AS value, d.oid AS valueoid, %s AS valueversion,
				nullif(a.attidentity, '') AS identity, nullif(a.attgenerated, '') AS generated,
				CASE WHEN a.attstorage <> y.typstorage THEN a.attstorage END AS storage,
				nullif(/*14 a.attcompression::text || 14*/ '', '') AS compression, nullif(a.attstattarget, -1) AS target,
				array_to_string(a.attoptions, E'\\n') AS options, nullif(a.attislocal, false) AS local,
				nullif(a.attinhcount, 0) AS inherited,
				/*18 (SELECT k.conname FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'n'
					AND k.conkey = ARRAY[a.attnum]) AS requirement, 18*/
				col_description(a.attrelid, a.attnum) AS comment, %s
			FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
				JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
			WHERE a.attrelid = ANY(?) AND a.attnum > 0 AND NOT a.attisdropped
				AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') ORDER BY a.attrelid, a.attnum"""
		.formatted(VERSION.formatted("a"), VERSION.formatted("d"),
				PRIVILEGES.formatted("a.attacl", "acldefault('c', c.relowner)"));

	private static final String CONSTRAINT = """
			SELECT 2606, x.oid, 0, %%s, CASE x.contype WHEN 'f' THEN 'FOREIGN_KEY' ELSE 'CONSTRAINT' END,
				n.nspname, x.conname, %s AS version, x.contype AS type, pg_get_constraintdef(x.oid) AS definition,
				nullif(x.conindid, 0) AS indexoid, nullif(x.confrelid, 0) AS referred,
				array_to_string(x.conkey, ' ') AS columns, array_to_string(x.confkey, ' ') AS referredcolumns,
				x.confdeltype AS ondelete, x.confupdtype AS onupdate, x.condeferrable AS deferrable, x.condeferred AS deferred,
				nullif(x.conislocal, true) AS foreignlocal, nullif(x.coninhcount, 0) AS inherited,
				nullif(x.conparentid, 0) AS parent, array_to_string(i.reloptions, E'\\n') AS options,
				nullif(k.indisreplident, false) AS replicated, nullif(k.indisclustered, false) AS clustered,
				quote_ident(s.spcname) AS tablespace,
				obj_description(x.oid, 'pg_constraint') AS comment
			FROM pg_constraint x JOIN pg_namespace n ON n.oid = x.connamespace
				LEFT JOIN pg_class i ON x.contype IN ('p', 'u', 'x') AND i.oid = x.conindid
				LEFT JOIN pg_index k ON k.indexrelid = i.oid LEFT JOIN pg_tablespace s ON s.oid = i.reltablespace
			"""
		.formatted(VERSION.formatted("x"));

	private static final String CONSTRAINTS = CONSTRAINT.formatted("1259, x.conrelid")
			+ " WHERE x.conrelid = ANY(?) AND x.contype NOT IN ('t', 'n')";

	private static final String INDEXES = """
			SELECT 1259, i.indexrelid, 0, 1259, i.indrelid, 'INDEX', n.nspname, c.relname, %s || %s AS version,
				pg_get_indexdef(i.indexrelid) AS definition, i.indisunique AS isunique, i.indisvalid AS valid,
				nullif(i.indisreplident, false) AS replicated, nullif(i.indisclustered, false) AS clustered,
				array_to_string(i.indkey, ' ') AS columns, i.indpred IS NOT NULL AS partial, c.relkind,
				quote_ident(s.spcname) AS tablespace, i.indimmediate AS immediate,
				(SELECT string_agg(format('%%s %%s', a.attnum, a.attstattarget), ' ' ORDER BY a.attnum) FROM pg_attribute a
					WHERE a.attrelid = c.oid AND a.attstattarget >= 0) AS targets,
				obj_description(c.oid, 'pg_class') AS comment
			FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
				LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
			WHERE i.indrelid = ANY(?) AND NOT EXISTS (SELECT 1 FROM pg_constraint x
				WHERE x.conindid = i.indexrelid AND x.conrelid = i.indrelid AND x.contype IN ('p', 'u', 'x'))"""
		.formatted(VERSION.formatted("c"), VERSION.formatted("i"));

	private static final String TRIGGERS = """
			SELECT 2620, t.oid, 0, 1259, t.tgrelid, 'TRIGGER', n.nspname, t.tgname, %s AS version,
				pg_get_triggerdef(t.oid) AS definition, t.tgenabled AS enabled, t.tgfoid AS routine,
				nullif(t.tgparentid, 0) AS parent, obj_description(t.oid, 'pg_trigger') AS comment
			FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
				JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace pn ON pn.oid = p.pronamespace
			WHERE t.tgrelid = ANY(?) AND NOT t.tgisinternal AND pn.nspname !~ '^pg_temp'"""
		.formatted(VERSION.formatted("t"));

	private static final String RULES = """
			SELECT 2618, w.oid, 0, 1259, w.ev_class, 'RULE', n.nspname, w.rulename, %s AS version,
				pg_get_ruledef(w.oid) AS definition, w.ev_enabled AS enabled, obj_description(w.oid, 'pg_rewrite') AS comment
			FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE w.ev_class = ANY(?) AND w.rulename <> '_RETURN'"""
		.formatted(VERSION.formatted("w"));

	private static final String POLICIES = """
			SELECT 3256, p.oid, 0, 1259, p.polrelid, 'POLICY', n.nspname, p.polname, %s AS version,
				format(' AS %%s FOR %%s TO %%s%%s%%s', CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
					CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
						WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
					(SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ' ORDER BY r)
						FROM unnest(p.polroles) r),
					' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
					' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') AS definition,
				obj_description(p.oid, 'pg_policy') AS comment
			FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE p.polrelid = ANY(?)"""
		.formatted(VERSION.formatted("p"));

	private static final String STATISTICS = """
			SELECT 3381, s.oid, 0, 1259, s.stxrelid, 'STATISTICS', n.nspname, s.stxname, %s AS version,
				pg_get_statisticsobjdef(s.oid) AS definition, nullif(s.stxstattarget, -1) AS target,
				quote_ident(pg_get_userbyid(s.stxowner)) AS role, obj_description(s.oid, 'pg_statistic_ext') AS comment
			FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
			WHERE s.stxrelid = ANY(?)""".formatted(VERSION.formatted("s"));

	private static final String INHERITANCE = """
			SELECT 2611, h.inhrelid, h.inhseqno, 1259, coalesce(i.indrelid, h.inhrelid), 'INHERITANCE', n.nspname, c.relname,
				h.xmin::text || h.ctid::text AS version, h.inhparent AS parent, c.relkind,
				nullif(c.relispartition AND i.indrelid IS NULL, false) AS partition, pg_get_expr(c.relpartbound, c.oid) AS bound
			FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
				LEFT JOIN pg_index i ON i.indexrelid = h.inhrelid
			WHERE coalesce(i.indrelid, h.inhrelid) = ANY(?)""";

	private static final String DOMAIN_CONSTRAINTS = CONSTRAINT.formatted("1247, x.contypid")
			+ " WHERE x.contypid = ANY(?) AND x.contype <> 'n'";

	private static final String DEPENDENCIES = """
			SELECT d.classid::bigint, d.objid::bigint, d.objsubid, d.refclassid::bigint, d.refobjid::bigint, d.refobjsubid,
				d.deptype FROM pg_depend d WHERE d.refobjid >= 16384 AND d.deptype IN ('n', 'a', 'i', 'P', 'S')""";

	private static final String OF_RELATIONS = """
			WITH o AS MATERIALIZED (SELECT unnest(?::oid[]) AS oid), parts AS MATERIALIZED (
				SELECT 1259 AS catalog, oid FROM o
				UNION ALL SELECT 1259, i.indexrelid FROM pg_index i WHERE i.indrelid = ANY(ARRAY(SELECT oid FROM o))
				UNION ALL SELECT 2604, a.oid FROM pg_attrdef a WHERE a.adrelid = ANY(ARRAY(SELECT oid FROM o))
				UNION ALL SELECT 2606, x.oid FROM pg_constraint x WHERE x.conrelid = ANY(ARRAY(SELECT oid FROM o))
				UNION ALL SELECT 2620, t.oid FROM pg_trigger t WHERE t.tgrelid = ANY(ARRAY(SELECT oid FROM o)) AND NOT t.tgisinternal
				UNION ALL SELECT 2618, w.oid FROM pg_rewrite w WHERE w.ev_class = ANY(ARRAY(SELECT oid FROM o))
				UNION ALL SELECT 3256, p.oid FROM pg_policy p WHERE p.polrelid = ANY(ARRAY(SELECT oid FROM o))
				UNION ALL SELECT 3381, s.oid FROM pg_statistic_ext s WHERE s.stxrelid = ANY(ARRAY(SELECT oid FROM o)))
			SELECT q.* FROM parts, LATERAL (%s AND d.classid = parts.catalog AND d.objid = parts.oid) q"""
		.formatted(DEPENDENCIES);

	private static final String OF_TYPES = DEPENDENCIES + " AND d.classid = 1247 AND d.objid = ANY(?)";

	private static final String OF_DOMAINS = DEPENDENCIES
			+ " AND d.classid = 2606 AND d.objid IN (SELECT x.oid FROM pg_constraint x WHERE x.contypid = ANY(?))";

	private static final String OF_ROUTINES = DEPENDENCIES + " AND d.classid = 1255 AND d.objid = ANY(?)";

	private static final Map<Family, List<String>> BY_FAMILY = Map.of(Family.RELATIONS,
			List.of(RELATIONS, COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS, RULES, POLICIES, STATISTICS, INHERITANCE,
					OF_RELATIONS),
			Family.TYPES, List.of(OtherQueries.TYPES, DOMAIN_CONSTRAINTS, OF_TYPES, OF_DOMAINS), Family.ROUTINES,
			List.of(OtherQueries.ROUTINES, OF_ROUTINES), Family.SCHEMAS, List.of(OtherQueries.SCHEMAS),
			Family.EXTENSIONS, List.of(OtherQueries.EXTENSIONS));

	/** Where the rows of what only some databases have are. */
	private static final Map<String, String> RARE = Map.of(TRIGGERS, "pg_trigger", RULES, "pg_rewrite", POLICIES,
			"pg_policy", STATISTICS, "pg_statistic_ext", INHERITANCE, "pg_inherits");

	/** What is known of what nothing is known of. */
	static final String UNKNOWN = """
			SELECT u.catalog, u.oid, 0, u.catalog, u.oid, 'OTHER', '', i.type || ' ' || i.identity, u.version, i.type AS type
			FROM unnest(?::bigint[], ?::bigint[], ?::text[]) u (catalog, oid, version),
				pg_identify_object(u.catalog::oid, u.oid::oid, 0) i
			WHERE i.type IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = u.catalog::oid
				AND e.objid = u.oid::oid AND e.deptype = 'e')""";

	private CatalogQueries() {
	}

	/**
	 * Return the queries of a family.
	 * @param version the version of the server: what only some have is in comments
	 * @param empty the catalogues without rows, which need no query
	 */
	static List<String> of(Family family, int version, Set<String> empty) {
		return BY_FAMILY.getOrDefault(family, List.of())
			.stream()
			.filter((sql) -> !empty.contains(RARE.getOrDefault(sql, "")))
			.map((sql) -> (version >= 14) ? sql.replace("/*14 ", "").replace(" 14*/", "") : sql)
			.map((sql) -> (version >= 18) ? sql.replace("/*18 ", "").replace(" 18*/", "") : sql)
			.toList();
	}

	/** What is read at once. */
	enum Family {

		/** Tables, views, sequences and composite types, and what belongs to them. */
		RELATIONS(Key.RELATIONS),

		/** Enums, domains, ranges. */
		TYPES(Key.TYPES),

		/** Functions, procedures, aggregates. */
		ROUTINES(Key.ROUTINES),

		SCHEMAS(Key.SCHEMAS),

		EXTENSIONS(Key.EXTENSIONS);

		private final int catalog;

		Family(int catalog) {
			this.catalog = catalog;
		}

		int catalog() {
			return this.catalog;
		}

	}

}
