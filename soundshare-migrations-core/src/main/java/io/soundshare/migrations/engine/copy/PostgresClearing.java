package io.soundshare.migrations.engine.copy;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The beginning of the script that restores: it drops everything that a copy may have,
 * and begins the transaction that the copy's own script ends.
 */
final class PostgresClearing {

	/** It is there from the beginning, so that a copy does not make it. */
	static final String PUBLIC = "public";

	/** For psql, which executes what a query returns. */
	private static final String SCRIPT = """
			SET client_encoding = 'UTF8';
			SET standard_conforming_strings = on;
			SET client_min_messages = warning;
			SET statement_timeout = 0;
			SET idle_in_transaction_session_timeout = 0;
			SET row_security = off;
			SELECT pg_catalog.set_config('search_path', '', false);
			BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
			SET LOCAL lock_timeout = '30s';

			-- They could forbid the rest.
			SELECT format('DROP EVENT TRIGGER IF EXISTS %%I CASCADE', evtname) FROM pg_event_trigger t
				WHERE NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.deptype = 'e'
					AND e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid) \\gexec
			SELECT format('DROP EXTENSION IF EXISTS %%I CASCADE', extname) FROM pg_extension
				WHERE oid >= 16384 AND extname <> ALL (%1$s) \\gexec
			SELECT format('DROP SCHEMA IF EXISTS %%I CASCADE', nspname) FROM pg_namespace n
				WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND nspname <> ALL (%2$s)
					AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.deptype = 'e'
						AND e.classid = 'pg_namespace'::regclass AND e.objid = n.oid) \\gexec
			SELECT 'CREATE SCHEMA public' WHERE NOT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'public') \\gexec

			-- What is in the schemas that stay.
			SELECT format('DROP %%s IF EXISTS %%s CASCADE', CASE o.type WHEN 'composite type' THEN 'TYPE'
					WHEN 'statistics object' THEN 'STATISTICS' ELSE upper(o.type) END, o.identity)
				FROM pg_depend d JOIN pg_namespace n ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid,
					pg_identify_object(d.classid, d.objid, 0) o
				WHERE n.nspname = ANY (%2$s) AND n.nspname !~ '^pg_' AND d.deptype = 'n'
					AND o.type NOT IN ('default acl', 'publication namespace', 'extension')
					AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid
						AND (e.deptype = 'e' OR e.deptype = 'i' AND e.refobjid <> d.objid))
				ORDER BY array_position(ARRAY['view', 'materialized view', 'table', 'foreign table', 'sequence',
					'composite type', 'type', 'domain'], o.type), o.identity \\gexec

			-- What is in none.
			SELECT format('DROP %%s IF EXISTS %%s CASCADE', replace(upper(o.type), 'FOREIGN-DATA', 'FOREIGN DATA'),
					o.identity)
				FROM (SELECT 'pg_publication'::regclass AS class, oid FROM pg_publication
					UNION ALL SELECT 'pg_foreign_server'::regclass, oid FROM pg_foreign_server
					UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
					UNION ALL SELECT 'pg_cast'::regclass, oid FROM pg_cast
					UNION ALL SELECT 'pg_language'::regclass, oid FROM pg_language
					UNION ALL SELECT 'pg_am'::regclass, oid FROM pg_am) a, pg_identify_object(a.class, a.oid, 0) o
				WHERE a.oid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.deptype = 'e'
					AND e.classid = a.class AND e.objid = a.oid) \\gexec
			SELECT count(lo_unlink(oid)) FROM pg_largeobject_metadata;

			-- A copy has the rows that users have put into tables of extensions.
			SELECT format('DELETE FROM %%s %%s', c.oid::regclass, x.condition)
				FROM pg_extension e, unnest(e.extconfig, e.extcondition) AS x (config, condition), pg_class c
				WHERE c.oid = x.config AND c.relkind = 'r' \\gexec

			-- What is made anew must not be given to more people than it was.
			SELECT DISTINCT format('ALTER DEFAULT PRIVILEGES FOR ROLE %%I%%s REVOKE ALL ON %%s FROM %%s',
					pg_get_userbyid(d.defaclrole), coalesce(' IN SCHEMA ' || quote_ident(n.nspname), ''),
					CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
						WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END,
					CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
				FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace,
					aclexplode(d.defaclacl) a \\gexec
			SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %%I GRANT %%s ON %%s TO %%s',
					pg_get_userbyid(d.defaclrole), string_agg(a.privilege_type, ', '),
					CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
						WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END,
					CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
				FROM pg_default_acl d, aclexplode(acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's'::"char"
					ELSE d.defaclobjtype END, d.defaclrole)) a
				WHERE d.defaclnamespace = 0 GROUP BY d.defaclrole, d.defaclobjtype, a.grantee \\gexec
			""";

	private PostgresClearing() {
	}

	/**
	 * Write the script.
	 * @param kept the extensions that stay, and their schemas
	 */
	static String script(Map<String, String> kept) {
		Collection<String> schemas = new TreeSet<>(kept.values());
		schemas.add(PUBLIC);
		return SCRIPT.formatted(array(kept.keySet()), array(schemas));
	}

	private static String array(Collection<String> names) {
		return names.stream()
			.map((name) -> "'" + name.replace("'", "''") + "'")
			.collect(Collectors.joining(", ", "ARRAY[", "]::name[]"));
	}

}
