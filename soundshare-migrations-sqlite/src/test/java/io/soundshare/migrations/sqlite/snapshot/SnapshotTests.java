package io.soundshare.migrations.sqlite.snapshot;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.exception.LiquibaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.statement.DatabaseFunction;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.ForeignKey;
import liquibase.structure.core.ForeignKeyConstraintType;
import liquibase.structure.core.Index;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Sequence;
import liquibase.structure.core.Table;
import liquibase.structure.core.UniqueConstraint;
import liquibase.structure.core.View;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@ParameterizedClass
@EnumSource(SqliteDrivers.class)
class SnapshotTests {

	@Parameter
	SqliteDrivers driver;

	private Databases databases;

	Databases databases() {
		if (this.databases == null) {
			this.databases = new Databases(this.driver);
		}
		return this.databases;
	}

	@AfterEach
	void close() throws LiquibaseException {
		databases().close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			decimal(10,2)            | decimal(10, 2)
			NUMERIC ( 5 )            | NUMERIC(5)
			VARCHAR(255)             | VARCHAR(255)
			INTEGER                  | INTEGER
			TEXT                     | TEXT
			TIMESTAMP                | TIMESTAMP
			timestamp(6)             | timestamp(6)
			BIGINT                   | BIGINT
			BLOB                     | BLOB
			BOOLEAN                  | BOOLEAN
			DOUBLE PRECISION         | DOUBLE PRECISION
			timestamp with time zone | timestamp with time zone
			''                       | ''
			""")
	void readsTypesAsDeclared(String declared, String read) throws SQLException, LiquibaseException {
		Column column = column("c", "CREATE TABLE t (id INT, c " + declared + ")");
		assertThat(column.getType()).hasToString(read);
	}

	static Stream<Arguments> defaults() {
		return Stream.of(Arguments.of("TEXT DEFAULT 'it''s'", "it's"), Arguments.of("TEXT DEFAULT ('a')", "a"),
				Arguments.of("TEXT DEFAULT ''", ""), Arguments.of("TEXT DEFAULT word", "word"),
				Arguments.of("TEXT DEFAULT 'CURRENT_TIMESTAMP'", "CURRENT_TIMESTAMP"),
				Arguments.of("TEXT DEFAULT '7'", "7"), Arguments.of("INT DEFAULT 7", 7),
				Arguments.of("INT DEFAULT -7", -7), Arguments.of("INT DEFAULT (+7)", 7),
				Arguments.of("INT DEFAULT '7'", 7), Arguments.of("INT DEFAULT 0x10", 16),
				Arguments.of("decimal(10,2) DEFAULT 1.50", new BigDecimal("1.50")), Arguments.of("INT DEFAULT TRUE", 1),
				Arguments.of("BOOLEAN DEFAULT 1", true), Arguments.of("BOOLEAN DEFAULT false", false),
				Arguments.of("INT DEFAULT NULL", null), Arguments.of("INT", null),
				Arguments.of("TIMESTAMP DEFAULT current_timestamp", new DatabaseFunction("CURRENT_TIMESTAMP")),
				Arguments.of("TIMESTAMP DEFAULT '2026-01-02 03:04:05'", "2026-01-02 03:04:05"),
				Arguments.of("INT DEFAULT (strftime('%s', 'now'))", new DatabaseFunction("(strftime('%s', 'now'))")),
				Arguments.of("INT DEFAULT ((1) + (2))", new DatabaseFunction("((1) + (2))")),
				Arguments.of("BLOB DEFAULT x'00'", new DatabaseFunction("x'00'")),
				Arguments.of("REAL DEFAULT 1e3", new DatabaseFunction("1e3")));
	}

	@ParameterizedTest
	@MethodSource("defaults")
	void readsLiteralsAsValuesAndExpressionsAsExpressions(String declared, Object read)
			throws SQLException, LiquibaseException {
		Column column = column("c", "CREATE TABLE t (id INT, c " + declared + ")");
		assertThat(column.getDefaultValue()).isEqualTo(read);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(c INTEGER PRIMARY KEY AUTOINCREMENT)       | true  | false
			(c INTEGER PRIMARY KEY)                     | false | false
			(c INT PRIMARY KEY)                         | false | true
			(c INT PRIMARY KEY) WITHOUT ROWID           | false | false
			(c INT NOT NULL)                            | false | false
			(c INT NULL)                                | false | true
			""")
	void readsAutoIncrementAndNullability(String table, boolean autoIncrement, boolean nullable)
			throws SQLException, LiquibaseException {
		Column column = column("c", "CREATE TABLE t " + table);
		assertThat(column.isAutoIncrement()).isEqualTo(autoIncrement);
		assertThat(column.isNullable()).isEqualTo(nullable);
	}

	@Test
	void readsGeneratedColumnsAsGenerated() throws SQLException, LiquibaseException {
		DatabaseSnapshot snapshot = databases()
			.snapshot("CREATE TABLE t (a INT, v INT GENERATED ALWAYS AS (a * 2), s INT AS ( a||')' ) STORED)");
		assertThat(named(snapshot, Column.class, "v").getDefaultValue())
			.isEqualTo(new DatabaseFunction("GENERATED ALWAYS AS (a * 2) VIRTUAL"));
		assertThat(named(snapshot, Column.class, "v").getType()).hasToString("INT");
		assertThat(named(snapshot, Column.class, "s").getDefaultValue())
			.isEqualTo(new DatabaseFunction("GENERATED ALWAYS AS (a||')') STORED"));
	}

	@Test
	void readsCollationsAndTheNamesOfNotNullAndDefault() throws SQLException, LiquibaseException {
		Column column = column("c",
				"CREATE TABLE t (id INT, c TEXT CONSTRAINT nn NOT NULL CONSTRAINT d DEFAULT 'x' COLLATE nocase)");
		assertThat(column.getAttribute("collation", String.class)).isEqualTo("NOCASE");
		assertThat(column.getAttribute("notNullConstraintName", String.class)).isEqualTo("nn");
		assertThat(column.getDefaultValueConstraintName()).isEqualTo("d");
	}

	@Test
	void readsUniqueConstraintsWithTheirNamesAndColumnsInOrder() throws SQLException, LiquibaseException {
		DatabaseSnapshot snapshot = databases()
			.snapshot("CREATE TABLE t (a INT UNIQUE, b INT, c INT, CONSTRAINT uq UNIQUE (C, \"b\"), UNIQUE (a, c))");
		assertThat(snapshot.get(UniqueConstraint.class))
			.extracting((constraint) -> constraint.getName() + "(" + constraint.getColumnNames() + ")")
			.containsExactlyInAnyOrder("t_a_key(a)", "uq(c, b)", "t_a_c_key(a, c)");
		assertThat(snapshot.get(Index.class)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(a INT, b INT, CONSTRAINT pk PRIMARY KEY (b, a)) | pk | b, a
			(a INTEGER CONSTRAINT "my pk" PRIMARY KEY)       | my pk | a
			(A INT, PRIMARY KEY(a))                          |    | A
			""")
	void readsPrimaryKeysWithTheirNamesAndColumnsInOrder(String table, String name, String columns)
			throws SQLException, LiquibaseException {
		PrimaryKey key = databases().only(PrimaryKey.class, "CREATE TABLE t " + table);
		assertThat(key.getName()).isEqualTo(name);
		assertThat(key.getColumnNames()).isEqualTo(columns);
	}

	@Test
	void readsForeignKeysWithNamesActionsAndDeferrability() throws SQLException, LiquibaseException {
		DatabaseSnapshot snapshot = databases().snapshot("CREATE TABLE p (x INT, y INT, PRIMARY KEY (y, x))",
				"CREATE TABLE c (id INT, a INT, b INT, self INT REFERENCES c (id),"
						+ " CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES P ON DELETE CASCADE ON UPDATE SET NULL"
						+ " DEFERRABLE INITIALLY DEFERRED)");
		ForeignKey key = named(snapshot, ForeignKey.class, "fk");
		assertThat(key.getForeignKeyColumns()).extracting(Column::getName).containsExactly("a", "b");
		assertThat(key.getPrimaryKeyTable().getName()).isEqualTo("p");
		assertThat(key.getPrimaryKeyColumns()).extracting(Column::getName).containsExactly("y", "x");
		assertThat(key.getDeleteRule()).isEqualTo(ForeignKeyConstraintType.importedKeyCascade);
		assertThat(key.getUpdateRule()).isEqualTo(ForeignKeyConstraintType.importedKeySetNull);
		assertThat(key.isDeferrable()).isTrue();
		assertThat(key.isInitiallyDeferred()).isTrue();
		ForeignKey self = named(snapshot, ForeignKey.class, "c_self_fkey");
		assertThat(self.getPrimaryKeyTable() == self.getForeignKeyTable()).isTrue();
		assertThat(self.getDeleteRule()).isEqualTo(ForeignKeyConstraintType.importedKeyNoAction);
		assertThat(self.isDeferrable()).isFalse();
		assertThat(snapshot.get(ForeignKey.class)).hasSize(2);
	}

	@Test
	void makesUpNoIndexesForKeys() throws SQLException, LiquibaseException {
		// Looked for in vain they made a snapshot of many tables quadratic.
		DatabaseSnapshot snapshot = databases()
			.snapshot("CREATE TABLE t (a INTEGER PRIMARY KEY, b INT UNIQUE REFERENCES t)");
		assertThat(snapshot.get(ForeignKey.class)).singleElement().extracting(ForeignKey::getBackingIndex).isNull();
		assertThat(snapshot.get(UniqueConstraint.class)).singleElement()
			.extracting(UniqueConstraint::getBackingIndex)
			.isNull();
		assertThat(snapshot.get(Index.class)).isEmpty();
	}

	@Test
	void readsAForeignKeyToATableThatIsNotThere() throws SQLException, LiquibaseException {
		ForeignKey key = databases().only(ForeignKey.class, "CREATE TABLE c (a INT REFERENCES absent (x))");
		assertThat(key.getName()).isEqualTo("c_a_fkey");
		assertThat(key.getPrimaryKeyTable().getName()).isEqualTo("absent");
	}

	@Test
	void readsChecksAndTableOptionsAsAttributes() throws SQLException, LiquibaseException {
		Table table = databases().only(Table.class,
				"CREATE TABLE t (a INT PRIMARY KEY CHECK (a >  0), CONSTRAINT ab CHECK (a <> ')')) STRICT, WITHOUT ROWID");
		Object checks = table.getAttribute("checkConstraints", Object.class);
		assertThat(checks).asInstanceOf(InstanceOfAssertFactories.LIST)
			.containsExactly("CHECK (a > 0)", "CONSTRAINT ab CHECK (a <> ')')");
		assertThat(table.getAttribute("strict", Boolean.class)).isTrue();
		assertThat(table.getAttribute("withoutRowid", Boolean.class)).isTrue();
	}

	@Test
	void readsPartialExpressionAndDescendingIndexes() throws SQLException, LiquibaseException {
		DatabaseSnapshot snapshot = databases().snapshot("CREATE TABLE t (a INT, b TEXT, \"x,y\" TEXT)",
				"CREATE UNIQUE INDEX i ON t (A DESC, lower(b) , \"x,y\" ASC, b COLLATE NOCASE DESC) WHERE a IN (1, 2)",
				"CREATE INDEX plain ON t(a)");
		Index index = named(snapshot, Index.class, "i");
		assertThat(index.isUnique()).isTrue();
		assertThat(index.getColumns()).extracting(Column::getName, Column::getComputed, Column::getDescending)
			.containsExactly(tuple("a", false, true), tuple("lower(b)", true, false), tuple("x,y", false, false),
					tuple("b COLLATE NOCASE", true, true));
		assertThat(index.getAttribute("where", String.class)).isEqualTo("a IN (1, 2)");
		assertThat(named(snapshot, Index.class, "plain").isUnique()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			CREATE VIEW v AS SELECT 1 AS one                      | SELECT 1 AS one | false
			CREATE VIEW "my as view"/* as */ AS SELECT 1          | SELECT 1        | false
			CREATE VIEW [v]AS SELECT 1                            | SELECT 1        | false
			CREATE VIEW v(a) AS SELECT 1                          | CREATE VIEW v(a) AS SELECT 1 | true
			""")
	void readsTheDefinitionsOfViews(String sql, String definition, boolean full)
			throws SQLException, LiquibaseException {
		View view = databases().only(View.class, sql);
		assertThat(view.getDefinition()).isEqualTo(definition);
		assertThat(view.getContainsFullDefinition()).isEqualTo(full);
		assertThat(view.getColumns()).hasSize(1);
	}

	@Test
	void readsABrokenViewWithoutColumns() throws SQLException, LiquibaseException {
		View view = databases().only(View.class, "CREATE TABLE t (a INT)", "CREATE VIEW v AS SELECT a FROM t",
				"DROP TABLE t");
		assertThat(view.getDefinition()).isEqualTo("SELECT a FROM t");
		assertThat(view.getColumns()).isEmpty();
	}

	@Test
	void readsNamesThatNeedQuotes() throws SQLException, LiquibaseException {
		DatabaseSnapshot snapshot = databases().snapshot(
				"CREATE TABLE \"order\" (\"group\" INT UNIQUE, [a b] INT REFERENCES \"order\" (\"group\"), 'q\"q' INT)",
				"CREATE INDEX `select` ON \"order\" ([a b])");
		assertThat(snapshot.get(Table.class)).extracting(Table::getName).containsExactly("order");
		assertThat(snapshot.get(Column.class)).extracting(Column::getName)
			.containsExactlyInAnyOrder("group", "a b", "q\"q");
		assertThat(named(snapshot, Index.class, "select").getColumns()).extracting(Column::getName)
			.containsExactly("a b");
		assertThat(snapshot.get(ForeignKey.class)).extracting(ForeignKey::getName).containsExactly("order_a b_fkey");
	}

	@Test
	void listsATableOfOneNextValAsASequence() throws SQLException, LiquibaseException {
		DatabaseSnapshot snapshot = databases().snapshot("CREATE TABLE song_seq (next_val bigint)",
				"CREATE TABLE other (next_val bigint, b INT)");
		assertThat(snapshot.get(Sequence.class)).extracting(Sequence::getName).containsExactly("song_seq");
		assertThat(snapshot.get(Table.class)).extracting(Table::getName).containsExactly("other");
	}

	@Test
	void leavesOutWhatBelongsToSqlite() throws SQLException, LiquibaseException {
		DatabaseSnapshot snapshot = databases().snapshot("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INT)",
				"CREATE INDEX i ON t (a)", "INSERT INTO t (a) VALUES (1)", "ANALYZE");
		assertThat(snapshot.get(Table.class)).extracting(Table::getName).containsExactly("t");
	}

	@Test
	void readsTheColumnsOfAVirtualTable() throws SQLException, LiquibaseException {
		DatabaseSnapshot snapshot = databases().snapshot("CREATE VIRTUAL TABLE f USING fts5(title, body)");
		assertThat(snapshot.get(Column.class)).filteredOn((column) -> column.getRelation().getName().equals("f"))
			.extracting(Column::getName)
			.contains("title", "body");
	}

	private Column column(String name, String... statements) throws SQLException, LiquibaseException {
		return named(databases().snapshot(statements), Column.class, name);
	}

	private static <T extends DatabaseObject> T named(DatabaseSnapshot snapshot, Class<T> type, String name) {
		return snapshot.get(type).stream().filter((object) -> name.equals(object.getName())).findFirst().orElseThrow();
	}

}
