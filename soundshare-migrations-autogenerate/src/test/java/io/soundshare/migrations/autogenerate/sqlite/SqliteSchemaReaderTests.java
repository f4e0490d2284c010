package io.soundshare.migrations.autogenerate.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import io.soundshare.migrations.autogenerate.database.Changes;
import io.soundshare.migrations.autogenerate.database.SchemaReaderContract;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Sequence;
import liquibase.change.core.CreateSequenceChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SqliteSchemaReaderTests extends SchemaReaderContract {

	@Override
	protected Connection open() throws SQLException {
		return DriverManager.getConnection("jdbc:sqlite::memory:");
	}

	@Override
	protected SupportedProduct product() {
		return SupportedSqlite.INSTANCE;
	}

	@Override
	protected String truth() {
		return "1";
	}

	@Test
	void tellsEveryIntegerKeyAsAnIdentity() throws SQLException {
		sql("CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT)", "CREATE TABLE b (id INTEGER PRIMARY KEY)",
				"CREATE TABLE c (id INT PRIMARY KEY)", "CREATE TABLE d (id INTEGER PRIMARY KEY) WITHOUT ROWID",
				"CREATE TABLE e (id INTEGER, PRIMARY KEY (id))",
				"CREATE TABLE f (id INTEGER, x int, PRIMARY KEY (id, x))");

		assertThat(read().tables()).filteredOn((table) -> table.columns().get(0).identity())
			.extracting((table) -> table.name().name())
			.containsExactly("a", "b", "e");
		assertThat(read().tables()).filteredOn((table) -> table.columns().get(0).autoIncrement())
			.extracting((table) -> table.name().name())
			.containsExactly("a");
	}

	@Test
	void makesUpNamesForChecks() throws SQLException {
		sql("CREATE TABLE t (a int CHECK (a > 0) CHECK (a < 9), b int CONSTRAINT ck_t_2 CHECK (b > 0), CHECK (a < b),"
				+ " CHECK (b < 7))");

		assertThat(table("t").checks()).extracting(CheckConstraint::name)
			.containsExactly("ck_t_a", "ck_t_a_2", "ck_t_2", "ck_t_1", "ck_t_3");
		String longName = "x".repeat(70);
		sql("CREATE TABLE " + longName + " (a int CHECK (a > 0))");
		assertThat(table(longName).checks().get(0).name()).hasSize(63).startsWith("ck_xxx");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a > 0|(A>0)", "a IN ('x','y')|\"a\" in ( 'x' , 'y' )", "a == 1 AND b != 2|a=1 and b<>2",
			"a = TRUE|a = 1", "length(a) > 3|LENGTH(  [a]  ) > 3", "t.a > 0|a > 0", "a IN (\"x\")|a IN ('x')",
			"a > 1 -- more\n|/* more */ a > 1", "((a)) > ((b))|a > b",
			"a LIKE 'X%' or (b is not null)|a like 'X%' OR (b IS NOT NULL)" })
	void tellsTheSameExpressionInOneWay(String expressions) throws SQLException {
		String[] expression = expressions.split("\\|(?!\\|)");
		sql("CREATE TABLE t (a int, b int, CHECK (" + expression[0] + "), CHECK (" + expression[1] + "))");

		List<CheckConstraint> checks = table("t").checks();
		assertThat(checks.get(0).expression().canonical()).isEqualTo(checks.get(1).expression().canonical());
		assertThat(checks.get(0).expression().declared()).isEqualTo(expression[0].strip());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "a > 'x'|a > 'X'", "a IN ('x')|a = 'x'", "a - (b - 1) > 0|a - b - 1 > 0", "\"a b\" > 0|a > 0" })
	void tellsDifferentExpressionsApart(String expressions) throws SQLException {
		String[] expression = expressions.split("\\|");
		sql("CREATE TABLE t (a int, b int, \"a b\" int, CHECK (" + expression[0] + "), CHECK (" + expression[1] + "))");

		List<CheckConstraint> checks = table("t").checks();
		assertThat(checks.get(0).expression().canonical()).isNotEqualTo(checks.get(1).expression().canonical());
	}

	@ParameterizedTest
	@ValueSource(strings = { "boolean DEFAULT 1|boolean DEFAULT TRUE", "boolean DEFAULT '0'|boolean DEFAULT false",
			"varchar(9) DEFAULT 5|varchar(9) DEFAULT '5'", "int DEFAULT 0x10|int DEFAULT 16",
			"text DEFAULT \"x\"|text DEFAULT 'x'", "text DEFAULT Foo|text DEFAULT 'Foo'",
			"text DEFAULT (datetime('now'))|text DEFAULT CURRENT_TIMESTAMP",
			"text DEFAULT (date( 'now' ))|text DEFAULT current_date", "int DEFAULT (1 + 1)|int DEFAULT ( 1+1 )",
			"text DEFAULT (lower(hex(randomblob(4))))|text DEFAULT (LOWER(HEX(RANDOMBLOB(4))))" })
	void tellsTheSameDefaultOfSqliteInOneWay(String columns) throws SQLException {
		String[] column = columns.split("\\|");
		sql("CREATE TABLE t (a " + column[0] + ", b " + column[1] + ")");

		assertThat(read(column("t", "a"))).isNotNull().isEqualTo(read(column("t", "b")));
		assertThat(column("t", "a").defaultValue().declared()).isEqualTo(column[0].split(" DEFAULT ")[1]);
	}

	@Test
	void tellsTablesThatStandForSequencesAsSuch() throws Exception {
		sql("CREATE TABLE song_seq (next_val bigint)", "INSERT INTO song_seq VALUES (51)",
				"CREATE TABLE not_one (next_val bigint PRIMARY KEY)", "CREATE TABLE none (next_val text)");
		CreateSequenceChange create = new CreateSequenceChange();
		create.setSequenceName("album_seq");
		create.setStartValue(java.math.BigInteger.valueOf(100));
		create.setIncrementBy(java.math.BigInteger.valueOf(50));
		Changes.run(this.connection, create);
		CreateSequenceChange plain = new CreateSequenceChange();
		plain.setSequenceName("label_seq");
		Changes.run(this.connection, plain);

		assertThat(read().sequences()).containsExactlyInAnyOrder(new Sequence(ObjectName.of("song_seq"), 51, 0),
				new Sequence(ObjectName.of("label_seq"), 1, 1), new Sequence(ObjectName.of("album_seq"), 100, 50));
		assertThat(read().tables()).extracting((table) -> table.name().name()).containsExactly("not_one", "none");
	}

	@Test
	void tellsNothingOfVirtualTablesAndWhatSqliteKeeps() throws SQLException {
		sql("CREATE VIRTUAL TABLE docs USING fts5(body)", "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)",
				"INSERT INTO t DEFAULT VALUES", "ANALYZE", "CREATE TEMP TABLE x (a int)",
				"CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END");

		assertThat(read().tables()).extracting((table) -> table.name().name()).containsExactly("t");
	}

	@Test
	void tellsCollationsButTheUsualOne() throws SQLException {
		sql("CREATE TABLE t (a text COLLATE nocase, b text COLLATE BINARY, c text)",
				"CREATE INDEX ix ON t (a COLLATE RTRIM)");

		assertThat(column("t", "a").collation()).isEqualTo(new DeclaredSql("nocase", "NOCASE"));
		assertThat(column("t", "b").collation()).isNull();
		assertThat(table("t").indexes()).isEmpty();
	}

	@Test
	void tellsAVirtualColumnLikeAStoredOne() throws SQLException {
		sql("CREATE TABLE t (a int, b AS (a*2), c int GENERATED ALWAYS AS (A * 2) STORED)");

		assertThat(column("t", "b").generatedAs().canonical()).isEqualTo("a * 2");
		assertThat(column("t", "c").generatedAs()).isEqualTo(new DeclaredSql("A * 2", "a * 2"));
	}

	@Test
	void tellsNamesAsTheTableDeclaresThem() throws SQLException {
		sql("CREATE TABLE Parent (Id INTEGER PRIMARY KEY)",
				"CREATE TABLE child (ParentId int REFERENCES PARENT (ID), UNIQUE (PARENTID))",
				"CREATE INDEX ix ON CHILD (parentid)");

		assertThat(table("child").foreignKeys().get(0).referencedTable()).isEqualTo(ObjectName.of("Parent"));
		assertThat(table("child").foreignKeys().get(0).referencedColumns()).containsExactly("Id");
		assertThat(table("child").foreignKeys().get(0).columns()).containsExactly("ParentId");
		assertThat(table("child").uniques().get(0).columns()).containsExactly("ParentId");
		assertThat(table("child").indexes().get(0).columns()).containsExactly("ParentId");
	}

	@Test
	void readsAForeignKeyToNothing() throws SQLException {
		sql("CREATE TABLE child (a int REFERENCES gone (id), b int REFERENCES gone)");

		assertThat(table("child").foreignKeys()).extracting((key) -> key.referencedTable().name())
			.containsExactly("gone", "gone");
	}

}
