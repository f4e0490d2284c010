package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Columns get no type back that would cut or round what users have written since.
 */
class PostgresNarrowingTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
			varchar(3); varchar(50); 'abc'; 'abcdef'
			varchar(5); text; 'abc'; 'abcdef'
			char(3); text; 'abc'; 'abcdef'
			numeric(5,2); numeric(10,6); 1.25; 1.123456
			int; numeric; 1; 1.5
			date; timestamp; '2020-01-01'; '2020-01-01 10:00'
			timestamp(0); timestamp(6); '2020-01-01 10:00'; '2020-01-01 10:00:00.5'
			real; float8; 0.1; 0.123456789
			int; float8; 1; 1.5
			boolean; int; true; 5
			bit varying(3); bit varying(9); B'101'; B'10101'
			bit(3); bit varying; B'101'; B'10101'
			varchar(3)[]; text[]; '{abc}'; '{abcdef}'
			numeric(5,2)[]; numeric[]; '{1.25}'; '{1.123456}'
			short; long; 'abc'; 'abcdef'
			short; text; 'abc'; 'abcdef'
			varchar(3); long; 'abc'; 'abcdef'
			""")
	void refusesToCutValues(String before, String after, String value, String newer) throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE DOMAIN short AS varchar(3); CREATE DOMAIN long AS varchar(50);
				CREATE TABLE t (id int primary key, v %s);
				INSERT INTO t VALUES (1,%s),(2,NULL)""".formatted(before, value))) {
			changeSet.apply("ALTER TABLE t ALTER v TYPE " + after + (before.equals("boolean") ? " USING v::int" : ""))
				.then("INSERT INTO t VALUES (3,%s),(4,%1$s)".formatted(newer));
			assertThatExceptionOfType(SQLException.class).isThrownBy(changeSet::revert)
				.withMessageContaining("2 row(s) of t hold values in v that ");
			changeSet.connection().rollback();
			changeSet.then("DELETE FROM t WHERE id > 2").revert().isAsBefore();
		}
	}

	@Test
	void refusesToCutValuesOfPartitions() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE p (id int, v numeric(5,2)) PARTITION BY RANGE (id);
				CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
				INSERT INTO p VALUES (1,1.5)""")) {
			changeSet.apply("ALTER TABLE p ALTER v TYPE numeric").then("INSERT INTO p VALUES (2,1.555)");
			assertThatExceptionOfType(SQLException.class).isThrownBy(changeSet::revert)
				.withMessageContaining("1 row(s) of p hold values in v that numeric(5,2) cannot take");
			changeSet.connection().rollback();
			changeSet.then("DELETE FROM p WHERE id = 2").revert().isAsBefore();
		}
	}

	@Test
	void bringsBackWhatIsKept() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (id int primary key, n numeric, m int, f float8);
				INSERT INTO t VALUES (1,12345678901234567890,5,1.5),(2,0.1,6,0.1)""")) {
			changeSet
				.apply("ALTER TABLE t ALTER n TYPE float8", "ALTER TABLE t ALTER m TYPE numeric USING m + 0.4",
						"ALTER TABLE t ALTER f TYPE numeric USING f + 0.1234567890123456789",
						"INSERT INTO t VALUES (3,1,1,1)", "UPDATE t SET n = 5 WHERE id = 2")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void undoesWhatTheChangeSetHasWrittenItself() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (id int primary key, v varchar(3), n int not null, d numeric(5,2));
				INSERT INTO t VALUES (1,'a',1,1),(2,NULL,2,NULL),(3,'c',3,3)""")) {
			changeSet
				.apply("ALTER TABLE t ALTER v TYPE varchar(50), ALTER n TYPE bigint, ALTER d TYPE numeric",
						"INSERT INTO t VALUES (4,'longer',4,1.2345)", "UPDATE t SET v = 'longer' WHERE id < 3",
						"UPDATE t SET v = v || ' still', d = 0.123456 WHERE id = 1", "DELETE FROM t WHERE id = 4",
						"INSERT INTO t VALUES (5,'longer',5,1.2345)", "ALTER TABLE t ADD w int")
				.revert()
				.isAsBefore();
		}
	}

	@Test
	void leavesValuesThatHaveChangedSinceInWiderColumns() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (id int primary key, v varchar(3));
				INSERT INTO t VALUES (1,'a'),(2,NULL),(3,'c')""")) {
			changeSet
				.apply("ALTER TABLE t ALTER v TYPE varchar(50)", "UPDATE t SET v = 'longer'", "ALTER TABLE t ADD w int",
						"INSERT INTO t VALUES (4,'longer'),(5,'x')", "ALTER TABLE t ADD z int")
				.then("UPDATE t SET v = 'me' WHERE id IN (1, 4)")
				.revert();
			assertThat(changeSet.rows().toString()).contains("(1,me)", "(2,)", "(3,c)", "(4,me)").doesNotContain("(5");
		}
	}

	@Test
	void refusesToCutValuesAmongThoseOfTheChangeSet() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TABLE t (id int primary key, v varchar(3));
				INSERT INTO t VALUES (1,'a'),(2,NULL),(3,'c')""")) {
			changeSet
				.apply("ALTER TABLE t ALTER v TYPE varchar(50)", "UPDATE t SET v = 'longer'", "ALTER TABLE t ADD w int")
				.then("UPDATE t SET v = 'mine' WHERE id = 1");
			assertThatExceptionOfType(SQLException.class).isThrownBy(changeSet::revert)
				.withMessageContaining("1 row(s) of t hold values in v that varchar(3) cannot take");
		}
	}

	@Test
	void undoesRowsOfAnEnumThatHasGrown() throws SQLException {
		try (RecordedChangeSet changeSet = RecordedChangeSet.of("""
				CREATE TYPE mood AS ENUM ('a','b');
				CREATE TABLE t (id int primary key, e mood);
				INSERT INTO t VALUES (1,'a')""")) {
			changeSet
				.apply("ALTER TABLE t ADD w int", "INSERT INTO t VALUES (2,'b')", "UPDATE t SET e = 'b'",
						"ALTER TYPE mood ADD VALUE 'c'")
				.revert()
				.isAsBefore();
		}
	}

}
