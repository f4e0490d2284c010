package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users have made of rows since a change set stays when it is undone.
 */
class PostgresUserRowsTests {

	@Test
	void leavesValuesThatHaveChangedSince() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text, c int);
				INSERT INTO a VALUES (1,'x',1),(2,'x',2),(3,'x',3),(4,'x',4)""")) {
			changeSet.apply("UPDATE a SET b = 'new'")
				.then("UPDATE a SET b = 'mine' WHERE id = 2; UPDATE a SET b = NULL WHERE id = 3; UPDATE a SET c = 40 WHERE id = 4")
				.revert();
			assertThat(changeSet.rows().toString()).contains("(x,1,1)", "(mine,2,2)", "(,3,3)", "(x,40,4)");
		}
	}

	@Test
	void leavesValuesThatHaveChangedInSteps() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text, n numeric(10,2), j json, f real, t timestamptz);
				INSERT INTO a VALUES (1,'x',1,'{}',0.1,now()),(2,NULL,NULL,NULL,NULL,NULL)""")) {
			changeSet
				.apply("UPDATE a SET b = 'y', n = 1.5, j = '{ }'", "UPDATE a SET b = 'z', f = 0.7, t = now()",
						"UPDATE a SET b = NULL WHERE id = 2")
				.revert()
				.isAsBefore();
			changeSet.apply("UPDATE a SET b = 'y'", "UPDATE a SET b = 'z'", "INSERT INTO a VALUES (3, 'q')")
				.then("UPDATE a SET b = 'mine' WHERE id IN (1, 3)")
				.revert();
			assertThat(changeSet.rows().toString()).contains("(mine,0.1,1,", "(,,2,", "(mine,,3,");
		}
	}

	@Test
	void leavesRowsThatHaveChangedSince() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text, c char(5), j json, i inet, o bool)""")) {
			changeSet
				.apply("INSERT INTO a VALUES (1,'x','a','{}','1.2.3.4',true),(2,'y','a','{}','1.2.3.4',true)",
						"INSERT INTO a VALUES (3,NULL,'b',NULL),(4,'v',NULL,NULL),(5,'w',NULL,'[1]')",
						"UPDATE a SET b = 'z' WHERE id = 4")
				.then("UPDATE a SET b = 'mine' WHERE id = 2; UPDATE a SET b = 'mine' WHERE id = 3")
				.then("DELETE FROM a WHERE id = 5; INSERT INTO a VALUES (5,'other')")
				.revert();
			assertThat(changeSet.rows().toString())
				.contains("(mine,\"a    \",1.2.3.4,2,", "(mine,\"b    \",,3,", "(other,,,5,")
				.doesNotContain(",1,", ",4,");
		}
	}

	@Test
	void deletesRowsThatNobodyHasChanged() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE mood AS ENUM ('a','b');
				CREATE DOMAIN short AS varchar(4);
				CREATE TABLE a (id int primary key, f float8, r real, n numeric, m money, t timestamp, d interval, c
					char(5), i inet, o bool, oo bool[], e mood, s short, p point, x xml, by bytea, ar text[], j jsonb,
					v varchar(5), g int generated always as (1) stored);
				CREATE TABLE c (a int references a(id) on delete cascade)""")) {
			changeSet
				.apply("""
						INSERT INTO a VALUES (1,0.1,0.1,1.10,1234.5,now(),'1 day','a','1.2.3.4',true,'{t,f}','a','q','(1,2)','<a/>','\\x00','{a,"b c",NULL}','{"a": 1}','a'),
							(2,'NaN','Infinity','NaN',-1,'infinity','1 mon',' a','::1/64',false,'{}','b','','(0.1,2)','<a/>','\\x5c','{}','[]','\\')""",
						"INSERT INTO c VALUES (1)", "INSERT INTO a VALUES (3,1e-300)",
						"ALTER TABLE a ADD z int DEFAULT 4", "UPDATE a SET s = 'new', e = 'b' WHERE id = 1",
						"ALTER TABLE a DROP j", "ALTER TABLE a ALTER v TYPE varchar(50)",
						"UPDATE a SET v = 'longer than before'")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void undoesWhatTriggersHaveDoneToTheSameRow() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text, c int);
				INSERT INTO a VALUES (1,'x',1),(2,'y',2);
				CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN
					IF NEW.c < 5 THEN UPDATE a SET b = upper(NEW.b) || NEW.c, c = c + 1 WHERE id = NEW.id; END IF;
					RETURN NULL;
					END';
				CREATE TRIGGER tr AFTER INSERT OR UPDATE ON a FOR EACH ROW EXECUTE FUNCTION t()""")) {
			changeSet.apply("INSERT INTO a VALUES (3,'new',1)", "UPDATE a SET b = 'upd', c = 2").revert().isAsBefore();
		}
	}

	@Test
	void undoesWhatReferencesAndTriggersHaveDone() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int primary key);
				CREATE TABLE c (id int primary key, p int references p(id) on update cascade, n int);
				INSERT INTO p VALUES (1),(2);
				INSERT INTO c VALUES (10,1,0),(11,2,0);
				CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.n := NEW.n + 1; RETURN NEW; END';
				CREATE TRIGGER tr BEFORE UPDATE ON c FOR EACH ROW EXECUTE FUNCTION t()""")) {
			changeSet.apply("UPDATE p SET id = id + 10").revert().isAsBefore();
		}
	}

}
