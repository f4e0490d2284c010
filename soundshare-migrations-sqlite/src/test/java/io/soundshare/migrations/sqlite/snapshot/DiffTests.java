package io.soundshare.migrations.sqlite.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.DiffToChangeLog;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.serializer.core.json.JsonSnapshotSerializer;
import liquibase.serializer.core.yaml.YamlChangeLogSerializer;
import liquibase.snapshot.DatabaseSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
@ParameterizedClass
@EnumSource(SqliteDrivers.class)
class DiffTests {

	private static final String PARENT = "CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT)";

	@Parameter
	SqliteDrivers driver;

	@TempDir
	Path directory;

	private Databases databases;

	@BeforeEach
	void open() {
		this.databases = new Databases(this.driver);
	}

	@AfterEach
	void close() throws Exception {
		this.databases.close();
	}

	@Test
	void findsNothingBetweenEqualDatabases() throws Exception {
		String[] schema = { """
				CREATE TABLE artist (
					id INTEGER CONSTRAINT pk PRIMARY KEY AUTOINCREMENT,
					name varchar(100) COLLATE NOCASE NOT NULL UNIQUE DEFAULT 'it''s',
					born TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
					price decimal(10,2) DEFAULT 1.5 CHECK (price > 0),
					x DEFAULT (abs(-1)),
					g INT AS (id + 1) STORED,
					UNIQUE (id, name), UNIQUE (name, id),
					FOREIGN KEY (x) REFERENCES artist, FOREIGN KEY (price) REFERENCES artist (id))""",
				"CREATE TABLE \"order\" (a INT, b INT, PRIMARY KEY (b, a)) WITHOUT ROWID",
				"CREATE INDEX i ON artist (lower(name) DESC, price) WHERE price > 1",
				"CREATE VIEW \"my view\" (q) AS SELECT id FROM artist", "CREATE TABLE song_seq (next_val bigint)" };
		DiffResult result = diff(this.databases.with(schema), this.databases.with(schema));
		assertThat(objects(result)).isEmpty();
		assertThat(changes(result)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(a INT CHECK (a > 0)) | (a INT)             | checkConstraints
			(a INT CHECK (a > 0)) | (a INT CHECK (a>1)) | checkConstraints
			(a INT) STRICT        | (a INT)             | strict
			(a INT COLLATE RTRIM) | (a INT)             | collation
			(a INT, b AS (a + 1)) | (a INT, b AS (a))   | defaultValue
			""")
	void findsWhatNoChangeOfLiquibaseCanBringAbout(String wanted, String found, String attribute) throws Exception {
		DiffResult result = diff(this.databases.with("CREATE TABLE t " + wanted),
				this.databases.with("CREATE TABLE t " + found));
		assertThat(result.getChangedObjects().values()).singleElement()
			.satisfies((differences) -> assertThat(differences.isDifferent(attribute)).isTrue());
		assertThat(objects(result)).hasSize(1);
		assertThat(changes(result)).isEmpty();
	}

	@Test
	void takesNamesInAnyCaseForTheSame() throws Exception {
		DiffResult result = diff(
				this.databases.with("CREATE TABLE t (a INT REFERENCES t (b), b INT UNIQUE)", "CREATE INDEX i ON t (a)"),
				this.databases.with("CREATE TABLE T (A INT REFERENCES T (B), B INT UNIQUE)",
						"CREATE INDEX I ON T (A)"));
		assertThat(objects(result)).isEmpty();
	}

	@Test
	void findsNothingBetweenASnapshotFileAndItsDatabase() throws Exception {
		DatabaseSnapshot snapshot = this.databases.snapshot(PARENT,
				"CREATE TABLE t (a INT CHECK (a > 0), b INT REFERENCES p UNIQUE DEFAULT (1 + 1)) STRICT",
				"CREATE INDEX i ON t (a DESC) WHERE a > 1", "CREATE VIEW v AS SELECT a FROM t");
		Files.writeString(this.directory.resolve("snapshot.json"),
				new JsonSnapshotSerializer().serialize(snapshot, true));
		Database offline = DatabaseFactory.getInstance()
			.openDatabase("offline:sqlite?snapshot=snapshot.json", null, null, null,
					new DirectoryResourceAccessor(this.directory));
		assertThat(objects(diff(offline, snapshot.getDatabase()))).isEmpty();
	}

	static Stream<Arguments> differences() {
		return Stream.of(difference("added table", "CREATE TABLE t (a TEXT)", null, "createTable"),
				difference("dropped table", null, "CREATE TABLE t (a TEXT)", "dropTable"),
				difference("added column", "CREATE TABLE t (a TEXT, b decimal(10,2))", "CREATE TABLE t (a TEXT)",
						"addColumn"),
				difference("added column with a text as default", "CREATE TABLE t (a TEXT, b TEXT DEFAULT 'it''s')",
						"CREATE TABLE t (a TEXT)", "addColumn"),
				difference("added generated column", "CREATE TABLE t (a TEXT, b TEXT AS (upper(a)) VIRTUAL)",
						"CREATE TABLE t (a TEXT)", "addColumn"),
				difference("added column with collation", "CREATE TABLE t (a TEXT, b TEXT COLLATE NOCASE)",
						"CREATE TABLE t (a TEXT)", "addColumn"),
				difference("dropped column", "CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT, b TEXT)",
						"dropColumn"),
				difference("not null", "CREATE TABLE t (a TEXT NOT NULL)", "CREATE TABLE t (a TEXT)",
						"addNotNullConstraint"),
				difference("null", "CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT NOT NULL)",
						"dropNotNullConstraint"),
				difference("type", "CREATE TABLE t (a BIGINT)", "CREATE TABLE t (a TEXT)", "modifyDataType"),
				difference("type of a point in time",
						"CREATE TABLE t (a TIMESTAMP, b TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP)",
						"CREATE TABLE t (a TEXT, b TEXT)", "modifyDataType", "modifyDataType", "addDefaultValue"),
				difference("table with points in time",
						"CREATE TABLE t (a TIMESTAMP, b TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP)", null, "createTable"),
				difference("size", "CREATE TABLE t (a VARCHAR(20))", "CREATE TABLE t (a VARCHAR(10))",
						"modifyDataType"),
				difference("default", "CREATE TABLE t (a INTEGER DEFAULT 2)", "CREATE TABLE t (a INTEGER DEFAULT 1)",
						"addDefaultValue"),
				difference("expression as default", "CREATE TABLE t (a TEXT DEFAULT CURRENT_TIMESTAMP)",
						"CREATE TABLE t (a TEXT)", "addDefaultValue"),
				difference("text as default", "CREATE TABLE t (a TEXT DEFAULT 'it''s')", "CREATE TABLE t (a TEXT)",
						"addDefaultValue"),
				difference("boolean as default", "CREATE TABLE t (a BOOLEAN DEFAULT 0)", "CREATE TABLE t (a BOOLEAN)",
						"addDefaultValue"),
				difference("no default", "CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT DEFAULT 'x')",
						"dropDefaultValue"),
				difference("auto increment", "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)",
						"CREATE TABLE t (a INTEGER PRIMARY KEY)", "addAutoIncrement"),
				difference("primary key", "CREATE TABLE t (a TEXT NOT NULL, CONSTRAINT pk PRIMARY KEY (a))",
						"CREATE TABLE t (a TEXT NOT NULL)", "addPrimaryKey"),
				difference("no primary key", "CREATE TABLE t (a TEXT NOT NULL)",
						"CREATE TABLE t (a TEXT NOT NULL, PRIMARY KEY (a))", "dropPrimaryKey"),
				difference("named unique", "CREATE TABLE t (a TEXT, b TEXT, CONSTRAINT u UNIQUE (b, a))",
						"CREATE TABLE t (a TEXT, b TEXT)", "addUniqueConstraint"),
				difference("unnamed unique", "CREATE TABLE t (a TEXT UNIQUE)", "CREATE TABLE t (a TEXT)",
						"addUniqueConstraint"),
				difference("no named unique", "CREATE TABLE t (a TEXT)",
						"CREATE TABLE t (a TEXT, CONSTRAINT u UNIQUE (a))", "dropUniqueConstraint"),
				difference("no unnamed unique", "CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT UNIQUE)",
						"dropUniqueConstraint"),
				difference("foreign key", "CREATE TABLE t (a INTEGER, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id))",
						"CREATE TABLE t (a INTEGER)", "addForeignKeyConstraint"),
				difference("inline foreign key",
						"CREATE TABLE t (a INTEGER REFERENCES p DEFERRABLE INITIALLY DEFERRED)",
						"CREATE TABLE t (a INTEGER)", "addForeignKeyConstraint"),
				difference("no foreign key", "CREATE TABLE t (a INTEGER)",
						"CREATE TABLE t (a INTEGER, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id))",
						"dropForeignKeyConstraint"),
				difference("no inline foreign key", "CREATE TABLE t (a INTEGER)",
						"CREATE TABLE t (a INTEGER REFERENCES p)", "dropForeignKeyConstraint"),
				difference("action of a foreign key",
						"CREATE TABLE t (a INTEGER, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE)",
						"CREATE TABLE t (a INTEGER, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id))",
						"dropForeignKeyConstraint", "addForeignKeyConstraint"),
				difference("added column with foreign key", "CREATE TABLE t (a INTEGER, b INTEGER REFERENCES p)",
						"CREATE TABLE t (a INTEGER)", "addColumn", "addForeignKeyConstraint"),
				difference("index", "CREATE TABLE t (a TEXT DEFAULT 'x'); CREATE UNIQUE INDEX i ON t (a)",
						"CREATE TABLE t (a TEXT DEFAULT 'x')", "createIndex"),
				difference("expression index",
						"CREATE TABLE t (a TEXT); CREATE INDEX i ON t (lower(a) DESC, a COLLATE NOCASE)",
						"CREATE TABLE t (a TEXT)", "createIndex"),
				difference("partial index", "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a) WHERE a <> ''",
						"CREATE TABLE t (a TEXT)", "sql"),
				difference("no index", "CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a)",
						"dropIndex"),
				difference("order of an index", "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a DESC)",
						"CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a)", "dropIndex", "createIndex"),
				difference("condition of an index", "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a) WHERE a > 'b'",
						"CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a)", "dropIndex", "sql"),
				difference("view", "CREATE VIEW v AS SELECT 1 AS one", null, "createView"),
				difference("view with columns", "CREATE VIEW \"a view\" (x) AS SELECT 1", null, "createView"),
				difference("other view", "CREATE VIEW v AS SELECT 2 AS one", "CREATE VIEW v AS SELECT 1 AS one",
						"createView"),
				difference("no view", null, "CREATE VIEW v AS SELECT 1 AS one", "dropView"),
				difference("sequence", "CREATE TABLE s (next_val bigint); INSERT INTO s VALUES (1)", null,
						"createSequence"),
				difference("no sequence", null, "CREATE TABLE s (next_val bigint); INSERT INTO s VALUES (1)",
						"dropSequence"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("differences")
	void writesOneDifferenceAsChangesThatUndoIt(String name, String[] wanted, String[] found, List<String> expected)
			throws Exception {
		Database reference = this.databases.with(wanted);
		Database target = this.databases.with(found);
		DiffResult result = diff(reference, target);
		assertThat(changes(result)).as(name).isEqualTo(expected);
		String changeLog = changeLog(result);
		assertThat(changeLog).doesNotContain("sqlite_autoindex", "2000000000");
		apply(changeLog, target);
		assertThat(objects(diff(reference, target))).as(changeLog).isEmpty();
	}

	private static Arguments difference(String name, String wanted, String found, String... changes) {
		return Arguments.of(name, statements(wanted), statements(found), Arrays.asList(changes));
	}

	private static String[] statements(String script) {
		return (script != null) ? (PARENT + "; " + script).split("; ") : new String[] { PARENT };
	}

	private static DiffResult diff(Database reference, Database target) throws Exception {
		return DiffGeneratorFactory.getInstance().compare(reference, target, CompareControl.STANDARD);
	}

	private static List<String> changes(DiffResult result) {
		return toChangeLog(result).generateChangeSets()
			.stream()
			.flatMap((changeSet) -> changeSet.getChanges().stream())
			.map((change) -> change.getSerializedObjectName())
			.toList();
	}

	private static String changeLog(DiffResult result) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		toChangeLog(result).print(new PrintStream(bytes, true, StandardCharsets.UTF_8), new YamlChangeLogSerializer());
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static DiffToChangeLog toChangeLog(DiffResult result) {
		return new DiffToChangeLog(result, new DiffOutputControl(false, false, false, null));
	}

	/** The differences but for Liquibase's own tables. */
	private static List<String> objects(DiffResult result) {
		Database database = result.getComparisonSnapshot().getDatabase();
		List<String> objects = new ArrayList<>();
		result.getMissingObjects().forEach((object) -> objects.add("missing " + object));
		result.getUnexpectedObjects()
			.stream()
			.filter((object) -> !database.isLiquibaseObject(object))
			.forEach((object) -> objects.add("unexpected " + object));
		result.getChangedObjects()
			.forEach((object, differences) -> objects.add("changed " + object + ": " + differences.getDifferences()));
		return objects;
	}

	private void apply(String changeLog, Database target) throws Exception {
		Files.writeString(this.directory.resolve("diff.yaml"), changeLog);
		new Liquibase("diff.yaml", new DirectoryResourceAccessor(this.directory), target).update("");
	}

}
