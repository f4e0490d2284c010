package io.soundshare.migrations.sqlite.portability;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Reads PostgreSQL's catalogue.
 */
final class PostgresSchemaReader {

	private static final String USER_RELATION = "c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'databasechangelog%'";

	private final Queries queries;

	PostgresSchemaReader(Connection connection) {
		this.queries = new Queries(connection);
	}

	PortableSchema read() throws SQLException {
		SortedMap<String, List<PortableSchema.Column>> tables = columns();
		SortedSet<String> facts = new TreeSet<>();
		constraints(facts);
		indexes(facts);
		sequences(facts);
		List<String> rows = new ArrayList<>();
		List<String> largeObjects = this.queries
			.column("SELECT c.relname || '.\"' || a.attname || '\"' FROM pg_attribute a"
					+ " JOIN pg_class c ON c.oid = a.attrelid WHERE a.atttypid = 'oid'::regtype");
		for (String table : tables.keySet()) {
			rows.addAll(RowReader.read(this.queries, table, tables.get(table),
					(column) -> largeObjects.contains(table + "." + column) ? "lo_get(" + column + ")" : column));
		}
		return new PortableSchema(tables, facts, rows);
	}

	private SortedMap<String, List<PortableSchema.Column>> columns() throws SQLException {
		SortedMap<String, List<PortableSchema.Column>> tables = new TreeMap<>();
		for (List<@Nullable Object> row : this.queries.rows("""
				SELECT c.relname, c.relkind::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
					coalesce(pg_get_expr(d.adbin, d.adrelid), CASE WHEN a.attidentity <> '' THEN 'nextval' END)
				FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
				LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
				WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v')
					AND %s""".formatted(USER_RELATION) + " ORDER BY 1, a.attnum")) {
			PortableType type = PortableType.of(Queries.text(row, 3));
			boolean view = Queries.text(row, 1).equals("v");
			String description = view ? "of a view"
					: type.describe(Queries.text(row, 3)) + (Queries.text(row, 4).equals("true") ? " not null" : "")
							+ defaultValue(type, (String) row.get(5));
			tables.computeIfAbsent(Queries.text(row, 0), (name) -> new ArrayList<>())
				.add(new PortableSchema.Column(Queries.text(row, 2), type, description));
		}
		return tables;
	}

	private String defaultValue(PortableType type, @Nullable String expression) throws SQLException {
		if (expression == null || expression.startsWith("NULL::")) {
			return "";
		}
		return " default " + (expression.startsWith("nextval") ? "generated"
				: type.value(this.queries.rows("SELECT " + expression).get(0).get(0)));
	}

	private void constraints(SortedSet<String> facts) throws SQLException {
		facts.addAll(this.queries
			.column("""
					SELECT c.relname || ': ' || CASE x.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' ELSE 'foreign key' END
						|| ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(x.conkey) WITH ORDINALITY AS k (attnum, n)
							JOIN pg_attribute a ON a.attrelid = x.conrelid AND a.attnum = k.attnum) || ')'
						|| CASE WHEN x.contype <> 'f' THEN '' ELSE ' references ' || f.relname
							|| ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(x.confkey) WITH ORDINALITY AS k (attnum, n)
								JOIN pg_attribute a ON a.attrelid = x.confrelid AND a.attnum = k.attnum) || ')'
							|| ' delete ' || x.confdeltype || ' update ' || x.confupdtype END
					FROM pg_constraint x JOIN pg_class c ON c.oid = x.conrelid LEFT JOIN pg_class f ON f.oid = x.confrelid
					WHERE x.contype IN ('p', 'u', 'f')
					AND %s"""
				.formatted(USER_RELATION)));
		facts.addAll(this.queries
			.column("""
					SELECT c.relname || ': constraint ' || lower(x.conname) || CASE WHEN x.condeferred THEN ' deferred' ELSE '' END
					FROM pg_constraint x JOIN pg_class c ON c.oid = x.conrelid
					WHERE x.contype IN ('p', 'u', 'f', 'c') AND x.conname !~ '_(pkey|key|fkey|check|not_null)[0-9]*$'
					AND %s"""
				.formatted(USER_RELATION)));
	}

	private void indexes(SortedSet<String> facts) throws SQLException {
		facts.addAll(this.queries
			.column("""
					SELECT c.relname || ': index ' || lower(i.relname) || CASE WHEN x.indisunique THEN ' unique' ELSE '' END || ' ('
						|| (SELECT string_agg(CASE WHEN x.indkey[n] = 0 THEN 'expression' ELSE replace(pg_get_indexdef(x.indexrelid, n + 1, true), '"', '') END
								|| CASE WHEN x.indoption[n] & 1 = 1 THEN ' desc' ELSE '' END, ', ' ORDER BY n) FROM generate_series(0, x.indnkeyatts - 1) n) || ')'
						|| CASE WHEN x.indpred IS NULL THEN '' ELSE ' where' END
					FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
					WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u'))
					AND %s"""
				.formatted(USER_RELATION)));
	}

	private void sequences(SortedSet<String> facts) throws SQLException {
		for (String name : this.queries.column("""
				SELECT c.relname FROM pg_class c WHERE c.relkind = 'S'
				AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i'))
					AND %s""".formatted(USER_RELATION))) {
			facts.add("sequence " + name + " next " + this.queries
				.column("SELECT CASE WHEN s.is_called THEN s.last_value + q.increment_by ELSE s.last_value END FROM "
						+ name + " s, pg_sequences q WHERE q.sequencename = '" + name + "'")
				.get(0));
		}
	}

}
