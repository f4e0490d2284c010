package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.soundshare.migrations.autogenerate.database.Obstacle;
import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.model.ObjectName;

/**
 * Objects of a PostgreSQL database that cannot be told as a statement.
 */
final class Obstacles {

	private static final String QUERY = """
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
		.formatted(CatalogSql.own("pg_class", "c.oid") + " AND c.relpersistence <> 't'",
				CatalogSql.own("pg_type", "t.oid"));

	private Obstacles() {
	}

	static List<Obstacle> read(Connection connection) throws SQLException {
		return Rows.query(connection, QUERY, (row) -> new Obstacle(row.getString("what"),
				new ObjectName(row.getString("schema"), row.getString("name"))));
	}

}
