package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Change sets of several statements, each of which builds on those before.
 */
class PostgresLongerRecorderTests {

	@Test
	void bringsColumnsOfPartitionsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int not null, b text, c int not null, primary key (id)) PARTITION BY RANGE (id);
				CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
				CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
				INSERT INTO p VALUES (1,'a',2),(11,'b',3)""")) {
			changeSet.apply("ALTER TABLE p DROP COLUMN b", "ALTER TABLE p ALTER c DROP NOT NULL").revert().isAsBefore();
		}
	}

	@Test
	void givesColumnsOfPartitionsTheirTypesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int not null, b text, primary key (id)) PARTITION BY RANGE (id);
				CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
				INSERT INTO p VALUES (1,'007')""")) {
			changeSet.apply("ALTER TABLE p ALTER b TYPE int USING b::int", "UPDATE p SET b = b + 1")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsColumnsOfChildrenBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int not null, b text);
				CREATE TABLE c (x int) INHERITS (p);
				INSERT INTO p VALUES (1,'a');
				INSERT INTO c VALUES (2,'b',3)""")) {
			changeSet.apply("ALTER TABLE p DROP COLUMN b", "ALTER TABLE p RENAME id TO idd").revert().isAsBefore();
		}
	}

	@Test
	void bringsRowsBackThatHadChangedBefore() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text);
				INSERT INTO a VALUES (1,'a'),(2,'b')""")) {
			changeSet.apply("UPDATE a SET b = 'z'", "DELETE FROM a WHERE id = 1", "DROP TABLE a").revert().isAsBefore();
		}
	}

	@Test
	void bringsColumnsBackWhoseNamesWereUsedAgain() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text, c text);
				INSERT INTO a VALUES (1,'a','x'),(2,'b','y')""")) {
			changeSet
				.apply("UPDATE a SET b = c", "ALTER TABLE a DROP COLUMN b", "UPDATE a SET c = 'q'",
						"ALTER TABLE a ADD COLUMN b int", "UPDATE a SET b = 5", "ALTER TABLE a RENAME b TO bb")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void tellsObjectsApartThatReadTheSameOfOtherColumns() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE o (id int PRIMARY KEY, other int UNIQUE);
				INSERT INTO o VALUES (1,10),(2,20);
				CREATE TABLE a (id int PRIMARY KEY, b int, c int, CONSTRAINT ub UNIQUE (b), CONSTRAINT cb CHECK (b > 0),
					CONSTRAINT fb FOREIGN KEY (b) REFERENCES o);
				CREATE INDEX ib ON a (b);
				CREATE VIEW v AS SELECT id, b FROM a;
				CREATE STATISTICS sb ON id, b FROM a;
				INSERT INTO a VALUES (1,1,2),(2,2,1)""")) {
			changeSet
				.apply("DROP VIEW v", "DROP STATISTICS sb",
						"ALTER TABLE a DROP CONSTRAINT ub, DROP CONSTRAINT cb, DROP CONSTRAINT fb", "DROP INDEX ib",
						"ALTER TABLE a RENAME b TO d", "ALTER TABLE a RENAME c TO b", "ALTER TABLE a RENAME d TO c",
						"ALTER TABLE a ADD CONSTRAINT ub UNIQUE (b)", "ALTER TABLE a ADD CONSTRAINT cb CHECK (b > 0)",
						"ALTER TABLE a ADD CONSTRAINT fb FOREIGN KEY (b) REFERENCES o", "CREATE INDEX ib ON a (b)",
						"CREATE VIEW v AS SELECT id, b FROM a", "CREATE STATISTICS sb ON id, b FROM a")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void undoesNothingOfWhatIsGoneAgain() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("CREATE TABLE a (id int)")) {
			changeSet
				.apply("CREATE TABLE b AS SELECT * FROM a", "DROP TABLE b", "CREATE TABLE c (id serial)",
						"ALTER TABLE c RENAME TO d", "DROP TABLE d")
				.revert()
				.isAsBefore();
			assertThat(changeSet.recording().entries()).isEmpty();
		}
	}

	@Test
	void refusesWhatGoesWithoutBeingNamed() throws SQLException {
		String setup = """
				CREATE TABLE old_a (id int); INSERT INTO old_a VALUES (1); CREATE TABLE z (id int, a text);
				INSERT INTO z VALUES (1, 'a');
				CREATE FUNCTION cleanup() RETURNS void LANGUAGE plpgsql AS 'BEGIN ALTER TABLE z DROP COLUMN a; END'""";
		for (String sql : List.of("SELECT cleanup()", """
				DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE tablename LIKE 'old%' LOOP
				EXECUTE 'DROP TABLE ' || quote_ident(t); END LOOP; END $$""")) {
			try (RecordedChangeSet changeSet = RecordedChangeSet.of(setup)) {
				assertThat(changeSet.apply(sql).recording().obstacle()).contains("in a way that cannot be followed");
			}
		}
	}

	@Test
	void undoesRowsThatWentIntoANewTable() throws SQLException {
		for (String sql : List.of("CREATE TABLE arch AS WITH d AS (DELETE FROM a RETURNING *) SELECT * FROM d",
				"WITH d AS (DELETE FROM a RETURNING *) SELECT * INTO arch FROM d")) {
			try (RecordedChangeSet changeSet = RecordedChangeSet
				.of("CREATE TABLE a (id int PRIMARY KEY, b text); INSERT INTO a VALUES (1, 'x'), (2, NULL)")) {
				changeSet.apply(sql).revert().isAsBefore();
			}
		}
	}

	@Test
	void leavesNoTriggerWhereADeferrableConstraintGoes() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int PRIMARY KEY);
				CREATE TABLE ch (p int CONSTRAINT ch_p_fkey REFERENCES p DEFERRABLE INITIALLY DEFERRED)""")) {
			changeSet.apply("DO $$ BEGIN ALTER TABLE ch DROP CONSTRAINT ch_p_fkey; INSERT INTO ch VALUES (7); END $$")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void putsTablesTogetherThatWereSplit() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id serial primary key, b text, street text, city text);
				INSERT INTO a(b,street,city) VALUES ('a','x','c'),('b','y','d')""")) {
			changeSet
				.apply("""
						CREATE TABLE addr (id serial primary key, a int references a(id), street text, city text)""",
						"INSERT INTO addr (a, street, city) SELECT id, street, city FROM a",
						"ALTER TABLE a ADD addr int REFERENCES addr(id)",
						"UPDATE a SET addr = (SELECT id FROM addr WHERE addr.a = a.id)",
						"ALTER TABLE a ALTER addr SET NOT NULL", "ALTER TABLE a DROP street, DROP city",
						"ALTER TABLE addr DROP a")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsPrimaryKeysBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text unique);
				CREATE TABLE c (a int references a(id));
				INSERT INTO a VALUES (1,'x'),(2,'y');
				INSERT INTO c VALUES (1)""")) {
			changeSet
				.apply("ALTER TABLE c ADD b text", "UPDATE c SET b = (SELECT b FROM a WHERE a.id = c.a)",
						"ALTER TABLE c DROP a", "ALTER TABLE a DROP CONSTRAINT a_pkey", "ALTER TABLE a DROP id",
						"ALTER TABLE a ALTER b SET NOT NULL", "ALTER TABLE a ADD PRIMARY KEY (b)",
						"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES a(b)", "DELETE FROM c")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void givesNobodyPrivilegesThatNobodyHad() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
				CREATE TABLE a (id int);
				REVOKE SELECT ON a FROM reader""")) {
			changeSet.apply("DROP TABLE a", "CREATE TABLE b (x int)").revert().isAsBefore();
		}
	}

	@Test
	void givesIdentitiesTheirTypesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int generated always as identity primary key, b text);
				INSERT INTO a(b) VALUES ('x')""")) {
			changeSet.apply("ALTER TABLE a ALTER id TYPE bigint", "INSERT INTO a(b) VALUES ('y')")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void knowsValuesByTheirOldLabels() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE mood AS ENUM ('sad','ok');
				CREATE TABLE a (id int primary key, m mood);
				INSERT INTO a VALUES (1,'sad')""")) {
			changeSet
				.apply("ALTER TYPE mood RENAME VALUE 'sad' TO 'bad'", "UPDATE a SET m = 'ok' WHERE m = 'bad'",
						"INSERT INTO a VALUES (2, 'bad')", "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void knowsNamesThatAreCut() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key)""")) {
			changeSet.apply("""
					CREATE TABLE a_very_long_name_that_is_longer_than_what_postgres_can_keep_in_a_name_xyz (id int)""",
					"""
							CREATE INDEX an_index_name_that_is_longer_than_what_postgres_can_keep_in_a_name_xyz ON
								a_very_long_name_that_is_longer_than_what_postgres_can_keep_in_a_name_xyz (id)""",
					"""
							CREATE INDEX another_index_name_that_is_longer_than_what_postgres_can_keep_in_a_name_xyz ON a (id)""")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void knowsNamesByTheSearchPath() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE SCHEMA s;
				CREATE TABLE s.a (id int primary key, b text);
				INSERT INTO s.a VALUES (1,'x');
				CREATE TABLE a (id int)""")) {
			changeSet
				.apply("SET search_path TO s, public", "ALTER TABLE a ADD c int", "UPDATE a SET b = 'q'",
						"ALTER TABLE a DROP b", "SET search_path TO public")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsCompositeValuesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE addr AS (street text, city text);
				CREATE TABLE a (id int primary key, x addr);
				INSERT INTO a VALUES (1, ROW('s,"1','c'))""")) {
			changeSet.apply("UPDATE a SET x = ROW('t','d')", "ALTER TABLE a DROP x", "DROP TYPE addr")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsExclusionsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int, pos int unique deferrable initially deferred, r int4range, exclude using
					gist (r with &&));
				INSERT INTO a VALUES (1,1,'[1,3)'),(2,2,'[3,5)')""")) {
			changeSet
				.apply("UPDATE a SET pos = 3 - pos",
						"ALTER TABLE a DROP CONSTRAINT a_r_excl, DROP CONSTRAINT a_pos_key")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsViewsOnViewsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int, b text);
				CREATE VIEW v AS SELECT * FROM a;
				CREATE VIEW w AS SELECT id FROM v;
				CREATE VIEW x AS SELECT count(*) AS n FROM w;
				GRANT SELECT ON x TO reader""")) {
			changeSet.apply("DROP VIEW v CASCADE", "CREATE VIEW v AS SELECT id FROM a").revert().isAsBefore();
		}
	}

	@Test
	void tellsFunctionsOfOneNameApart() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
				CREATE FUNCTION f(a text, b int DEFAULT 3) RETURNS int LANGUAGE sql AS 'SELECT 2';
				CREATE TABLE t (x int DEFAULT f(5))""")) {
			changeSet
				.apply("""
						CREATE OR REPLACE FUNCTION f(a text, b int DEFAULT 4) RETURNS int LANGUAGE sql AS 'SELECT 3'""",
						"DROP FUNCTION f(text, int)", "ALTER FUNCTION f(int) RENAME TO g",
						"CREATE FUNCTION f(a text) RETURNS TABLE (q int) LANGUAGE sql AS 'SELECT 1'")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void undoesProcedures() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (x int primary key, y text);
				INSERT INTO t VALUES (1,'a');
				CREATE PROCEDURE p(n int) LANGUAGE plpgsql AS 'BEGIN UPDATE t SET y = ''b'' WHERE x = n;
				END'""")) {
			changeSet.apply("CALL p(1)").revert().isAsBefore();
		}
	}

	@Test
	void undoesWhatTriggersDo() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (x int primary key, y text);
				CREATE TABLE hist (id serial, x int);
				CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO hist (x) VALUES (NEW.x);
				RETURN NEW;
				END';
				CREATE TRIGGER tr AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()""")) {
			changeSet.apply("INSERT INTO t VALUES (1,'q'),(2,'r')", "UPDATE t SET y = 's'").revert().isAsBefore();
		}
	}

	@Test
	void undoesWhatLeavesATableWithoutColumns() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet
			.of("CREATE TABLE t (t text PRIMARY KEY, b int); INSERT INTO t VALUES ('a', 1), ('b', NULL)")) {
			changeSet.apply("ALTER TABLE t DROP COLUMN t; ALTER TABLE t DROP COLUMN b; TRUNCATE t")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void undoesATruncationWhereAColumnHasTheNameOfTheTable() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet
			.of("CREATE TABLE t (t text PRIMARY KEY, b int); INSERT INTO t VALUES ('a', 1), ('b', NULL)")) {
			changeSet.apply("TRUNCATE t").revert().isAsBefore();
		}
	}

	@Test
	void leavesColumnsOfTablesThatInheritAsTheyAre() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int, b text); ALTER TABLE p ALTER b SET STATISTICS 50;
				CREATE TABLE c () INHERITS (p)""")) {
			changeSet.apply("ALTER TABLE p DROP COLUMN b").revert().isAsBefore();
		}
	}

}
