package io.soundshare.migrations.engine.recording.postgres;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A catalogue, and whose its rows are.
 *
 * @param name its name
 * @param row the expression for what tells its rows apart
 * @param ownerCatalog the expression for the catalogue of the object a row belongs to
 * @param owner the expression for that object's OID; an index may stand for its table
 * @param condition which rows
 * @param counted whether its rows are counted: not where they are gone only together with
 * those of another
 * @param of the condition for the rows of some objects; {@code null} if they are not
 * looked at by object
 */
record CatalogSource(String name, String row, String ownerCatalog, String owner, String condition, boolean counted,
		@Nullable String of) {

	private static final String TABLES = " = ANY(ARRAY(SELECT oid FROM r))";

	private static final String TYPES = " = ANY(ARRAY(SELECT oid FROM t))";

	static final List<CatalogSource> ALL = List.of(
			relation("pg_class LEFT JOIN pg_index j ON j.indexrelid = x.oid", "x.oid", "coalesce(j.indrelid, x.oid)",
					"x.oid >= 16384 AND x.relkind <> 't'",
					"(x.oid" + TABLES + " OR x.oid = ANY(ARRAY(SELECT i.indexrelid FROM pg_index i WHERE i.indrelid"
							+ TABLES + ")))"),
			new CatalogSource("pg_attribute", "x.attrelid::bigint * 10000 + x.attnum", "1259", "x.attrelid",
					"x.attrelid >= 16384 AND x.attnum > 0", false, "x.attrelid" + TABLES),
			relation("pg_attrdef", "x.oid", "x.adrelid", "TRUE", "x.adrelid" + TABLES),
			relation("pg_index", "x.indexrelid", "x.indrelid", "x.indexrelid >= 16384", "x.indrelid" + TABLES),
			new CatalogSource("pg_constraint", "x.oid", "CASE WHEN x.conrelid <> 0 THEN 1259 ELSE 1247 END",
					"CASE WHEN x.conrelid <> 0 THEN x.conrelid ELSE x.contypid END", "x.oid >= 16384", true,
					"(x.conrelid" + TABLES + " OR x.contypid" + TYPES + ")"),
			relation("pg_trigger", "x.oid", "x.tgrelid", "NOT x.tgisinternal", "x.tgrelid" + TABLES),
			relation("pg_rewrite", "x.oid", "x.ev_class", "x.oid >= 16384", "x.ev_class" + TABLES),
			relation("pg_policy", "x.oid", "x.polrelid", "TRUE", "x.polrelid" + TABLES),
			relation("pg_statistic_ext", "x.oid", "x.stxrelid", "TRUE", "x.stxrelid" + TABLES),
			relation("pg_sequence", "x.seqrelid", "x.seqrelid", "TRUE", "x.seqrelid" + TABLES),
			new CatalogSource("pg_inherits", "x.inhrelid::bigint * 10000 + x.inhseqno", "1259", "x.inhrelid", "TRUE",
					true, "x.inhrelid" + TABLES),
			new CatalogSource("pg_type", "x.oid", "1247", "x.oid", "x.oid >= 16384 AND x.typtype IN ('e', 'd', 'r')",
					true, "x.oid" + TYPES),
			new CatalogSource("pg_enum", "x.oid", "1247", "x.enumtypid", "TRUE", true, "x.enumtypid" + TYPES),
			new CatalogSource("pg_proc", "x.oid", "1255", "x.oid", "x.oid >= 16384", true,
					"x.oid = ANY(ARRAY(SELECT oid FROM p))"),
			new CatalogSource("pg_description", "x.classoid::text || ':' || x.objoid || ':' || x.objsubid",
					"x.classoid", "x.objoid", "(x.objoid >= 16384 OR x.classoid = 2615)", true,
					"(x.objoid" + TABLES + " OR x.objoid" + TYPES
							+ " OR x.objoid = ANY(ARRAY(SELECT oid FROM p)) OR x.objoid = ANY(ARRAY(SELECT oid FROM d)))"),
			other("pg_namespace", "x.nspname !~ '^pg_t'"), other("pg_extension", "TRUE"),
			other("pg_default_acl", "TRUE"), other("pg_cast", "x.oid >= 16384"), other("pg_operator", "x.oid >= 16384"),
			other("pg_opclass", "x.oid >= 16384"), other("pg_opfamily", "x.oid >= 16384"),
			other("pg_collation", "x.oid >= 16384"), other("pg_conversion", "x.oid >= 16384"),
			other("pg_language", "x.oid >= 16384"), other("pg_ts_config", "x.oid >= 16384"),
			other("pg_ts_dict", "x.oid >= 16384"), other("pg_ts_parser", "x.oid >= 16384"),
			other("pg_ts_template", "x.oid >= 16384"), other("pg_transform", "TRUE"), other("pg_am", "x.oid >= 16384"),
			other("pg_foreign_data_wrapper", "TRUE"), other("pg_foreign_server", "TRUE"),
			other("pg_event_trigger", "TRUE"), other("pg_publication", "TRUE"), other("pg_publication_rel", "TRUE"),
			new CatalogSource("pg_largeobject_metadata", "x.oid", "2613", "x.oid", "TRUE", true, null), other("pg_type",
					"x.oid >= 16384 AND (x.typtype = 'p' OR x.typtype = 'b' AND x.typcategory <> 'A' AND x.typelem = 0)"));

	/** The source of the comments. */
	static final int COMMENTS = IntStream.range(0, ALL.size())
		.filter((number) -> ALL.get(number).name().equals("pg_description"))
		.findFirst()
		.orElseThrow();

	/** The transaction, and what has become of the one of the last look. */
	private static final String TRANSACTION = "coalesce(pg_current_xact_id_if_assigned()::text, ''), "
			+ "coalesce(pg_xact_status(nullif(?::text, '')::xid8), '')";

	/**
	 * The query of all rows, of which only those are told that have been written lately.
	 */
	static final String EVERYTHING = """
			WITH h AS MATERIALIZED (SELECT CASE ?::text WHEN '' THEN 2147483647 ELSE age(nullif(?::text, '')::xid) END AS age)
			SELECT -1, NULL, concat_ws(E'\\n', (pg_snapshot_xmin(pg_current_snapshot())::text::numeric %% 4294967296)::text,
				coalesce(current_schema(), ''), %s, current_setting('search_path'))
			UNION ALL
			"""
		.formatted(TRANSACTION)
			+ IntStream.range(0, ALL.size())
				.mapToObj((number) -> ALL.get(number).recent(number))
				.collect(Collectors.joining(" UNION ALL "));

	/**
	 * The query of the rows of some objects: of those known by OID, and those with some
	 * names.
	 */
	static final String SOME = """
			WITH n AS MATERIALIZED (SELECT ?::oid[] AS r, ?::oid[] AS t, ?::oid[] AS p, ?::name[] AS names, ?::oid[] AS d),
			r0 AS MATERIALIZED (SELECT unnest(r) AS oid FROM n UNION SELECT coalesce(i.indrelid, c.oid)
				FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
				WHERE c.relname = ANY((SELECT names FROM n)::name[]) AND c.oid >= 16384 AND c.relkind <> 't'),
			r AS MATERIALIZED (SELECT oid FROM r0 UNION SELECT d.objid FROM pg_depend d WHERE d.refclassid = 1259
				AND d.refobjid = ANY(ARRAY(SELECT oid FROM r0)) AND d.classid = 1259 AND d.objsubid = 0 AND d.deptype IN ('a', 'i')
				AND EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = d.objid AND c.relkind IN ('S', 'r', 'p'))),
			t AS MATERIALIZED (SELECT unnest(t) AS oid FROM n UNION SELECT x.oid FROM pg_type x
				WHERE x.typname = ANY((SELECT names FROM n)::name[]) AND x.oid >= 16384 AND x.typtype IN ('e', 'd', 'r')),
			p AS MATERIALIZED (SELECT unnest(p) AS oid FROM n UNION SELECT x.oid FROM pg_proc x
				WHERE x.proname = ANY((SELECT names FROM n)::name[]) AND x.oid >= 16384),
			d AS MATERIALIZED (SELECT unnest(d) AS oid FROM n)
			SELECT -1, current_schema()::text, 0::bigint, 0::bigint, concat_ws(E'\\n', %s, current_setting('search_path'))
			UNION ALL
			"""
		.formatted(TRANSACTION)
			+ IntStream.range(0, ALL.size())
				.filter((number) -> ALL.get(number).indexed())
				.mapToObj((number) -> ALL.get(number).some(number))
				.collect(Collectors.joining(" UNION ALL "));

	private static CatalogSource relation(String name, String row, String owner, String condition, String of) {
		return new CatalogSource(name, row, "1259", owner, condition, true, of);
	}

	private static CatalogSource other(String name, String condition) {
		return new CatalogSource(name, "x.oid", "x.tableoid", "x.oid", condition, true, null);
	}

	/** Whether the rows of an object are found without looking at all of them. */
	boolean indexed() {
		return this.of != null;
	}

	private String from() {
		return this.name.contains(" ") ? this.name.replaceFirst(" ", " x ") : this.name + " x";
	}

	private String recent(int number) {
		String recent = "age(x.xmin) <= (SELECT age FROM h)";
		return """
				SELECT %d, count(*), string_agg((%s)::text || ' ' || (%s) || ' ' || (%s)::text || ' ' || x.xmin::text || x.ctid::text,
					';') %s FROM %s WHERE %s"""
			.formatted(number, this.row, this.ownerCatalog, this.owner,
					this.counted ? "FILTER (WHERE " + recent + ")" : "", from(),
					this.counted ? this.condition : recent + " AND " + this.condition);
	}

	private String some(int number) {
		return "SELECT %d, (%s)::text, (%s)::bigint, (%s)::bigint, x.xmin::text || x.ctid::text FROM %s WHERE %s AND %s"
			.formatted(number, this.row, this.ownerCatalog, this.owner, from(), this.of, this.condition);
	}

	/** The query of what tells the rows apart that are there. */
	String present() {
		return "SELECT %s FROM %s WHERE %s".formatted(this.row, from(), this.condition);
	}

}
