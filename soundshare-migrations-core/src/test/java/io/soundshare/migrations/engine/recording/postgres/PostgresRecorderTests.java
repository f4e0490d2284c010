package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statements that change objects are undone exactly.
 */
class PostgresRecorderTests {

	@Test
	void dropsTablesThatAreNew() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key)""")) {
			changeSet
				.apply("""
						CREATE TABLE songs (id bigserial primary key, title varchar(20) not null default 'x', a int
							references a(id), n numeric(10,2) check (n > 0), unique (title))""",
						"CREATE INDEX i ON songs (a)", "INSERT INTO songs (title) VALUES ('y')")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void dropsColumnsThatAreNew() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key);
				INSERT INTO a VALUES (1),(2)""")) {
			changeSet
				.apply("ALTER TABLE a ADD COLUMN b text not null default 'q', ADD c int references a(id)",
						"CREATE INDEX x ON a (b)", "COMMENT ON COLUMN a.b IS 'it''s'")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsBackWhatColumnsMustBe() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text not null default 'q', c int unique, d int references
					a(id) on delete cascade deferrable initially deferred, constraint ck check (c > 3 or b in
					('x','y')), e varchar(5) check (e in ('a','b')));
				CREATE INDEX ix ON a (lower(b)) WHERE c > 3;
				COMMENT ON INDEX ix IS 'idx';
				COMMENT ON CONSTRAINT ck ON a IS 'cc'""")) {
			changeSet.apply("ALTER TABLE a ALTER b DROP DEFAULT, ALTER b DROP NOT NULL", """
					ALTER TABLE a DROP CONSTRAINT a_d_fkey, DROP CONSTRAINT ck, DROP CONSTRAINT a_c_key, DROP
						CONSTRAINT a_e_check""", "ALTER TABLE a DROP CONSTRAINT a_pkey", "DROP INDEX ix")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void givesNamesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id serial primary key, b text, c int);
				CREATE TABLE b (id int references a(id));
				CREATE VIEW v AS SELECT id, b FROM a;
				CREATE INDEX ix ON a (b);
				CREATE SEQUENCE s;
				INSERT INTO a(b) VALUES ('1')""")) {
			changeSet
				.apply("""
						ALTER TABLE a RENAME TO "Hostile "" na'me\"""", """
						ALTER TABLE "Hostile "" na'me" RENAME COLUMN b TO "bü b\"""", """
						ALTER INDEX ix RENAME TO "ix 2\"""", "ALTER VIEW v RENAME TO vv",
						"ALTER SEQUENCE s RENAME TO s2", "ALTER TABLE b RENAME CONSTRAINT b_id_fkey TO fk", """
								ALTER TABLE "Hostile "" na'me" RENAME CONSTRAINT a_pkey TO pk""", """
								UPDATE "Hostile "" na'me" SET "bü b" = '2'""")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void givesSwappedNamesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int, x int, y int);
				CREATE TABLE b (id int)""")) {
			changeSet.apply("""
					ALTER TABLE a RENAME TO c;
					ALTER TABLE b RENAME TO a;
					ALTER TABLE c RENAME TO b;
					ALTER TABLE b RENAME x TO z;
					ALTER TABLE b RENAME y TO x;
					ALTER TABLE b RENAME z TO y""").revert().isAsBefore();
		}
	}

	@Test
	void bringsReplacedViewsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b varchar(10), c int);
				CREATE VIEW v AS SELECT id, b FROM a;
				CREATE VIEW w AS SELECT * FROM v;
				COMMENT ON VIEW w IS 'w';
				GRANT SELECT ON w TO reader;
				CREATE MATERIALIZED VIEW m AS SELECT * FROM w;
				CREATE INDEX mi ON m (id);
				COMMENT ON COLUMN w.b IS 'col'""")) {
			changeSet
				.apply("CREATE OR REPLACE VIEW v AS SELECT id, b, c FROM a",
						"CREATE OR REPLACE VIEW w AS SELECT id, b FROM v WHERE c > 3", "DROP MATERIALIZED VIEW m")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsViewsBackThatHaveOtherColumns() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b varchar(10), c int);
				CREATE VIEW v WITH (security_barrier) AS SELECT id, b FROM a WITH CHECK OPTION""")) {
			changeSet
				.apply("DROP VIEW v", "CREATE VIEW v AS SELECT c FROM a", "DROP VIEW v",
						"ALTER TABLE a ALTER b TYPE text", "CREATE VIEW v AS SELECT b, c FROM a")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsFunctionsAndTriggersBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b varchar(10), c int);
				CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x + 1';
				CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.c := 4;
				RETURN NEW;
				END';
				CREATE TRIGGER tr BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION t();
				COMMENT ON TRIGGER tr ON a IS 'x';
				COMMENT ON FUNCTION f(int) IS 'f';
				CREATE VIEW v AS SELECT f(id) AS y FROM a""")) {
			changeSet
				.apply("""
						CREATE OR REPLACE FUNCTION f(x int) RETURNS int LANGUAGE sql STRICT AS 'SELECT x + 2'""", """
						CREATE OR REPLACE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.c := 5;
						RETURN NEW;
						END$$""", "DROP TRIGGER tr ON a", """
						CREATE TRIGGER tr2 BEFORE INSERT OR UPDATE ON a FOR EACH ROW EXECUTE FUNCTION t()""",
						"CREATE PROCEDURE p(x int) LANGUAGE sql AS 'SELECT 1'", "ALTER TABLE a DISABLE TRIGGER tr2")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsFunctionsBackThatReturnedAnotherType() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key);
				CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x + 1';
				CREATE VIEW v AS SELECT f(id) AS y FROM a""")) {
			changeSet
				.apply("DROP VIEW v", "DROP FUNCTION f(int)",
						"CREATE FUNCTION f(x int) RETURNS text LANGUAGE sql AS $$SELECT 'a'$$",
						"CREATE VIEW v AS SELECT f(id) AS y FROM a")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsAggregatesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE FUNCTION sf(int, int) RETURNS int LANGUAGE sql AS 'SELECT $1 + $2';
				CREATE AGGREGATE ag(int) (SFUNC = sf, STYPE = int, INITCOND = '0');
				COMMENT ON AGGREGATE ag(int) IS 'x'""")) {
			changeSet.apply("DROP AGGREGATE ag(int)", "CREATE AGGREGATE ag2(int) (SFUNC = sf, STYPE = int)")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void takesLabelsOfEnumsAway() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE mood AS ENUM ('sad','ok');
				CREATE TABLE a (id int, m mood default 'ok', ms mood[]);
				CREATE VIEW v AS SELECT m FROM a;
				CREATE FUNCTION f(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
				CREATE INDEX ix ON a (m) WHERE m = 'sad';
				INSERT INTO a VALUES (1,'sad','{sad,ok}')""")) {
			changeSet
				.apply("ALTER TYPE mood ADD VALUE 'happy' BEFORE 'ok'", "ALTER TYPE mood RENAME VALUE 'sad' TO 'bad'")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void givesLabelsOfEnumsTheirNamesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE mood AS ENUM ('sad','ok');
				COMMENT ON TYPE mood IS 'm'""")) {
			changeSet.apply("ALTER TYPE mood RENAME VALUE 'sad' TO 'bad'", "ALTER TYPE mood RENAME TO moods")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsReplacedTypesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE mood AS ENUM ('sad','ok');
				CREATE TABLE a (id int, m mood default 'ok');
				INSERT INTO a VALUES (1,'sad')""")) {
			changeSet.apply("""
					ALTER TYPE mood RENAME TO mood_old;
					CREATE TYPE mood AS ENUM ('sad','ok','glad');
					ALTER TABLE a ALTER m DROP DEFAULT;
					ALTER TABLE a ALTER m TYPE mood USING m::text::mood;
					ALTER TABLE a ALTER m SET DEFAULT 'glad';
					DROP TYPE mood_old""").revert().isAsBefore();
		}
	}

	@Test
	void bringsDomainsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE DOMAIN d AS int CHECK (VALUE > 0) DEFAULT 3;
				CREATE TABLE a (x d)""")) {
			changeSet
				.apply("ALTER DOMAIN d DROP CONSTRAINT d_check", "ALTER DOMAIN d ADD CONSTRAINT e CHECK (VALUE > 5)",
						"ALTER DOMAIN d SET NOT NULL", "ALTER DOMAIN d SET DEFAULT 7", "CREATE DOMAIN dd AS d")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsCompositeTypesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE c AS (a int, b text)""")) {
			changeSet
				.apply("ALTER TYPE c ADD ATTRIBUTE z numeric", "ALTER TYPE c DROP ATTRIBUTE b",
						"ALTER TYPE c RENAME ATTRIBUTE a TO aa")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsColumnsBackWithAllThatWasOfThem() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text not null default 'z', c int references a(id), d
					varchar(10) unique check (d <> 'q'), e int generated always as (c + 1) stored);
				CREATE INDEX ix ON a (b, d);
				COMMENT ON COLUMN a.b IS 'bb';
				CREATE VIEW v AS SELECT c FROM a""")) {
			changeSet
				.apply("ALTER TABLE a DROP COLUMN b", "ALTER TABLE a DROP COLUMN d",
						"ALTER TABLE a DROP COLUMN c CASCADE")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsTablesBackWithAllThatWasOfThem() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id bigserial primary key, b text not null default 'z');
				CREATE TABLE c (id int primary key generated always as identity (start 5), p bigint references
					p(id));
				CREATE VIEW v AS SELECT id FROM p;
				CREATE RULE r AS ON INSERT TO p DO ALSO NOTHING;
				GRANT SELECT, INSERT ON p TO reader;
				ALTER TABLE p ENABLE ROW LEVEL SECURITY;
				CREATE POLICY pp ON p FOR SELECT TO reader USING (id > 3);
				COMMENT ON TABLE p IS 'pp';
				CREATE STATISTICS st ON id, b FROM p""")) {
			changeSet.apply("DROP TABLE c", "DROP TABLE p CASCADE").revert().isAsBefore();
		}
	}

	@Test
	void bringsIdentitiesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key generated by default as identity, b int not null)""")) {
			changeSet
				.apply("ALTER TABLE a ALTER id DROP IDENTITY", "ALTER TABLE a ALTER b ADD GENERATED ALWAYS AS IDENTITY")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsSchemasBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE SCHEMA x;
				CREATE TABLE x.a (id serial primary key, b text);
				CREATE TABLE c (x int references x.a(id))""")) {
			changeSet
				.apply("CREATE SCHEMA y", "ALTER TABLE x.a SET SCHEMA y", "ALTER SCHEMA x RENAME TO z",
						"CREATE TABLE y.q (i int)")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsPrivilegesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int, b text);
				GRANT SELECT ON a TO reader;
				CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'""")) {
			changeSet
				.apply("GRANT INSERT, UPDATE ON a TO reader", "GRANT SELECT (b) ON a TO PUBLIC",
						"REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC", "REVOKE SELECT ON a FROM reader")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsCommentsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE c AS (a int);
				CREATE TABLE a (id int primary key, b text);
				CREATE INDEX ix ON a (b);
				COMMENT ON COLUMN a.b IS 'b';
				COMMENT ON INDEX ix IS 'ix';
				COMMENT ON CONSTRAINT a_pkey ON a IS 'pk';
				COMMENT ON TABLE a IS 't';
				COMMENT ON TYPE c IS 'type';
				CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
				COMMENT ON FUNCTION f() IS 'f';
				CREATE SCHEMA s;
				COMMENT ON SCHEMA s IS 'my'""")) {
			changeSet
				.apply("COMMENT ON COLUMN a.b IS NULL", "COMMENT ON INDEX ix IS NULL",
						"COMMENT ON CONSTRAINT a_pkey ON a IS NULL", "COMMENT ON TABLE a IS NULL",
						"COMMENT ON TYPE c IS NULL", "COMMENT ON FUNCTION f() IS NULL", "COMMENT ON SCHEMA s IS NULL")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsSequencesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE SEQUENCE s START 5 INCREMENT 2;
				SELECT nextval('s');
				CREATE TABLE a (id int)""")) {
			changeSet.apply("ALTER SEQUENCE s INCREMENT 5 MAXVALUE 1000 CYCLE OWNED BY a.id", "CREATE SEQUENCE t")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsStorageBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text) WITH (fillfactor=70);
				CREATE INDEX i ON a (b) WITH (fillfactor=50)""")) {
			changeSet.apply("ALTER TABLE a SET (fillfactor = 90, autovacuum_enabled = false)",
					"""
							ALTER TABLE a ALTER b SET STORAGE EXTERNAL, ALTER b SET STATISTICS 100, ALTER b SET (n_distinct = 5)""",
					"ALTER INDEX i SET (fillfactor = 60)", "ALTER TABLE a REPLICA IDENTITY FULL",
					"ALTER TABLE a CLUSTER ON a_pkey", "ALTER TABLE a SET UNLOGGED")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsInheritedColumnsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int primary key, b text);
				CREATE TABLE c (x int) INHERITS (p);
				INSERT INTO c VALUES (1,'b',3);
				INSERT INTO p VALUES (5,'q')""")) {
			changeSet
				.apply("UPDATE p SET b = 'z'", "ALTER TABLE p ADD COLUMN k int", "CREATE TABLE d (y int) INHERITS (p)")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsGeneratedColumnsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b int, g int generated always as (b * 2) stored);
				INSERT INTO a(id,b) VALUES (1,2);
				CREATE INDEX gi ON a (g);
				CREATE VIEW v AS SELECT g FROM a""")) {
			changeSet
				.apply("ALTER TABLE a ALTER g DROP EXPRESSION", "UPDATE a SET b = 5",
						"CREATE VIEW w AS SELECT g FROM a")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsMaterializedViewsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text);
				INSERT INTO a VALUES (1,'x');
				CREATE MATERIALIZED VIEW m AS SELECT * FROM a;
				CREATE UNIQUE INDEX mi ON m (id);
				CREATE VIEW v AS SELECT * FROM m""")) {
			changeSet
				.apply("ALTER TABLE a ADD c int", "DROP VIEW v; DROP MATERIALIZED VIEW m",
						"CREATE MATERIALIZED VIEW m AS SELECT id, b, c FROM a")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void dropsExtensionsThatAreNew() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text);
				INSERT INTO a VALUES (1,'X')""")) {
			changeSet
				.apply("CREATE EXTENSION citext", "ALTER TABLE a ALTER b TYPE citext", "ALTER TABLE a ADD c citext")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void refusesRoles() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int)""")) {
			assertThat(changeSet.apply("ALTER ROLE CURRENT_USER SET work_mem = '8MB'").recording().obstacle())
				.isNotBlank();
		}
	}

	@Test
	void refusesCollations() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (x oid)""")) {
			assertThat(changeSet.apply("CREATE COLLATION cc (provider = libc, locale = 'C')").recording().obstacle())
				.isNotBlank();
		}
	}

	@Test
	void refusesDefaultPrivileges() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (x oid)""")) {
			assertThat(
					changeSet.apply("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader").recording().obstacle())
				.isNotBlank();
		}
	}

	@Test
	void refusesLargeObjects() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (x oid)""")) {
			assertThat(
					changeSet.apply("INSERT INTO a SELECT lo_create(0)", "SELECT lo_create(0)").recording().obstacle())
				.isNotBlank();
		}
	}

	@Test
	void copesWithHostileNames() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE SCHEMA "S ""x";
				CREATE TABLE "S ""x"."T'a\\b" ("C ""1" serial primary key, "sel;ect" text, "ü" int);
				INSERT INTO "S ""x"."T'a\\b" ("sel;ect", "ü") VALUES (E'a\\\\b''c"d', 1), (E'line\\nbreak\\t', 2)""")) {
			changeSet.apply("""
					UPDATE "S ""x"."T'a\\b" SET "sel;ect" = 'x' || "sel;ect\"""", """
					ALTER TABLE "S ""x"."T'a\\b" DROP COLUMN "ü\"""", """
					INSERT INTO "S ""x"."T'a\\b" ("sel;ect") VALUES ('$$ -- /*')""", """
					DROP TABLE "S ""x"."T'a\\b\"""").revert().isAsBefore();
		}
	}

}
