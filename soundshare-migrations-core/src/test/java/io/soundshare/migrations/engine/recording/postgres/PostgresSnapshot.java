package io.soundshare.migrations.engine.recording.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything in a database as the catalogue's own functions tell it, not the recorder's
 * reader: objects, properties, rows and sequences.
 */
final class PostgresSnapshot {

	private static final String THEIRS = "nspname !~ '^pg_' AND nspname <> 'information_schema' AND relname !~ '^kept_'";

	private static final String OBJECTS = """
			SELECT format('column %%s.%%s.%%s %%s %%s %%s %%s %%s %%s %%s %%s', nspname, relname, attname, format_type(atttypid, atttypmod),
				attnotnull, pg_get_expr(adbin, adrelid), attidentity, attgenerated, attstorage, attstattarget, attoptions || attacl::text[])
			FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
				LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
			WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm', 'c', 'f') AND %1$s
			UNION ALL SELECT format('relation %%s.%%s %%s %%s %%s %%s %%s %%s %%s %%s %%s', nspname, relname, relkind, relpersistence,
				relreplident, relrowsecurity, relforcerowsecurity, reloptions, pg_get_expr(relpartbound, c.oid),
				pg_get_userbyid(relowner), (SELECT array_agg(p::text ORDER BY p::text) FROM
					aclexplode(coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))) p))
			FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind <> 't' AND relkind <> 'c' AND %1$s
			UNION ALL SELECT format('constraint %%s %%s %%s %%s', conrelid::regclass, conname, pg_get_constraintdef(x.oid, true), condeferred)
			FROM pg_constraint x JOIN pg_class c ON c.oid = conrelid JOIN pg_namespace n ON n.oid = relnamespace
			WHERE contype <> 'n' AND %1$s
			UNION ALL SELECT format('domain constraint %%s %%s %%s', contypid::regtype, conname, pg_get_constraintdef(x.oid))
			FROM pg_constraint x WHERE contypid <> 0 AND connamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname = 'information_schema')
			UNION ALL SELECT format('index %%s %%s %%s %%s', indexrelid::regclass, pg_get_indexdef(indexrelid), indisvalid, indisclustered)
			FROM pg_index i JOIN pg_class c ON c.oid = indrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE %1$s
			UNION ALL SELECT format('view %%s %%s', c.oid::regclass, pg_get_viewdef(c.oid))
			FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('v', 'm') AND %1$s
			UNION ALL SELECT format('trigger %%s %%s', pg_get_triggerdef(t.oid), tgenabled)
			FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE NOT tgisinternal AND %1$s
			UNION ALL SELECT format('rule %%s %%s', pg_get_ruledef(w.oid), ev_enabled)
			FROM pg_rewrite w JOIN pg_class c ON c.oid = ev_class JOIN pg_namespace n ON n.oid = relnamespace
			WHERE rulename <> '_RETURN' AND %1$s
			UNION ALL SELECT format('policy %%s', p) FROM pg_policies p
			UNION ALL SELECT format('parent %%s %%s', inhrelid::regclass, inhparent::regclass)
			FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE %1$s
			UNION ALL SELECT format('routine %%s %%s %%s %%s %%s', p.oid::regprocedure, prokind, prosrc, proisstrict, (SELECT
				array_agg(q::text ORDER BY q::text) FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) q))
			FROM pg_proc p WHERE p.oid >= 16384 AND pronamespace::regnamespace::text !~ '^pg_temp'
			UNION ALL SELECT format('type %%s %%s %%s %%s %%s', t.oid::regtype, typtype, typnotnull, typdefault,
				ARRAY(SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder))
			FROM pg_type t WHERE t.oid >= 16384 AND typtype IN ('e', 'd', 'r')
			UNION ALL SELECT format('sequence %%s %%s', seqrelid::regclass, to_jsonb(s) - 'seqrelid') FROM pg_sequence s
			UNION ALL SELECT format('owned %%s %%s %%s %%s', objid::regclass, refobjid::regclass, (SELECT attname FROM pg_attribute
				WHERE attrelid = refobjid AND attnum = refobjsubid), deptype) FROM pg_depend
			WHERE classid = 1259 AND refclassid = 1259 AND refobjsubid > 0 AND deptype IN ('a', 'i') AND objid >= 16384
				AND (SELECT relkind FROM pg_class WHERE oid = objid) = 'S'
			UNION ALL SELECT format('statistics %%s', pg_get_statisticsobjdef(oid)) FROM pg_statistic_ext
			UNION ALL SELECT format('schema %%s', nspname) FROM pg_namespace WHERE nspname !~ '^pg_t'
			UNION ALL SELECT format('extension %%s %%s', extname, extversion) FROM pg_extension
			UNION ALL SELECT format('comment %%s %%s %%s', i.type, i.identity, d.description) FROM pg_description d,
				pg_identify_object(classoid, objoid, objsubid) i WHERE objoid >= 16384
			ORDER BY 1"""
		.formatted(THEIRS);

	private PostgresSnapshot() {
	}

	/** All objects, a line each. */
	static List<String> objects(Connection connection) throws SQLException {
		return lines(connection, OBJECTS);
	}

	/** All rows and sequences, a line each. */
	static List<String> rows(Connection connection) throws SQLException {
		List<String> lines = new ArrayList<>();
		for (String query : lines(connection,
				"""
						SELECT format('SELECT %%L || ROW(%%s)::text FROM ONLY %%I.%%I ORDER BY 1', nspname || '.' || relname || ' ',
							(SELECT string_agg(quote_ident(attname), ', ' ORDER BY attname) FROM pg_attribute
								WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped), nspname, relname)
						FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'r' AND %s ORDER BY 1"""
					.formatted(THEIRS))) {
			lines.addAll(lines(connection, query));
		}
		lines.addAll(lines(connection,
				"SELECT format('%s.%s %s', schemaname, sequencename, last_value) FROM pg_sequences ORDER BY 1"));
		return lines;
	}

	private static List<String> lines(Connection connection, String sql) throws SQLException {
		List<String> lines = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				lines.add(rows.getString(1));
			}
		}
		return lines;
	}

}
