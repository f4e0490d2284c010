package io.soundshare.migrations.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import liquibase.integration.spring.Customizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A start that has nothing to do sees it without Liquibase, and whatever Liquibase would
 * do or say is done and said.
 */
@ExtendWith(OutputCaptureExtension.class)
class FastStartTests {

	private static final String ROOT = """
			databaseChangeLog:
			- property:
			    file: app/names.properties
			- includeAll:
			    path: app/versions
			""";

	private static final String SONGS = """
			databaseChangeLog:
			- changeSet:
			    id: songs
			    author: a
			    changes:
			    - sql: CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT DEFAULT '${title}')
			- changeSet:
			    id: rows
			    author: a
			    changes:
			    - sqlFile:
			        path: ../rows.sql
			        relativeToChangelogFile: true
			    - loadData:
			        file: app/songs.csv
			        tableName: songs
			- changeSet:
			    id: only-in-production
			    author: a
			    context: production
			    changes:
			    - sql: CREATE TABLE audits (id INTEGER PRIMARY KEY)
			- changeSet:
			    id: view
			    author: a
			    runOnChange: true
			    changes:
			    - sql: DROP VIEW IF EXISTS titles
			    - sql: CREATE VIEW titles AS SELECT title AS ${alias} FROM songs
			""";

	private static final String ROLE = "fast_start_reader";

	@TempDir
	Path directory;

	private Path classes;

	private TestDatabase database;

	private final List<URLClassLoader> loaders = new ArrayList<>();

	@BeforeEach
	void application() throws IOException {
		this.classes = this.directory.resolve("classes");
		this.database = TestDatabase.sqlite(this.directory);
		write("app/root.yaml", ROOT);
		write("app/names.properties", "title=untitled\nalias=name\n");
		write("app/versions/1.yaml", SONGS);
		write("app/rows.sql", "INSERT INTO songs (id, title) VALUES (1, 'One');\n");
		write("app/songs.csv", "id,title\n2,Two\n");
	}

	@BeforeEach
	void tellWhichWayIsTaken() {
		log(LogLevel.INFO);
	}

	private static void log(LogLevel level) {
		LoggingSystem.get(FastStartTests.class.getClassLoader()).setLogLevel("io.soundshare.migrations", level);
	}

	@AfterEach
	void close() throws IOException {
		log(LogLevel.WARN);
		System.clearProperty("ALIAS");
		System.clearProperty("liquibase.duplicateFileMode");
		for (URLClassLoader loader : this.loaders) {
			loader.close();
		}
	}

	@Test
	void theSecondStartKnowsThatThereIsNothingToDo(CapturedOutput output) {
		assertThat(start(this.database)).isNull();
		assertThat(output).contains("Liquibase decides what there is to do: the database has no fingerprint")
			.doesNotContain("as the fingerprint in the database says");
		List<String> history = this.database.history();
		assertThat(start(this.database)).isNull();
		assertThat(output).contains("as the fingerprint in the database says: nothing has changed since 20");
		assertThat(this.database.history()).hasSize(4).isEqualTo(history);
	}

	@Test
	void aDatabaseThatSomebodyElseHasMigratedIsKnownAfterOneStart(CapturedOutput output) {
		assertThat(start(this.database, TestContexts.STOCK)).isNull();
		assertThat(start(this.database)).isNull();
		assertThat(start(this.database)).isNull();
		assertThat(fastStarts(output)).isEqualTo(1);
	}

	@Test
	void knowsItOnPostgres(CapturedOutput output) {
		TestDatabase postgres = TestDatabase.postgres();
		for (int i = 0; i < 3; i++) {
			assertThat(start(postgres)).isNull();
		}
		assertThat(fastStarts(output)).isEqualTo(2);
		postgres.run("UPDATE databasechangelog SET md5sum = NULL WHERE id = 'view'");
		assertThat(start(postgres)).isNull();
		assertThat(fastStarts(output)).isEqualTo(2);
		assertThat(output).contains("Liquibase decides what there is to do: the history is another one");
		assertThat(start(postgres)).isNull();
		assertThat(fastStarts(output)).isEqualTo(3);
	}

	@Test
	void looksOnPostgresWhereLiquibaseWould(CapturedOutput output) {
		TestDatabase postgres = TestDatabase.postgres();
		postgres.run("CREATE SCHEMA other");
		assertThat(start(postgres)).isNull();
		TestDatabase other = new TestDatabase(postgres.url() + "&currentSchema=other,public");
		assertThat(start(other)).isNull();
		assertThat(fastStarts(output)).isZero();
		assertThat(other.jdbc().queryForObject("SELECT count(*) FROM other.databasechangelog", int.class)).isEqualTo(4);
		assertThat(start(other)).isNull();
		assertThat(start(postgres)).isNull();
		assertThat(fastStarts(output)).isEqualTo(2);
	}

	@Test
	void validatingChangesNothingAndMakesNoDatabase(CapturedOutput output) throws IOException {
		assertThat(start(this.database, "soundshare.migrations.startup=validate")).isNotNull();
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files.map(Path::getFileName)).containsExactly(Path.of("classes"));
		}
		assertThat(start(this.database)).isNull();
		assertThat(start(this.database, "soundshare.migrations.startup=validate")).isNull();
		assertThat(fastStarts(output)).isEqualTo(1);
	}

	@Test
	void keepsNothingWhereItIsOff(CapturedOutput output) {
		String off = "soundshare.migrations.fast-path=off";
		assertThat(start(this.database, off)).isNull();
		assertThat(start(this.database, off)).isNull();
		assertThat(fastStarts(output)).isZero();
		assertThat(output).contains("Liquibase decides what there is to do: " + off);
		assertThat(this.database.jdbc().queryForList("SELECT name FROM sqlite_master WHERE name LIKE '%STATE'"))
			.isEmpty();
	}

	@Test
	void whoMayNotMakeTheTableStartsAllTheSame(CapturedOutput output) {
		TestDatabase postgres = TestDatabase.postgres();
		assertThat(start(postgres, "soundshare.migrations.fast-path=off")).isNull();
		postgres.run("REVOKE CREATE ON SCHEMA public FROM public");
		postgres.run("CREATE ROLE " + ROLE + " LOGIN");
		postgres.run("GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA public TO " + ROLE);
		TestDatabase reader = new TestDatabase(postgres.url().replaceFirst("user=\\w+", "user=" + ROLE));
		assertThat(start(reader)).isNull();
		assertThat(start(reader)).isNull();
		assertThat(fastStarts(output)).isZero();
		assertThat(postgres.tables()).noneMatch((table) -> table.endsWith("_state"));
	}

	@ParameterizedTest
	@MethodSource
	void doesWhatLiquibaseWouldDo(Mutation mutation, CapturedOutput output) throws Exception {
		assertThat(start(this.database)).isNull();
		mutation.change.on(this);
		TestDatabase copy = copy();
		List<String> before = copy.history();

		String failure = start(this.database, mutation.settings);
		String stock = start(copy, stock(mutation.settings));

		assertThat(failure == null).as("%s%n%s", failure, stock).isEqualTo(stock == null);
		assertSame(copy);
		assertThat(fastStarts(output)).isEqualTo(mutation.fast ? 1 : 0);
		if (mutation.fast) {
			assertThat(copy.history()).isEqualTo(before);
		}
		if (failure == null) {
			assertThat(start(this.database, mutation.settings)).isNull();
			assertThat(fastStarts(output)).as("the start after that")
				.isEqualTo((mutation.fast ? 1 : 0) + (mutation.then ? 1 : 0));
		}
	}

	static Stream<Mutation> doesWhatLiquibaseWouldDo() {
		return Stream.of(Mutation.fast("nothing", (test) -> {
		}), Mutation.fast("a file's time",
				(test) -> Files.setLastModifiedTime(test.file("app/root.yaml"), FileTime.fromMillis(0))),
				Mutation.once("a comment", (test) -> test.write("app/root.yaml", ROOT + "# the end\n")),
				Mutation.once("a new file", (test) -> test.write("app/versions/2.yaml", changeSet("two", ""))),
				Mutation.once("a new file of SQL",
						(test) -> test.write("app/versions/2.sql",
								"--liquibase formatted sql\n--changeset a:f\nCREATE TABLE f (id INTEGER);\n")),
				Mutation.always("a file is gone", (test) -> Files.delete(test.file("app/versions/1.yaml"))),
				Mutation.once("a renamed file",
						(test) -> Files.move(test.file("app/versions/1.yaml"), test.file("app/versions/3.yaml"))),
				Mutation.once("an edited change set",
						(test) -> test.write("app/versions/1.yaml", SONGS.replace("TEXT", "VARCHAR"))),
				Mutation.once("an edited SQL file",
						(test) -> test.write("app/rows.sql", "INSERT INTO songs (id) VALUES (7);\n")),
				Mutation.once("an edited CSV", (test) -> test.write("app/songs.csv", "id,title\n3,Three\n")),
				Mutation.once("a property in a checksum",
						(test) -> test.write("app/names.properties", "title=none\nalias=name\n")),
				Mutation.once("a property in what runs again",
						(test) -> test.write("app/names.properties", "title=untitled\nalias=other\n")),
				Mutation.once("a system property", (test) -> System.setProperty("ALIAS", "system")),
				Mutation.once("a setting of Liquibase's own",
						(test) -> System.setProperty("liquibase.duplicateFileMode", "ERROR")),
				Mutation.once("a parameter", (test) -> {
				}, "spring.liquibase.parameters.alias=parameter"), Mutation.once("a context", (test) -> {
				}, "spring.liquibase.contexts=production"), Mutation.once("another context", (test) -> {
				}, "spring.liquibase.contexts=development"), Mutation.once("a label", (test) -> {
				}, "spring.liquibase.label-filter=none"), Mutation.once("another history", (test) -> {
				}, "spring.liquibase.database-change-log-table=OTHERLOG"),
				Mutation.always("cleared checksums", (test) -> {
				}, "spring.liquibase.clear-checksums=true"), Mutation.always("a tag", (test) -> {
				}, "spring.liquibase.tag=v1"), Mutation.always("a rollback file", (test) -> {
				}, "spring.liquibase.rollback-file=target/fast-start-rollback.sql"),
				Mutation.always("a test of rollbacks", (test) -> {
				}, "spring.liquibase.test-rollback-on-update=true"),
				Mutation.once("a row is gone",
						(test) -> test.database.run("DELETE FROM DATABASECHANGELOG WHERE ID = 'view'")),
				Mutation.always("a row is new",
						(test) -> test.database.run("INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED,"
								+ " ORDEREXECUTED, EXECTYPE) VALUES ('x', 'x', 'x', 0, 99, 'EXECUTED')")),
				Mutation.once("an edited checksum",
						(test) -> test.database.run("UPDATE DATABASECHANGELOG SET MD5SUM ="
								+ " '9:00000000000000000000000000000000' WHERE ID = 'songs'")),
				Mutation.once("checksums set to null",
						(test) -> test.database.run("UPDATE DATABASECHANGELOG SET MD5SUM = NULL")));
	}

	@ParameterizedTest
	@MethodSource
	void asksLiquibaseEachTime(Mutation mutation, CapturedOutput output) throws Exception {
		mutation.change.on(this);
		for (int i = 0; i < 3; i++) {
			assertThat(start(this.database, mutation.settings)).isNull();
		}
		assertThat(fastStarts(output)).isZero();
		TestDatabase copy = copy();
		assertThat(start(this.database, mutation.settings)).isNull();
		assertThat(start(copy, stock(mutation.settings))).isNull();
		assertSame(copy);
	}

	static Stream<Mutation> asksLiquibaseEachTime() {
		return Stream.of(
				Mutation.always("what runs always",
						(test) -> test.write("app/versions/2.yaml",
								changeSet("again", "runAlways: true").replace("CREATE TABLE again (id INTEGER)",
										"UPDATE songs SET title = title"))),
				Mutation.always("what is skipped",
						(test) -> test.write("app/versions/2.yaml",
								changeSet("later",
										"preConditions:\n    - onFail: CONTINUE\n"
												+ "    - tableExists:\n        tableName: nowhere"))),
				Mutation.always("a precondition of the changelog",
						(test) -> test.write("app/root.yaml",
								ROOT.replace("- includeAll",
										"- preConditions:\n  - sqlCheck:\n      expectedResult: 1\n"
												+ "      sql: SELECT 1\n- includeAll"))),
				Mutation.always("an order that code decides",
						(test) -> test.write("app/root.yaml",
								ROOT + "    resourceComparator: " + ByName.class.getName() + "\n")),
				Mutation.always("an id that is always another one",
						(test) -> test.write("app/versions/2.yaml",
								changeSet("two", "comment: ${LIQUIBASE_EXECUTION_DEPLOYMENT_ID}"))),
				Mutation.always("a path that is there twice", (test) -> {
					System.setProperty("liquibase.duplicateFileMode", "WARN");
					test.write("../other/app/songs.csv", "id,title\n2,Two\n");
				}));
	}

	/** {@code -Dseed=} and {@code -Drounds=} try others. */
	@Test
	void doesWhatLiquibaseWouldDoWhateverComesAfterWhat(CapturedOutput output) throws Exception {
		Random dice = new Random(Long.getLong("seed", 15_110));
		List<Mutation> mutations = doesWhatLiquibaseWouldDo().filter((mutation) -> mutation.then).toList();
		assertThat(start(this.database)).isNull();
		List<String> told = new ArrayList<>();
		int idle = 0;
		int fast = 0;
		for (int i = 0; i < Integer.getInteger("rounds", 12); i++) {
			Path files = this.directory.resolve("files" + i);
			FileSystemUtils.copyRecursively(this.classes, files);
			TestDatabase before = copy();
			Mutation mutation = mutations.get(dice.nextInt(mutations.size()));
			told.add(mutation.name);
			try {
				mutation.change.on(this);
			}
			catch (NoSuchFileException ex) {
				continue;
			}
			TestDatabase copy = copy();
			List<String> history = copy.history();
			int starts = fastStarts(output);
			String failure = start(this.database, mutation.settings);
			String stock = start(copy, stock(mutation.settings));
			assertThat(failure == null).as("%s%n%s%n%s", told, failure, stock).isEqualTo(stock == null);
			assertSame(copy);
			if (fastStarts(output) > starts) {
				fast++;
				assertThat(copy.history()).as("%s", told).isEqualTo(history);
			}
			if (stock == null && copy.history().equals(history)) {
				idle++;
			}
			else if (stock != null) {
				FileSystemUtils.deleteRecursively(this.classes);
				FileSystemUtils.copyRecursively(files, this.classes);
				Files.copy(file(before), file(this.database), StandardCopyOption.REPLACE_EXISTING);
				System.clearProperty("ALIAS");
				System.clearProperty("liquibase.duplicateFileMode");
			}
			start(this.database);
		}
		System.out.println(told.size() + " changes, Liquibase had nothing to do after " + idle + " of them, and " + fast
				+ " starts did without it");
		assertThat(fast).isPositive().isLessThanOrEqualTo(idle);
	}

	@Test
	void asksLiquibaseWhereTheApplicationWorksOnIt(CapturedOutput output) {
		for (int i = 0; i < 2; i++) {
			runner(this.database).withBean(Customizer.class, () -> (liquibase) -> {
			}).run((context) -> assertThat(context).hasNotFailed());
		}
		assertThat(fastStarts(output)).isZero();
		assertThat(output).contains("a Customizer of the application works on it");
	}

	@Test
	void anInterruptedChangeSetIsNotForgotten(CapturedOutput output) {
		assertThat(start(this.database)).isNull();
		this.database
			.run("INSERT INTO DATABASECHANGELOG_JOURNAL SELECT 99, OPERATION, ACTION, 'other', AUTHOR, FILENAME,"
					+ " DEPLOYMENT_ID, OS_USER, HOST, APPLICATION, APPLICATION_VERSION, STARTED, NULL, 'STARTED', NULL, NULL"
					+ " FROM DATABASECHANGELOG_JOURNAL WHERE ID = 1");
		start(this.database);
		assertThat(fastStarts(output)).isZero();
		assertThat(output).contains("Liquibase decides what there is to do: the history is another one");
	}

	private static String changeSet(String name, String attributes) {
		return """
				databaseChangeLog:
				- changeSet:
				    id: %1$s
				    author: a
				    %2$s
				    changes:
				    - sql: CREATE TABLE %1$s (id INTEGER)
				""".formatted(name, attributes);
	}

	/** Start the application and stop it; return why it failed, if it did. */
	private @Nullable String start(TestDatabase started, String... settings) {
		AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
		runner(started).withPropertyValues(settings).run((context) -> failure.set(context.getStartupFailure()));
		Throwable thrown = failure.get();
		return (thrown != null) ? thrown.toString() : null;
	}

	private ApplicationContextRunner runner(TestDatabase started) {
		try {
			List<URL> urls = new ArrayList<>();
			urls.add(this.classes.toUri().toURL());
			urls.add(this.directory.resolve("other/").toUri().toURL());
			URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader());
			this.loaders.add(loader);
			return TestContexts.runner(started)
				.withClassLoader(loader)
				.withPropertyValues("spring.liquibase.change-log=classpath:/app/root.yaml");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String[] stock(String... settings) {
		return Stream.concat(Stream.of(settings), Stream.of(TestContexts.STOCK)).toArray(String[]::new);
	}

	private TestDatabase copy() throws IOException {
		TestDatabase copy = TestDatabase.sqlite(this.directory);
		Files.copy(file(this.database), file(copy));
		return copy;
	}

	private static Path file(TestDatabase sqlite) {
		return Path.of(sqlite.url().substring("jdbc:sqlite:".length()));
	}

	private void assertSame(TestDatabase copy) {
		assertThat(this.database.history()).isEqualTo(copy.history());
		String schema = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'DATABASECHANGELOG_JOURNAL%'"
				+ " AND name NOT LIKE 'sqlite_%' ORDER BY name";
		assertThat(this.database.jdbc().queryForList(schema)).isEqualTo(copy.jdbc().queryForList(schema));
	}

	private Path file(String path) {
		return this.classes.resolve(path);
	}

	private void write(String path, String text) throws IOException {
		Path file = file(path).normalize();
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private static int fastStarts(CapturedOutput output) {
		return output.getAll().split("as the fingerprint in the database says", -1).length - 1;
	}

	/**
	 * Something that happens between two starts.
	 *
	 * @param name what
	 * @param fast whether Liquibase has nothing to do then
	 * @param then whether it has nothing to do the time after that
	 * @param change makes it happen
	 * @param settings settings of the application from then on
	 */
	private record Mutation(String name, boolean fast, boolean then, Action change, String... settings) {

		static Mutation fast(String name, Action change) {
			return new Mutation(name, true, true, change);
		}

		static Mutation once(String name, Action change, String... settings) {
			return new Mutation(name, false, true, change, settings);
		}

		static Mutation always(String name, Action change, String... settings) {
			return new Mutation(name, false, false, change, settings);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	/**
	 * Does something to an application or its database.
	 */
	@FunctionalInterface
	private interface Action {

		void on(FastStartTests test) throws Exception;

	}

	/**
	 * An order that an application decides.
	 */
	public static final class ByName implements Comparator<String> {

		@Override
		public int compare(String left, String right) {
			return left.compareTo(right);
		}

	}

}
