package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What statements take away is kept, and comes back.
 */
class PostgresKeptDataTests {

	@Test
	void bringsValuesOfColumnsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text not null, c int);
				INSERT INTO a VALUES (1,'x',5),(2,'y',NULL)""")) {
			changeSet.apply("ALTER TABLE a DROP COLUMN b", "ALTER TABLE a DROP COLUMN c").revert().isAsBefore();
		}
	}

	@Test
	void bringsValuesBackToTheRowsThatAreLeft() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text not null, c int);
				INSERT INTO a VALUES (1,'x',5),(2,'y',NULL)""")) {
			changeSet.apply("ALTER TABLE a DROP COLUMN b")
				.then("DELETE FROM a WHERE id = 1; INSERT INTO a VALUES (7, 7)")
				.revert()
				.hasSchemaAsBefore();
		}
	}

	@Test
	void bringsValuesBackToRowsWithoutAKey() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet
			.of("""
					CREATE TABLE a (b text, c int, j json, m point);
					INSERT INTO a VALUES ('x',5,'{}','(1,2)'),('x',5,'{}','(1,2)'),('y',5,'{}','(1,2)'),(NULL,NULL,NULL,NULL)""")) {
			changeSet.apply("ALTER TABLE a DROP COLUMN b, DROP COLUMN m").revert().isAsBefore();
		}
	}

	@Test
	void bringsRowsOfTablesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE mood AS ENUM ('a','b');
				CREATE TABLE a (id bigserial primary key, b mood, g int generated always as (5) stored, i int
					generated always as identity);
				CREATE TABLE c (a bigint references a(id), x text);
				INSERT INTO a (b) VALUES ('a'),('b');
				INSERT INTO c VALUES (1,'q')""")) {
			changeSet.apply("DROP TABLE c", "DROP TABLE a", "DROP TYPE mood").revert().isAsBefore();
		}
	}

	@Test
	void bringsValuesOfADroppedTypeBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE mood AS ENUM ('a','b');
				CREATE TABLE a (id bigserial primary key, b mood not null default 'b', ms mood[]);
				INSERT INTO a (b,ms) VALUES ('a','{a,b}'),('b',NULL)""")) {
			changeSet.apply("DROP TYPE mood CASCADE").revert().isAsBefore();
		}
	}

	@Test
	void bringsRowsOfASchemaBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE SCHEMA s;
				CREATE TABLE s.a (id bigserial primary key, b text);
				INSERT INTO s.a (b) VALUES ('a'),('b');
				CREATE VIEW s.v AS SELECT 1 AS x;
				CREATE TABLE p (a bigint references s.a(id));
				INSERT INTO p VALUES (1)""")) {
			changeSet.apply("DROP SCHEMA s CASCADE").revert().isAsBefore();
		}
	}

	@Test
	void bringsBackWhatAnotherTypeHasLost() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text, n numeric, t timestamp not null);
				INSERT INTO a VALUES (1,'007',1.55,now()),(2,'8',2,'2020-01-01 10:00')""")) {
			changeSet
				.apply("ALTER TABLE a ALTER b TYPE int USING b::int", "ALTER TABLE a ALTER n TYPE int",
						"ALTER TABLE a ALTER t TYPE date")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsBackWhatHasNoWayBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b timestamp not null default '2020-01-01');
				INSERT INTO a VALUES (1,'2021-02-03 04:05'),(2,'2020-01-01 10:00')""")) {
			changeSet.apply("""
					ALTER TABLE a ALTER b DROP DEFAULT, ALTER b TYPE int USING extract(epoch from b)::int""")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsKeysOfAnotherTypeBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text);
				CREATE TABLE c (a int references a(id));
				INSERT INTO a VALUES (1,'a'),(2,'b');
				INSERT INTO c VALUES (1)""")) {
			changeSet.apply("""
					ALTER TABLE c DROP CONSTRAINT c_a_fkey;
					ALTER TABLE a ALTER id TYPE text;
					ALTER TABLE c ALTER a TYPE text;
					ALTER TABLE c ADD CONSTRAINT c_a_fkey FOREIGN KEY (a) REFERENCES a(id)""").revert().isAsBefore();
		}
	}

	@Test
	void leavesValuesThatHaveChangedSince() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b text);
				INSERT INTO a VALUES (1,'007'),(2,'8')""")) {
			changeSet.apply("ALTER TABLE a ALTER b TYPE int USING b::int")
				.then("UPDATE a SET b = 12 WHERE id = 1")
				.revert()
				.hasSchemaAsBefore();
		}
	}

	@Test
	void bringsATableBackThatWasBuiltAnew() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id serial primary key, b text);
				CREATE TABLE c (a int references a(id));
				INSERT INTO a(b) VALUES ('x'),('y');
				INSERT INTO c VALUES (2)""")) {
			changeSet
				.apply("CREATE TABLE a2 (id serial primary key, b text, z int not null default 4)",
						"INSERT INTO a2 (id, b) SELECT id, b FROM a", "ALTER TABLE c DROP CONSTRAINT c_a_fkey",
						"DROP TABLE a", "ALTER TABLE a2 RENAME TO a",
						"ALTER TABLE c ADD CONSTRAINT c_a_fkey FOREIGN KEY (a) REFERENCES a(id)")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsKeysBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id serial primary key, b text);
				INSERT INTO a(b) VALUES ('x'),('y')""")) {
			changeSet.apply("ALTER TABLE a DROP CONSTRAINT a_pkey, DROP COLUMN id",
					"ALTER TABLE a ADD COLUMN id uuid default gen_random_uuid()", "ALTER TABLE a ADD PRIMARY KEY (id)")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void firesNoTriggers() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id serial primary key, b text, c int);
				INSERT INTO a(b,c) VALUES ('x',1),('y',2);  CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS
					'BEGIN NEW.c := 4;
				RETURN NEW;
				END';
				CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON a FOR EACH ROW EXECUTE FUNCTION t();
				CREATE TRIGGER tr3 BEFORE INSERT OR UPDATE ON a FOR EACH ROW EXECUTE FUNCTION t();
				ALTER TABLE a DISABLE TRIGGER tr3""")) {
			changeSet.apply("ALTER TABLE a DROP COLUMN b", "UPDATE a SET id = 17 WHERE id = 1").revert().isAsBefore();
		}
	}

	@Test
	void bringsBackWhatAScriptHasMovedElsewhere() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id serial primary key, first text, last text);
				INSERT INTO a(first,last) VALUES ('x','z'),('y','q')""")) {
			changeSet.apply("""
					ALTER TABLE a ADD COLUMN name text;
					UPDATE a SET name = first || last;
					ALTER TABLE a DROP first, DROP last;
					DELETE FROM a WHERE id = 1;
					INSERT INTO a (name) VALUES ('n')""").revert().isAsBefore();
		}
	}

	@Test
	void bringsBackWhatABlockDrops() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id serial primary key, first text, last text);
				INSERT INTO a(first,last) VALUES ('x','z'),('y','q')""")) {
			changeSet.apply("""
					DO $$ BEGIN EXECUTE 'ALTER TABLE a DROP COLUMN first';
					UPDATE a SET last = 'o';
					END $$""").revert().isAsBefore();
		}
	}

	@Test
	void bringsSequencesBackWhereTheyWere() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE SEQUENCE s START 7 MAXVALUE 1000;
				SELECT nextval('s'),nextval('s');
				CREATE SEQUENCE t;
				COMMENT ON SEQUENCE s IS 's'""")) {
			changeSet.apply("DROP SEQUENCE s", "DROP SEQUENCE t").revert().isAsBefore();
		}
	}

	@Test
	void bringsIdentitiesBackWhereTheyWere() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key generated always as identity (start 10 increment 5), b text);
				INSERT INTO a(b) VALUES ('x'),('y')""")) {
			changeSet.apply("ALTER TABLE a ALTER id DROP IDENTITY", "INSERT INTO a VALUES (7,'q')")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void givesColumnsTheirTypesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE a (id int primary key, b varchar(10) default '5', c int, d text);
				CREATE INDEX ix ON a (b);
				CREATE VIEW v AS SELECT c FROM a;
				INSERT INTO a VALUES (1,'10',3,'2020-01-01')""")) {
			changeSet
				.apply("ALTER TABLE a ALTER id TYPE bigint",
						"ALTER TABLE a ALTER b DROP DEFAULT, ALTER b TYPE int USING b::int",
						"ALTER TABLE a ALTER d TYPE date USING d::date", "DROP VIEW v",
						"ALTER TABLE a ALTER c TYPE boolean USING c <> 0")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void bringsValuesOfAnExtensionsTypesBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE EXTENSION citext;
				CREATE EXTENSION hstore;
				CREATE TABLE a (id int primary key, b citext not null, h hstore);
				INSERT INTO a VALUES (1,'X','a=>1');
				CREATE INDEX ON a (b)""")) {
			changeSet.apply("DROP EXTENSION citext CASCADE", "DELETE FROM a").revert().isAsBefore();
		}
	}

	@Test
	void bringsRowsOfPartitionsBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int not null, b text check (b <> 'z'), primary key (id)) PARTITION BY RANGE (id);
				CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
				CREATE TABLE p2 PARTITION OF p DEFAULT;
				INSERT INTO p VALUES (1,'a'),(11,'b');
				CREATE INDEX pi ON p (b);
				CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW;
				END';
				CREATE TRIGGER tr AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION t();
				CREATE TABLE r (id int references p(id));
				INSERT INTO r VALUES (1)""")) {
			changeSet.apply("DROP TABLE r", "DROP TABLE p").revert().isAsBefore();
		}
	}

	@Test
	void bringsAPartitionBack() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int not null, b text check (b <> 'z'), primary key (id)) PARTITION BY RANGE (id);
				CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
				INSERT INTO p VALUES (1,'a');
				CREATE INDEX pi ON p (b)""")) {
			changeSet.apply("ALTER TABLE p ADD COLUMN z int", "DROP TABLE p1").revert().isAsBefore();
		}
	}

	@Test
	void bringsRowsBackWhoseColumnsWentBefore() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (id int PRIMARY KEY, kind text NOT NULL DEFAULT 'x', at date NOT NULL, note text);
				INSERT INTO t VALUES (1, 'a', '2026-01-01', 'n'), (2, 'b', '2026-01-02', NULL)""")) {
			changeSet.apply("ALTER TABLE t DROP COLUMN kind", "ALTER TABLE t DROP COLUMN at", "DROP TABLE t")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void refusesToKeepRowsOfWhichPoliciesHideSome() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (id int primary key, v text);
				INSERT INTO t VALUES (1,'a'),(2,'b');
				CREATE POLICY mine ON t USING (id > 1);
				ALTER TABLE t ENABLE ROW LEVEL SECURITY;
				ALTER TABLE t FORCE ROW LEVEL SECURITY""")) {
			assertThat(changeSet.apply("ALTER TABLE t DROP COLUMN v").recording().obstacle())
				.isEqualTo("policies hide rows of t from its owner, so that they cannot be kept");
		}
	}

	@Test
	void bringsValuesBackThatARuleWouldNotLetIn() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (id int primary key, v text);
				INSERT INTO t VALUES (1,'a'),(2,'b');
				CREATE RULE mine AS ON UPDATE TO t DO INSTEAD NOTHING;
				ALTER TABLE t ENABLE ALWAYS RULE mine""")) {
			changeSet.apply("ALTER TABLE t DROP COLUMN v").revert().isAsBefore();
		}
	}

	@Test
	void bringsValuesBackWherePoliciesComeLater() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (id int primary key, v text);
				INSERT INTO t VALUES (1,'a'),(2,'b');
				CREATE POLICY mine ON t USING (id > 1);
				ALTER TABLE t ENABLE ROW LEVEL SECURITY""")) {
			changeSet.apply("ALTER TABLE t DROP COLUMN v", "ALTER TABLE t FORCE ROW LEVEL SECURITY");
			changeSet.revert().isAsBefore();
		}
	}

}
