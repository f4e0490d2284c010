package io.soundshare.migrations.sqlite.portability;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import io.soundshare.migrations.sqlite.ddl.SqlStatements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changelogs written for PostgreSQL make the same of a SQLite database.
 */
@Tag("portability")
class PortabilityTests {

	private static final Map<Changelog, Outcome> ON_POSTGRES = new ConcurrentHashMap<>();

	/** Liquibase tells of every change set, which takes a third of the time. */
	private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

	@TempDir
	Path directory;

	@BeforeAll
	static void quiet() {
		LIQUIBASE.setLevel(Level.WARNING);
	}

	@AfterAll
	static void loud() {
		LIQUIBASE.setLevel(null);
	}

	@ParameterizedTest
	@EnumSource
	void appliesOnPostgres(Changelog changelog) {
		Outcome outcome = onPostgres(changelog);
		assertThat(outcome.updated().tables()).hasSizeGreaterThan(8);
		assertThat(outcome.history()).hasSizeGreaterThan(25);
		assertThat(outcome.remaining()).hasSizeLessThan(outcome.history().size() / 2);
	}

	@ParameterizedTest
	@MethodSource("runs")
	void makesTheSameSchemaAndRowsAsOnPostgres(Changelog changelog, SqliteDrivers driver, boolean foreignKeys)
			throws Exception {
		Outcome postgres = onPostgres(changelog);
		try (Connection connection = driver.open(this.directory.resolve("a.db"), foreignKeys)) {
			new Queries(connection).execute(List.of("PRAGMA synchronous = OFF"));
			ChangelogRun run = new ChangelogRun(changelog, connection);
			run.update();
			assertSame(new SqliteSchemaReader(connection, postgres.updated()).read(), postgres.updated());
			assertSame(ChangelogHistory.read(connection, changelog), postgres.history());
			run.rollback(run.reversible());
			assertSame(ChangelogHistory.read(connection, changelog), postgres.remaining());
			assertSame(new SqliteSchemaReader(connection, postgres.rolledBack()).read(), postgres.rolledBack());
		}
	}

	@ParameterizedTest
	@EnumSource
	void writesSqlThatMakesTheSameDatabase(Changelog changelog) throws Exception {
		String script;
		try (Connection connection = SqliteDrivers.MANAGED.open(this.directory.resolve("empty.db"), true)) {
			script = new ChangelogRun(changelog, connection).updateSql();
			assertThat(new Queries(connection).column("SELECT name FROM sqlite_master")).as("nothing was run")
				.isEmpty();
		}
		Outcome postgres = onPostgres(changelog);
		try (Connection connection = SqliteDrivers.MANAGED.open(this.directory.resolve("scripted.db"), true)) {
			new Queries(connection).execute(SqlStatements.split(script));
			assertSame(new SqliteSchemaReader(connection, postgres.updated()).read(), postgres.updated());
			assertSame(ChangelogHistory.read(connection, changelog),
					postgres.history().stream().filter((changeSet) -> !changeSet.contains("guarded, null")).toList());
		}
	}

	static Stream<Arguments> runs() {
		Stream<Arguments> all = Stream.of(Changelog.values())
			.flatMap((changelog) -> Stream.of(Arguments.of(changelog, SqliteDrivers.MANAGED, true),
					Arguments.of(changelog, SqliteDrivers.V3_40, false)));
		Stream<Arguments> crossed = Stream.of(Changelog.KEYRING, Changelog.LEDGER)
			.flatMap((changelog) -> Stream.of(Arguments.of(changelog, SqliteDrivers.MANAGED, false),
					Arguments.of(changelog, SqliteDrivers.V3_40, true)));
		return Stream.concat(all, crossed);
	}

	/** In any order first: the message then names what differs, and nothing else. */
	private static void assertSame(PortableSchema actual, PortableSchema expected) {
		assertThat(actual.tables().keySet()).isEqualTo(expected.tables().keySet());
		assertThat(actual.columns()).containsExactlyInAnyOrderElementsOf(expected.columns())
			.isEqualTo(expected.columns());
		assertThat(actual.facts()).containsExactlyInAnyOrderElementsOf(expected.facts());
		assertThat(actual.rows()).containsExactlyInAnyOrderElementsOf(expected.rows());
	}

	private static void assertSame(List<String> actual, List<String> expected) {
		assertThat(actual).containsExactlyInAnyOrderElementsOf(expected).isEqualTo(expected);
	}

	private static Outcome onPostgres(Changelog changelog) {
		return ON_POSTGRES.computeIfAbsent(changelog, Outcome::onPostgres);
	}

	/**
	 * The outcome of a changelog on PostgreSQL, the reference.
	 *
	 * @param updated after the update
	 * @param history its DATABASECHANGELOG
	 * @param rolledBack after the rollback of all that can be rolled back
	 * @param remaining its DATABASECHANGELOG then
	 */
	record Outcome(PortableSchema updated, List<String> history, PortableSchema rolledBack, List<String> remaining) {

		static Outcome onPostgres(Changelog changelog) {
			try (Connection connection = PostgresServer.newDatabase()) {
				ChangelogRun run = new ChangelogRun(changelog, connection);
				run.update();
				PortableSchema updated = new PostgresSchemaReader(connection).read();
				List<String> history = ChangelogHistory.read(connection, changelog);
				run.rollback(run.reversible());
				return new Outcome(updated, history, new PostgresSchemaReader(connection).read(),
						ChangelogHistory.read(connection, changelog));
			}
			catch (Exception ex) {
				throw new IllegalStateException(changelog + " on PostgreSQL", ex);
			}
		}

	}

}
