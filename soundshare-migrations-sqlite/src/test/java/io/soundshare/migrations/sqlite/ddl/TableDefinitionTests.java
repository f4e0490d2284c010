package io.soundshare.migrations.sqlite.ddl;

import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Constraint.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The parts of a definition that no pragma of SQLite tells: names, expressions, texts.
 * The rest is in {@link TableDefinitionSqliteTests}.
 */
class TableDefinitionTests {

	@Test
	void readsEachConstraintWithItsNameAndText() {
		TableDefinition table = TableDefinition
			.parse("CREATE TABLE t (a INT CONSTRAINT \"p k\" PRIMARY KEY ON CONFLICT "
					+ "replace AUTOINCREMENT, b TEXT COLLATE \"NOCASE\" DEFAULT - 5 CONSTRAINT [n] NOT NULL UNIQUE "
					+ "REFERENCES p, c AS ( a + 1 ) STORED, CONSTRAINT c1 CONSTRAINT c2 CHECK ( b > ')' ), CONSTRAINT 'f' "
					+ "FOREIGN KEY (\"A\", b) REFERENCES \"p p\" (x) MATCH full ON DELETE set null ON UPDATE CASCADE)");
		assertThat(table.constraints()).extracting(Constraint::kind)
			.containsExactly(Kind.PRIMARY_KEY, Kind.COLLATE, Kind.DEFAULT, Kind.NOT_NULL, Kind.UNIQUE, Kind.FOREIGN_KEY,
					Kind.GENERATED, Kind.CHECK, Kind.FOREIGN_KEY);
		assertThat(table.constraints()).extracting(Constraint::name)
			.containsExactly("p k", null, null, "n", null, null, null, "c2", "f");
		assertThat(table.constraints()).extracting(Constraint::column)
			.containsExactly("a", "b", "b", "b", "b", "b", "c", null, null);
		assertThat(table.constraints()).extracting(Constraint::expression)
			.containsExactly("", "NOCASE", "- 5", "", "", "", "a + 1", "b > ')'", "");
		assertThat(table.constraints()).extracting(Constraint::columns)
			.containsExactly(List.of("a"), List.of("b"), List.of("b"), List.of("b"), List.of("b"), List.of("b"),
					List.of("a"), List.of("b"), List.of("a", "b"));
		assertThat(table.constraints().get(0)).returns(true, Constraint::autoIncrement)
			.returns("REPLACE", Constraint::conflict)
			.returns("CONSTRAINT \"p k\" PRIMARY KEY ON CONFLICT replace AUTOINCREMENT", Constraint::sql);
		assertThat(table.tableConstraints().get(0).sql()).isEqualTo("CONSTRAINT c1 CONSTRAINT c2 CHECK ( b > ')' )");
		assertThat(table.tableConstraints().get(1).foreignKey())
			.isEqualTo(new ForeignKeyDefinition("p p", List.of("x"), "SET NULL", "CASCADE", false, false, "full"));
		assertThat(table.column("B").orElseThrow()).returns(true, ColumnDefinition::notNull)
			.returns("NOCASE", (column) -> column.collation().orElseThrow())
			.returns("- 5", (column) -> column.defaultSql().orElseThrow());
		assertThat(table.column("c").orElseThrow()).returns(true, ColumnDefinition::stored)
			.returns("c AS ( a + 1 ) STORED", ColumnDefinition::sql);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			a REFERENCES p                                             ; false ; false
			a REFERENCES p DEFERRABLE                                  ; true  ; false
			a REFERENCES p NOT DEFERRABLE INITIALLY DEFERRED           ; false ; false
			a REFERENCES p DEFERRABLE INITIALLY IMMEDIATE              ; true  ; false
			a REFERENCES p DEFERRABLE INITIALLY DEFERRED               ; true  ; true
			a REFERENCES p UNIQUE DEFERRABLE INITIALLY DEFERRED        ; true  ; true
			a REFERENCES p, b DEFERRABLE INITIALLY DEFERRED            ; true  ; true
			a REFERENCES p DEFERRABLE INITIALLY DEFERRED NOT DEFERRABLE; false ; false
			a, FOREIGN KEY (a) REFERENCES p DEFERRABLE INITIALLY DEFERRED; true ; true
			a REFERENCES p CONSTRAINT x DEFERRABLE INITIALLY DEFERRED  ; true  ; true
			""")
	void readsDeferrabilityAsSqliteEnforcesIt(String columns, boolean deferrable, boolean deferred) {
		TableDefinition table = TableDefinition.parse("CREATE TABLE t (" + columns + ")");
		assertThat(table.constraints()).filteredOn((constraint) -> constraint.kind() == Kind.FOREIGN_KEY)
			.extracting(Constraint::foreignKey)
			.containsExactly(new ForeignKeyDefinition("p", List.of(), null, null, deferrable, deferred, null));
		try (Database database = new Database()) {
			database.execute("PRAGMA foreign_keys = ON");
			database.execute("CREATE TABLE p (id INTEGER PRIMARY KEY)");
			database.execute(table.sql());
			database.execute("BEGIN");
			assertThat(database.accepts("INSERT INTO t (a) VALUES (7)")).isEqualTo(deferred);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
			a > 0 AND "B" < 1               ; a, b
			t.c = 'a' || x'0a'              ; c
			a LIKE 'b' ESCAPE 'c'           ; a
			a COLLATE b                     ; a
			CAST(a AS c) > 0                ; a
			length(c) + b(c)                ; c
			CASE a WHEN 1 THEN b END        ; a, b
			[like] NOT LIKE "end"           ; like, end
			a IS NOT NULL AND end           ; a, end
			""")
	void knowsTheColumnsThatACheckMentions(String expression, String columns) {
		Constraint check = TableDefinition
			.parse("CREATE TABLE t (a, b, c, \"like\", \"end\", \"AS\", CHECK (" + expression + "))")
			.constraints()
			.get(0);
		assertThat(check.columns()).containsExactlyInAnyOrder(columns.split(", "));
	}

	@Test
	void findsTheNamesInAStatement() {
		assertThat(Identifiers.of("SELECT \"A b\", t.[X], 'no' FROM t -- comment\n WHERE y IN (SELECT `z` FROM u)"))
			.containsExactlyInAnyOrder("a b", "t", "x", "y", "z", "u");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
			CREATE VIRTUAL TABLE t USING fts5(a)  ; The statement has 'VIRTUAL' at offset 7 where TABLE is expected
			CREATE TABLE t AS SELECT 1            ; The definition of table "t" is a CREATE TABLE AS
			CREATE TABLE t (a INT                 ; The definition of table "t" ends where ) is expected
			CREATE TABLE t (a INT NOT)            ; The definition of table "t" has 'NOT' at offset 22
			CREATE TABLE t (a) x y                ; The definition of table "t" has 'y' at offset 21
			DROP TABLE t                          ; The statement has 'DROP' at offset 0 where CREATE is expected
			""")
	void saysWhatIsNotATable(String sql, String message) {
		assertThatExceptionOfType(DdlException.class).isThrownBy(() -> TableDefinition.parse(sql))
			.withMessageStartingWith(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "CREATE", "CREATE TABLE", "CREATE TABLE t", "CREATE TABLE t (",
			"CREATE TABLE t (a CHECK (", "CREATE TABLE t (a DEFAULT", "CREATE TABLE t (a REFERENCES p ON",
			"CREATE TABLE t (a REFERENCES p ON DELETE SET", "CREATE TABLE t (a, UNIQUE (a",
			"CREATE TABLE t (a, UNIQUE ((a)", "CREATE TABLE t (a 'open)" })
	void failsWithAReasonHoweverShortTheText(String sql) {
		assertThatExceptionOfType(DdlException.class).isThrownBy(() -> TableDefinition.parse(sql));
	}

}
