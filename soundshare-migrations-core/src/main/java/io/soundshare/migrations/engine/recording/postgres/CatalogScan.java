package io.soundshare.migrations.engine.recording.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds out what may have changed in the catalogue since it was looked at last: the rows
 * that have been written since, told by their xmin, and those that are gone, told by the
 * number of those that are left. That costs a look at each row, but makes no text of any.
 */
final class CatalogScan {

	private static final List<Source> SOURCES = List.of(
			relation("pg_class", "x.oid", "x.oid", "x.oid >= 16384 AND x.relkind <> 't'"),
			new Source("pg_attribute", "x.attrelid::bigint * 10000 + x.attnum", "1259", "x.attrelid",
					"x.attrelid >= 16384 AND x.attnum > 0", false),
			relation("pg_attrdef", "x.oid", "x.adrelid", "TRUE"),
			relation("pg_index", "x.indexrelid", "x.indrelid", "x.indexrelid >= 16384"),
			new Source("pg_constraint", "x.oid", "CASE WHEN x.conrelid <> 0 THEN 1259 ELSE 1247 END",
					"CASE WHEN x.conrelid <> 0 THEN x.conrelid ELSE x.contypid END", "x.oid >= 16384", true),
			relation("pg_trigger", "x.oid", "x.tgrelid", "NOT x.tgisinternal"),
			relation("pg_rewrite", "x.oid", "x.ev_class", "x.oid >= 16384"),
			relation("pg_policy", "x.oid", "x.polrelid", "TRUE"),
			relation("pg_statistic_ext", "x.oid", "x.stxrelid", "TRUE"),
			relation("pg_sequence", "x.seqrelid", "x.seqrelid", "TRUE"),
			relation("pg_inherits", "x.inhrelid::bigint * 10000 + x.inhseqno", "x.inhrelid", "TRUE"),
			new Source("pg_type", "x.oid", "1247", "x.oid", "x.oid >= 16384 AND x.typtype IN ('e', 'd', 'r')", true),
			new Source("pg_enum", "x.oid", "1247", "x.enumtypid", "TRUE", true),
			new Source("pg_proc", "x.oid", "1255", "x.oid", "x.oid >= 16384", true),
			new Source("pg_description", "x.classoid::text || ':' || x.objoid || ':' || x.objsubid", "x.classoid",
					"x.objoid", "x.objoid >= 16384 OR x.classoid = 2615", true),
			other("pg_namespace", "x.nspname !~ '^pg_t'"), other("pg_extension", "TRUE"),
			other("pg_default_acl", "TRUE"), other("pg_cast", "x.oid >= 16384"), other("pg_operator", "x.oid >= 16384"),
			other("pg_opclass", "x.oid >= 16384"), other("pg_opfamily", "x.oid >= 16384"),
			other("pg_collation", "x.oid >= 16384"), other("pg_conversion", "x.oid >= 16384"),
			other("pg_language", "x.oid >= 16384"), other("pg_ts_config", "x.oid >= 16384"),
			other("pg_ts_dict", "x.oid >= 16384"), other("pg_ts_parser", "x.oid >= 16384"),
			other("pg_ts_template", "x.oid >= 16384"), other("pg_transform", "TRUE"), other("pg_am", "x.oid >= 16384"),
			other("pg_foreign_data_wrapper", "TRUE"), other("pg_foreign_server", "TRUE"),
			other("pg_event_trigger", "TRUE"), other("pg_publication", "TRUE"), other("pg_publication_rel", "TRUE"),
			new Source("pg_largeobject_metadata", "x.oid", "2613", "x.oid", "TRUE", true), other("pg_type",
					"x.oid >= 16384 AND (x.typtype = 'p' OR x.typtype = 'b' AND x.typcategory <> 'A' AND x.typelem = 0)"));

	private static final String QUERY = """
			WITH h AS MATERIALIZED (SELECT CASE ?::text WHEN '' THEN 2147483647 ELSE age(nullif(?::text, '')::xid) END AS age)
			SELECT -1, pg_snapshot_xmin(pg_current_snapshot())::text::numeric % 4294967296, NULL
			UNION ALL
			"""
			+ IntStream.range(0, SOURCES.size())
				.mapToObj((number) -> SOURCES.get(number).sql(number))
				.collect(Collectors.joining(" UNION ALL "));

	/** What is known of each catalogue's rows. */
	private final List<Map<String, Row>> known = SOURCES.stream()
		.<Map<String, Row>>map((source) -> new HashMap<>())
		.toList();

	private String horizon = "";

	private static Source relation(String name, String row, String owner, String condition) {
		return new Source(name, row, "1259", owner, condition, true);
	}

	private static Source other(String name, String condition) {
		return new Source(name, "x.oid", "x.tableoid", "x.oid", condition, true);
	}

	/**
	 * Look again.
	 * @return the objects of which anything may have changed, also those that are gone,
	 * and the last version of what is known of them
	 */
	Map<Key, String> changed(Statements statements) throws SQLException {
		Map<Key, String> changed = new LinkedHashMap<>();
		List<Integer> fewer = new ArrayList<>();
		PreparedStatement query = statements.prepared(QUERY);
		query.setString(1, this.horizon);
		query.setString(2, this.horizon);
		try (ResultSet rows = query.executeQuery()) {
			while (rows.next()) {
				int number = rows.getInt(1);
				if (number < 0) {
					this.horizon = rows.getString(2);
					continue;
				}
				String recent = rows.getString(3);
				if (recent != null) {
					take(this.known.get(number), recent, changed);
				}
				if (SOURCES.get(number).counted() && rows.getLong(2) != this.known.get(number).size()) {
					fewer.add(number);
				}
			}
		}
		for (int number : fewer) {
			forget(statements, number, changed);
		}
		return changed;
	}

	private static void take(Map<String, Row> known, String recent, Map<Key, String> changed) {
		for (String text : recent.split(";")) {
			String[] fields = text.split(" ", 4);
			Row row = new Row(new Key(Integer.parseInt(fields[1]), Long.parseLong(fields[2]), 0), fields[3]);
			if (!row.equals(known.put(fields[0], row))) {
				changed.put(row.owner(), row.version());
			}
		}
	}

	private void forget(Statements statements, int number, Map<Key, String> changed) throws SQLException {
		Set<String> present = new HashSet<>();
		try (ResultSet rows = statements.prepared(SOURCES.get(number).present()).executeQuery()) {
			while (rows.next()) {
				present.add(rows.getString(1));
			}
		}
		this.known.get(number).entrySet().removeIf((row) -> {
			boolean gone = !present.contains(row.getKey());
			if (gone) {
				changed.put(row.getValue().owner(), "");
			}
			return gone;
		});
	}

	/**
	 * A catalogue.
	 *
	 * @param name its name
	 * @param row the expression for what tells its rows apart
	 * @param ownerCatalog the expression for the catalogue of the object a row belongs to
	 * @param owner the expression for that object's OID; an index stands for its table
	 * @param condition which rows
	 * @param counted whether its rows are counted: not where they are gone only together
	 * with those of another
	 */
	private record Source(String name, String row, String ownerCatalog, String owner, String condition,
			boolean counted) {

		String sql(int number) {
			String recent = "age(x.xmin) <= (SELECT age FROM h)";
			return """
					SELECT %d, count(*), string_agg((%s)::text || ' ' || (%s) || ' ' || (%s)::text || ' ' || x.xmin::text || x.ctid::text,
						';') %s FROM %s x WHERE %s"""
				.formatted(number, this.row, this.ownerCatalog, this.owner,
						this.counted ? "FILTER (WHERE " + recent + ")" : "", this.name,
						this.counted ? this.condition : recent + " AND " + this.condition);
		}

		String present() {
			return "SELECT %s FROM %s x WHERE %s".formatted(this.row, this.name, this.condition);
		}

	}

	/**
	 * A row of a catalogue.
	 *
	 * @param owner the object it belongs to
	 * @param version its last known version
	 */
	private record Row(Key owner, String version) {
	}

}
