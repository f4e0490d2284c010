package io.soundshare.migrations.sqlite.ddl;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Edits, text in and text out. In the tables {@code |} is a line break.
 */
class TableEditsTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
			CREATE TABLE t (a INT)                    ; CREATE TABLE t (a INT, n TEXT)
			CREATE TABLE t(a,b)                       ; CREATE TABLE t(a,b,n TEXT)
			CREATE TABLE t (a INT , b INT )           ; CREATE TABLE t (a INT , b INT , n TEXT )
			CREATE TABLE t (|  a INT|)                ; CREATE TABLE t (|  a INT,|  n TEXT|)
			CREATE TABLE t (|  a INT -- about a|)     ; CREATE TABLE t (|  a INT, -- about a|  n TEXT|)
			CREATE TABLE t (a INT /* about a */)      ; CREATE TABLE t (a INT /* about a */, n TEXT)
			CREATE TABLE t (|  a INT|  -- the end|)   ; CREATE TABLE t (|  a INT,|  n TEXT|  -- the end|)
			CREATE TABLE t (|  a INT|, b INT -- b|)   ; CREATE TABLE t (|  a INT|, b INT -- b|, n TEXT|)
			CREATE TABLE t (a INT, CHECK (a > 0))     ; CREATE TABLE t (a INT, n TEXT, CHECK (a > 0))
			CREATE TABLE t (|  a INT, -- a|  UNIQUE (a)|) ; CREATE TABLE t (|  a INT, -- a|  n TEXT,|  UNIQUE (a)|)
			CREATE TABLE t (a INT --|)                ; CREATE TABLE t (a INT, --| n TEXT|)
			""")
	void addsAColumnAsItsNeighboursAreLaidOutAndDropsItWithoutTrace(String before, String after) {
		TableDefinition table = TableDefinition.parse(lines(before));
		TableDefinition added = table.edit().addColumn("n TEXT", Position.last());
		assertThat(added.sql()).isEqualTo(lines(after));
		assertThat(added.edit().dropColumn("N").sql()).isEqualTo(table.sql());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
			a ; CREATE TABLE t (|  b TEXT CHECK (b <> ','), -- about b|  c INT, -- about c|  UNIQUE (b)|)
			b ; CREATE TABLE t (|  a INT, -- about a|  c INT, -- about c|  UNIQUE (b)|)
			c ; CREATE TABLE t (|  a INT, -- about a|  b TEXT CHECK (b <> ','), -- about b|  UNIQUE (b)|)
			""")
	void dropsAColumnWithTheCommentOfItsLine(String column, String after) {
		TableDefinition table = TableDefinition.parse(lines(
				"CREATE TABLE t (|  a INT, -- about a|  b TEXT CHECK (b <> ','), -- about b|  c INT, -- about c|  UNIQUE (b)|)"));
		assertThat(table.edit().dropColumn(column).sql()).isEqualTo(lines(after));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
			1 ; CREATE TABLE t (n INT, a INT, "b b" INT, UNIQUE (a))
			2 ; CREATE TABLE t (a INT, n INT, "b b" INT, UNIQUE (a))
			3 ; CREATE TABLE t (a INT, "b b" INT, n INT, UNIQUE (a))
			9 ; CREATE TABLE t (a INT, "b b" INT, n INT, UNIQUE (a))
			""")
	void addsAColumnAtAPosition(int number, String after) {
		TableDefinition table = TableDefinition.parse("CREATE TABLE t (a INT, \"b b\" INT, UNIQUE (a))");
		assertThat(table.edit().addColumn("n INT", Position.at(number)).sql()).isEqualTo(after);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', nullValues = "-", textBlock = """
			a INT                 ; -   ; a INT NOT NULL
			a INT                 ; n n ; a INT CONSTRAINT "n n" NOT NULL
			a                     ; -   ; a NOT NULL
			a INT DEFAULT 1       ; -   ; a INT DEFAULT 1 NOT NULL
			a VARCHAR(3)DEFAULT'x'; -   ; a VARCHAR(3)DEFAULT'x' NOT NULL
			a INT/* c */UNIQUE    ; -   ; a INT/* c */UNIQUE NOT NULL
			a INT GENERATED ALWAYS AS (1); - ; a INT GENERATED ALWAYS AS (1) NOT NULL
			""")
	void setsNotNullAndTakesItBack(String before, String name, String after) {
		TableDefinition table = table(before);
		TableDefinition changed = table.edit().setNotNull("a", name);
		assertThat(changed.sql()).isEqualTo(table(after).sql());
		assertThat(changed.edit().setNotNull("a", "again").sql()).isEqualTo(changed.sql());
		assertThat(changed.edit().dropNotNull("a").sql()).isEqualTo(table.sql());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', nullValues = "-", textBlock = """
			a INT                             ; -   ; a INT DEFAULT (1 + 1)
			a INT                             ; d   ; a INT CONSTRAINT "d" DEFAULT (1 + 1)
			a INT NOT NULL UNIQUE             ; -   ; a INT NOT NULL DEFAULT (1 + 1) UNIQUE
			a INT DEFAULT 5 NOT NULL          ; -   ; a INT DEFAULT (1 + 1) NOT NULL
			a INT CONSTRAINT x DEFAULT -5     ; -   ; a INT CONSTRAINT x DEFAULT (1 + 1)
			a INT CONSTRAINT x DEFAULT 'a b'  ; d   ; a INT CONSTRAINT "d" DEFAULT (1 + 1)
			a INT DEFAULT/* why */'x'NOT NULL ; -   ; a INT DEFAULT/* why */(1 + 1)NOT NULL
			""")
	void setsTheDefault(String before, String name, String after) {
		assertThat(table(before).edit().setDefault("A", "(1 + 1)", name).sql()).isEqualTo(table(after).sql());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
			a INT CONSTRAINT x DEFAULT -5 NOT NULL ; a INT NOT NULL
			a INT DEFAULT 1 DEFAULT 2              ; a INT
			a DEFAULT'x'NOT NULL                   ; a NOT NULL
			a INT/**/DEFAULT(1)/**/CHECK(a)        ; a INT/**//**/CHECK(a)
			""")
	void dropsTheDefault(String before, String after) {
		assertThat(table(before).edit().dropDefault("a").sql()).isEqualTo(table(after).sql());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', emptyValue = "", textBlock = """
			a INT NOT NULL                        ; a DECIMAL(9, 2) NOT NULL
			a UNSIGNED BIG INT (3) DEFAULT 1      ; a DECIMAL(9, 2) DEFAULT 1
			a                                     ; a DECIMAL(9, 2)
			a GENERATED ALWAYS AS (1)             ; a DECIMAL(9, 2) GENERATED ALWAYS AS (1)
			a "my"'type'/* x */CHECK (a)          ; a DECIMAL(9, 2)/* x */CHECK (a)
			""")
	void setsTheType(String before, String after) {
		assertThat(table(before).edit().setType("a", "DECIMAL(9, 2)").sql()).isEqualTo(table(after).sql());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~',
			textBlock = """
					id BIGINT NOT NULL, b INT, CONSTRAINT "pk t" PRIMARY KEY (id) ; id INTEGER CONSTRAINT "pk t" PRIMARY KEY AUTOINCREMENT NOT NULL, b INT
					id integer PRIMARY KEY, b INT                ; id integer PRIMARY KEY AUTOINCREMENT, b INT
					id INT CONSTRAINT x PRIMARY KEY DESC NOT NULL; id INTEGER CONSTRAINT x PRIMARY KEY AUTOINCREMENT NOT NULL
					id PRIMARY KEY ASC ON CONFLICT IGNORE        ; id INTEGER PRIMARY KEY ASC ON CONFLICT IGNORE AUTOINCREMENT
					id INTEGER PRIMARY KEY DESC ON CONFLICT FAIL ; id INTEGER PRIMARY KEY ON CONFLICT FAIL AUTOINCREMENT
					id INTEGER, PRIMARY KEY (id DESC) ON CONFLICT FAIL, UNIQUE (id) ; id INTEGER PRIMARY KEY ON CONFLICT FAIL AUTOINCREMENT, UNIQUE (id)
					id INTEGER NOT NULL, b INT                   ; id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, b INT
					id INTEGER PRIMARY KEY AUTOINCREMENT         ; id INTEGER PRIMARY KEY AUTOINCREMENT
					""")
	void setsAutoIncrement(String before, String after) {
		assertThat(table(before).edit().setAutoIncrement("ID").sql()).isEqualTo(table(after).sql());
	}

	@Test
	void refusesAutoIncrementWhereSqliteHasNone() {
		assertThatExceptionOfType(DdlException.class)
			.isThrownBy(() -> table("a INT, b INT, PRIMARY KEY (a, b)").edit().setAutoIncrement("a"))
			.withMessage("Table \"t\" has the primary key (a, b), so that \"a\" cannot be AUTOINCREMENT; "
					+ "drop that primary key first");
		assertThatExceptionOfType(DdlException.class)
			.isThrownBy(() -> TableDefinition.parse("CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID")
				.edit()
				.setAutoIncrement("a"))
			.withMessageContaining("WITHOUT ROWID");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
			CREATE TABLE t (a INT)                     ; CREATE TABLE t (a INT, CHECK (a))
			CREATE TABLE t (|  a INT, -- a|  b INT -- b|) ; CREATE TABLE t (|  a INT, -- a|  b INT, -- b|  CHECK (a)|)
			CREATE TABLE t (a, UNIQUE (a) UNIQUE (a))  ; CREATE TABLE t (a, UNIQUE (a) UNIQUE (a), CHECK (a))
			""")
	void addsAConstraintAndDropsItWithoutTrace(String before, String after) {
		TableDefinition table = TableDefinition.parse(lines(before));
		TableDefinition added = table.edit().addConstraint("CHECK (a)");
		assertThat(added.sql()).isEqualTo(lines(after));
		Constraint constraint = added.tableConstraints().get(added.tableConstraints().size() - 1);
		assertThat(added.edit().drop(constraint).sql()).isEqualTo(table.sql());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~',
			textBlock = """
					0 ; a INT, b INT REFERENCES p NOT NULL DEFERRABLE INITIALLY DEFERRED, CHECK (a) CONSTRAINT u UNIQUE (b)
					1 ; a INT CONSTRAINT x CHECK (a > 0), b INT NOT NULL, CHECK (a) CONSTRAINT u UNIQUE (b)
					2 ; a INT CONSTRAINT x CHECK (a > 0), b INT REFERENCES p DEFERRABLE INITIALLY DEFERRED, CHECK (a) CONSTRAINT u UNIQUE (b)
					3 ; a INT CONSTRAINT x CHECK (a > 0), b INT REFERENCES p NOT NULL DEFERRABLE INITIALLY DEFERRED, CONSTRAINT u UNIQUE (b)
					4 ; a INT CONSTRAINT x CHECK (a > 0), b INT REFERENCES p NOT NULL DEFERRABLE INITIALLY DEFERRED, CHECK (a)
					""")
	void dropsAConstraintWithItsNameWhereverItIs(int index, String after) {
		TableDefinition table = table("a INT CONSTRAINT x CHECK (a > 0), "
				+ "b INT REFERENCES p NOT NULL DEFERRABLE INITIALLY DEFERRED, CHECK (a) CONSTRAINT u UNIQUE (b)");
		assertThat(table.edit().drop(table.constraints().get(index)).sql()).isEqualTo(table(after).sql());
	}

	@Test
	void renamesTheHeaderOnly() {
		assertThat(TableDefinition.parse("CREATE TABLE t/* t */(t REFERENCES t, CHECK (t.t > 0))")
			.edit()
			.rename("n \"n")
			.sql()).isEqualTo("CREATE TABLE \"n \"\"n\"/* t */(t REFERENCES t, CHECK (t.t > 0))");
		assertThat(TableDefinition.parse("CREATE TEMP TABLE IF NOT EXISTS main.[t](a)").edit().rename("n").sql())
			.isEqualTo("CREATE TEMP TABLE IF NOT EXISTS main.\"n\"(a)");
	}

	@Test
	void takesTheTablesNameOffColumnsInChecks() {
		assertThat(table("a INT CHECK (t.a > 't.a'), b AS (\"T\" . a), CHECK (x.a AND t.b)").edit().unqualified().sql())
			.isEqualTo(table("a INT CHECK (a > 't.a'), b AS ( a), CHECK (x.a AND b)").sql());
	}

	@Test
	void refusesTextThatIsMoreThanItSays() {
		TableDefinition table = table("a INT, b INT");
		assertThatExceptionOfType(DdlException.class).isThrownBy(() -> table.edit().setDefault("a", "1, c INT", null))
			.withMessageStartingWith("Table \"t\" cannot give column \"a\" the default '1, c INT'");
		assertThatExceptionOfType(DdlException.class).isThrownBy(() -> table.edit().setType("a", "INT NOT NULL"));
		assertThatExceptionOfType(DdlException.class)
			.isThrownBy(() -> table.edit().addColumn("c INT, d INT", Position.last()));
		assertThatExceptionOfType(DdlException.class).isThrownBy(() -> table.edit().addConstraint("c INT"));
	}

	@Test
	void namesTheTableAndWhatItLacks() {
		assertThatExceptionOfType(DdlException.class).isThrownBy(() -> table("a INT, b INT").edit().dropNotNull("c"))
			.withMessage("Table \"t\" has no column \"c\"; it has a, b");
		assertThatExceptionOfType(DdlException.class).isThrownBy(() -> table("a INT").edit().dropColumn("a"))
			.withMessage("Table \"t\" has no column but \"a\"; drop the table instead");
	}

	private static TableDefinition table(String columns) {
		return TableDefinition.parse("CREATE TABLE t (" + columns + ")");
	}

	private static String lines(String text) {
		return text.replace('|', '\n');
	}

}
