package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statements that change rows are undone exactly.
 */
class PostgresRowRecorderTests {

	@Test
	void undoesChangesOfRows() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet
			.of("""
					CREATE TABLE a (id serial primary key, b varchar(10) default 'd', c int, t timestamptz, j json, jb
						jsonb, n numeric, f float8, by bytea, ar text[], g int generated always as (c * 2) stored);
					INSERT INTO a (b,c,t,j,jb,n,f,by,ar) VALUES ('x',1,'2020-02-02 10:00+02','{"a": 1,
						"b":[1]}','{"a":1}','NaN','Infinity','\\x00ff','{a,"b c",NULL}'),('y',2,NULL,NULL,NULL,1.10,0.1,NULL,NULL),('',NULL,'0044-03-15 BC',NULL,NULL,NULL,NULL,NULL,NULL);
					CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.c := 4;
					RETURN NEW;
					END';
					CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON a FOR EACH ROW EXECUTE FUNCTION t()""")) {
			changeSet
				.apply("INSERT INTO a (b,c) VALUES ('new',1),('new',2)", "UPDATE a SET b = 'upd' WHERE c = 1",
						"UPDATE a SET id = id + 100", "DELETE FROM a WHERE id = 102", "DELETE FROM a")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void findsRowsWithoutAKey() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (b varchar(10), j json, p point);
				INSERT INTO a VALUES ('x','{}','(1,2)'),('x','{}','(1,2)'),('x','{}','(1,2)'),(NULL,NULL,NULL)""")) {
			changeSet
				.apply("INSERT INTO a VALUES ('x','{}','(1,2)')", "UPDATE a SET b = 'y' WHERE ctid = '(0,1)'",
						"DELETE FROM a WHERE b = 'x'")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void undoesWhatReferencesDo() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int primary key, v text);
				CREATE TABLE c (id int primary key, p int references p(id) on delete cascade on update cascade);
				CREATE TABLE n (id int primary key, p int references p(id) on delete set null);
				INSERT INTO p VALUES (1),(2),(3);
				INSERT INTO c VALUES (10,1),(11,1),(12,2);
				INSERT INTO n VALUES (10,1),(11,3)""")) {
			changeSet
				.apply("DELETE FROM p WHERE id = 1", "UPDATE p SET id = 20 WHERE id = 2", "INSERT INTO p VALUES (1)")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void undoesScriptsThatChangeObjectsAndRows() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, first text, last text);
				INSERT INTO a VALUES (1,'A','B'),(2,'C','D')""")) {
			changeSet.apply("""
					ALTER TABLE a ADD COLUMN full_name text;
					UPDATE a SET full_name = first || ' ' || last;
					ALTER TABLE a ALTER full_name SET NOT NULL;
					INSERT INTO a VALUES (3,'x','y','z')""").revert().isAsBefore();
		}
	}

	@Test
	void undoesBlocks() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, first text, last text);
				INSERT INTO a VALUES (1,'A','B'),(2,'C','D')""")) {
			changeSet.apply("""
					DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM a WHERE id = 7) THEN INSERT INTO a VALUES (7);
					UPDATE a SET first = 'Q';
					CREATE TABLE z (i int);
					INSERT INTO z VALUES (1);
					ALTER TABLE a ADD z int;
					END IF;
					END $$""").revert().isAsBefore();
		}
	}

	@Test
	void undoesWhatFunctionsDo() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, first text, last text);
				INSERT INTO a VALUES (1,'A','B'),(2,'C','D');
				CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'UPDATE a SET first = last'""")) {
			changeSet.apply("SELECT f()").revert().isAsBefore();
		}
	}

	@Test
	void undoesWhatTriggersDoToRowsThatTheirStatementHasChanged() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text, c text);
				INSERT INTO a VALUES (1, NULL, 'x'), (2, 'keep', 'y'), (3, 'twice', 'z');
				CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
					UPDATE a SET c = 'seen' WHERE b = 'new' AND id < NEW.id;
					DELETE FROM a WHERE b = 'new' AND id < NEW.id - 1;
					RETURN NEW; END $$;
				CREATE TRIGGER tr BEFORE UPDATE ON a FOR EACH ROW WHEN (NEW.b = 'new') EXECUTE FUNCTION f()""")) {
			changeSet.apply("UPDATE a SET b = 'new'").revert().isAsBefore();
		}
	}

	@Test
	void undoesRowsWhereOthersHadLain() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text);
				INSERT INTO a VALUES (1, 'x'), (2, 'y')""")) {
			changeSet
				.apply("UPDATE a SET b = 'z' WHERE id = 1", "TRUNCATE a", "INSERT INTO a VALUES (3, 'z'), (1, 'w')")
				.revert()
				.isAsBefore();
			changeSet
				.apply("TRUNCATE a", "INSERT INTO a VALUES (1, 'x')", "DELETE FROM a", "TRUNCATE a",
						"INSERT INTO a VALUES (1, 'x')")
				.revert()
				.isAsBefore();
			changeSet.apply("""
					DO $$ BEGIN DELETE FROM a; ALTER TABLE a ALTER b TYPE varchar(9) USING b || 'r';
					INSERT INTO a VALUES (1, 'x'); UPDATE a SET b = 'q'; END $$""").revert().isAsBefore();
		}
	}

	@Test
	void undoesInsertOfRowThatATriggerDeletesAgain() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text);
				CREATE TABLE c (id int primary key, a int REFERENCES a ON DELETE CASCADE);
				INSERT INTO a VALUES (1, 'x');
				INSERT INTO c VALUES (1, 1);
				CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM a; RETURN NEW; END $$;
				CREATE TRIGGER tr AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()""")) {
			changeSet.apply("INSERT INTO a VALUES (2, 'y')").revert().isAsBefore();
			changeSet.apply("INSERT INTO a VALUES (2, 'y'), (3, 'z')").revert().isAsBefore();
			changeSet.apply("DELETE FROM a", "INSERT INTO a VALUES (1, 'x')").revert().isAsBefore();
		}
	}

	@Test
	void fillsTruncatedTables() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id serial primary key, first text);
				CREATE TABLE b (a int references a);
				INSERT INTO a(first) VALUES ('A'),('B');
				INSERT INTO b VALUES (1)""")) {
			changeSet.apply("TRUNCATE a CASCADE").revert().isAsBefore();
		}
	}

	@Test
	void setsRestartedSequencesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id serial primary key, b text);
				INSERT INTO a(b) VALUES ('x'),('y')""")) {
			changeSet.apply("TRUNCATE a RESTART IDENTITY", "INSERT INTO a(b) VALUES ('z')").revert().isAsBefore();
		}
	}

	@Test
	void undoesChangesOfPartitions() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int not null, b text, primary key (id)) PARTITION BY RANGE (id);
				CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
				CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);
				INSERT INTO p VALUES (1,'a'),(11,'b');
				CREATE INDEX pi ON p (b)""")) {
			changeSet
				.apply("UPDATE p SET id = id + 5 WHERE id = 11", "UPDATE p SET id = 15 WHERE id = 1",
						"INSERT INTO p1 VALUES (5,'x')", "CREATE TABLE p3 PARTITION OF p FOR VALUES FROM (20) TO (30)",
						"ALTER TABLE p DETACH PARTITION p1", "DROP INDEX pi")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void keepsKeysUniqueOnTheWay() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, pos int unique);
				INSERT INTO a VALUES (1,1),(2,2),(3,3)""")) {
			changeSet.apply("UPDATE a SET pos = pos + 10", "UPDATE a SET pos = pos - 9", """
					UPDATE a SET pos = 30 WHERE pos = 2;
					UPDATE a SET pos = 2 WHERE pos = 3;
					UPDATE a SET pos = 3 WHERE pos = 30""").revert().isAsBefore();
		}
	}

	@Test
	void undoesChangesOfTreesOfRows() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, p int references a(id) on delete cascade);
				INSERT INTO a VALUES (1,NULL),(2,1),(3,2),(4,3)""")) {
			changeSet.apply("DELETE FROM a WHERE id = 1", "INSERT INTO a VALUES (8,9),(9,NULL)").revert().isAsBefore();
		}
	}

	@Test
	void undoesStatementsThatChangeSeveralTables() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int primary key, v text);
				CREATE TABLE c (id int primary key, p int references p(id));
				CREATE TABLE arch (id int, v text);
				INSERT INTO p VALUES (1,'a'),(2,'b');
				INSERT INTO c VALUES (1,1)""")) {
			changeSet.apply("""
					WITH d AS (DELETE FROM p WHERE id = 2 RETURNING *) INSERT INTO arch SELECT * FROM d""", """
					WITH i AS (INSERT INTO p VALUES (5,'n') RETURNING id) INSERT INTO c SELECT 5, id FROM i""")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void undoesWhatViewsAndRulesDo() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text);
				CREATE VIEW v AS SELECT * FROM a;
				CREATE TABLE log (x text);
				CREATE RULE r AS ON INSERT TO a DO ALSO INSERT INTO log VALUES (NEW.b);
				CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO log VALUES (''via'');
				RETURN NEW;
				END';
				CREATE VIEW w AS SELECT 1 AS z;
				CREATE TRIGGER it INSTEAD OF INSERT ON w FOR EACH ROW EXECUTE FUNCTION f()""")) {
			changeSet.apply("INSERT INTO v VALUES (1,'x')", "INSERT INTO w VALUES (7)").revert().isAsBefore();
		}
	}

	@Test
	void undoesDespitePolicies() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text);
				INSERT INTO a VALUES (1,'a'),(2,'b');
				ALTER TABLE a ENABLE ROW LEVEL SECURITY;
				ALTER TABLE a FORCE ROW LEVEL SECURITY;
				CREATE POLICY p ON a USING (true) WITH CHECK (b <> 'b')""")) {
			changeSet.apply("UPDATE a SET b = 'c'", "DELETE FROM a").revert().isAsBefore();
		}
	}

	@Test
	void undoesWithDeferredReferences() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int primary key, v text);
				CREATE TABLE c (id int primary key, p int references p(id) deferrable initially deferred)""")) {
			changeSet.apply("INSERT INTO c VALUES (1,1)", "INSERT INTO p VALUES (1)").revert().isAsBefore();
		}
	}

	@Test
	void setsSequencesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE SEQUENCE s;
				SELECT nextval('s');
				CREATE TABLE a (id serial primary key);
				INSERT INTO a DEFAULT VALUES""")) {
			changeSet
				.apply("SELECT setval('s', 100)", "ALTER SEQUENCE a_id_seq RESTART WITH 50",
						"INSERT INTO a DEFAULT VALUES")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void leavesDeferredReferencesDeferred() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int primary key, v text);
				CREATE TABLE c (id int primary key, p int references p(id) deferrable initially deferred);
				CREATE TABLE o (x int)""")) {
			changeSet
				.apply("INSERT INTO c VALUES (1,1)", "ALTER TABLE o ADD y int", "INSERT INTO p VALUES (1)",
						"INSERT INTO c VALUES (2,2)", "INSERT INTO p VALUES (2)", "ALTER TABLE p ADD y int")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void leavesConstraintsAsTheyAreSet() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int primary key, v text);
				CREATE TABLE c (id int primary key, p int references p(id) deferrable)""")) {
			changeSet.apply("SET CONSTRAINTS ALL DEFERRED", "INSERT INTO c VALUES (1,1)", "INSERT INTO p VALUES (1)")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void refusesRowsThatItHasNotSeen() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int primary key, v text);
				CREATE TABLE c (id int primary key)""")) {
			assertThat(changeSet.apply("""
					DO $$ DECLARE t text;
					BEGIN FOR t IN SELECT relname FROM pg_class WHERE relname IN (chr(112), chr(99)) LOOP EXECUTE
						format('INSERT INTO %I VALUES (1)', t);
					END LOOP;
					END $$""").recording().obstacle()).isNotBlank();
		}
	}

	@Test
	void undoesDespiteRules() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id serial primary key, v text);
				CREATE TABLE arch (id int, v text);
				CREATE RULE r AS ON DELETE TO p DO INSTEAD UPDATE p SET v = 'gone' WHERE id = OLD.id;
				INSERT INTO p (v) VALUES ('x')""")) {
			changeSet.apply("DELETE FROM p", "INSERT INTO p (v) VALUES ('y')").revert().isAsBefore();
		}
	}

	@Test
	void refusesMoreRowsThanTheLimit() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text)""")) {
			assertThat(changeSet.apply("INSERT INTO a SELECT i FROM generate_series(1,10001) i").recording().obstacle())
				.isNotBlank();
		}
	}

}
