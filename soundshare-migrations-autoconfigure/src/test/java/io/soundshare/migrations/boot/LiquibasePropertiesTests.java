package io.soundshare.migrations.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every {@code spring.liquibase.*} property means what it means to stock Boot: the same
 * rows and the same tables come of it.
 */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class LiquibasePropertiesTests {

	private static final String PEER = TestContexts.changelog("peer/master.xml");

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "contexts=prod,test label-filter=!slow", "contexts= label-filter= user=someone",
			"label-filter=blue parameters.genre=blues", "tag=one", "tag=unknown", "test-rollback-on-update=true",
			"change-log=changelog/peer/master.xml default-schema=main",
			"change-log=classpath:changelog/peer/versions/02-album.yaml",
			"license-key=abc analytics-enabled=false ui-service=console show-summary=off liquibase-tablespace=nowhere" })
	void meansTheSameOnSqlite(String properties) {
		sameAsStock(() -> TestDatabase.sqlite(this.directory), (database) -> {
		}, PEER, properties(properties));
	}

	@ParameterizedTest
	@ValueSource(strings = { "contexts=prod liquibase-tablespace=pg_default user=postgres", "default-schema=music",
			"liquibase-schema=history", "drop-first=true", "test-rollback-on-update=true" })
	void meansTheSameOnPostgres(String properties) {
		sameAsStock(TestDatabase::postgres, (database) -> {
			database.run("create schema music");
			database.run("create schema history");
		}, PEER, properties(properties));
	}

	@Test
	void defaultSchemaAndLiquibaseSchemaTogetherMeanTheSame() {
		TestDatabase database = sameAsStock(TestDatabase::postgres, (empty) -> {
			empty.run("create schema music");
			empty.run("create schema history");
		}, PEER, properties("default-schema=music liquibase-schema=history"));
		assertThat(database.tables()).contains("music.artist", "history.databasechangelog")
			.noneMatch((table) -> table.startsWith("public."));
	}

	@Test
	void tableNamesMeanTheSame() {
		String[] properties = { PEER, "spring.liquibase.database-change-log-table=my_log",
				"spring.liquibase.database-change-log-lock-table=my_lock" };
		TestDatabase stock = TestDatabase.sqlite(this.directory);
		TestContexts.start(stock, and(properties, TestContexts.STOCK));
		TestDatabase ours = TestDatabase.sqlite(this.directory);
		TestContexts.start(ours, properties);
		assertThat(ours.tables()).containsExactlyInAnyOrderElementsOf(stock.tables()).contains("my_log", "my_lock");
		assertThat(ours.history("my_log")).isEqualTo(stock.history("my_log"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop-first=true", "clear-checksums=true", "tag=one" })
	void meansTheSameOnADatabaseThatIsMigrated(String property) {
		TestDatabase database = sameAsStock(() -> TestDatabase.sqlite(this.directory), (migrated) -> {
			TestContexts.start(migrated, PEER, TestContexts.STOCK);
			migrated.run("create table other (id int)");
		}, PEER, properties(property));
		assertThat(database.tables().contains("other")).isNotEqualTo(property.equals("drop-first=true"));
	}

	@Test
	void clearChecksumsAcceptsEditedChangeSets() {
		sameAsStock(() -> TestDatabase.sqlite(this.directory), (migrated) -> TestContexts.start(migrated),
				TestContexts.changelog("edited.yaml"), properties("clear-checksums=true"));
	}

	@Test
	void changesOfBothRunAfterATag() {
		sameAsStock(() -> TestDatabase.sqlite(this.directory),
				(database) -> TestContexts.start(database, PEER, "spring.liquibase.tag=one", TestContexts.STOCK), PEER,
				properties("contexts=prod"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.liquibase.enabled=true", "spring.liquibase.tag=one" })
	void rollbackFileIsTheSame(String property) throws IOException {
		Path stockFile = this.directory.resolve("stock.sql");
		TestContexts.start(TestDatabase.sqlite(this.directory), PEER, property, TestContexts.STOCK,
				"spring.liquibase.rollback-file=" + stockFile);
		Path file = this.directory.resolve("ours.sql");
		TestDatabase database = TestDatabase.sqlite(this.directory);
		TestContexts.start(database, PEER, property, "spring.liquibase.rollback-file=" + file);
		assertThat(sql(file)).isEqualTo(sql(stockFile)).anyMatch((line) -> line.startsWith("DROP TABLE"));
		assertThat(database.ids()).isNotEmpty();
	}

	@Test
	void urlUserAndPasswordMeanTheSame() {
		for (String mode : List.of("soundshare.migrations.enabled=true", TestContexts.STOCK)) {
			TestDatabase application = TestDatabase.sqlite(this.directory);
			TestDatabase migrated = TestDatabase.postgres();
			migrated.run("drop role if exists migrator");
			migrated.run("create role migrator login superuser password 'secret'");
			TestContexts.start(application, PEER, mode,
					"spring.liquibase.url=" + migrated.url().replaceFirst("\\?.*", ""),
					"spring.liquibase.user=migrator", "spring.liquibase.password=secret",
					"spring.liquibase.driver-class-name=org.postgresql.Driver");
			assertThat(application.tables()).isEmpty();
			assertThat(migrated.jdbc()
				.queryForList("select distinct tableowner from pg_tables where schemaname = 'public'", String.class))
				.containsExactly("migrator");
			migrated.run("drop owned by migrator");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.liquibase.show-summary=summary", "spring.liquibase.show-summary=verbose",
			"spring.liquibase.show-summary=off" })
	void summaryOnTheConsoleIsTheSame(String property, CapturedOutput output) {
		String[] properties = { PEER, property, "spring.liquibase.show-summary-output=console",
				"spring.liquibase.contexts=prod" };
		TestContexts.start(TestDatabase.sqlite(this.directory), and(properties, TestContexts.STOCK));
		String stock = output.getOut();
		TestContexts.start(TestDatabase.sqlite(this.directory), properties);
		String ours = output.getOut().substring(stock.length());
		assertThat(summary(ours)).isEqualTo(summary(stock));
	}

	@Test
	void shouldRunOfLiquibaseItselfIsHeeded() {
		System.setProperty("liquibase.shouldRun", "false");
		try {
			TestDatabase database = sameAsStockTables(() -> TestDatabase.sqlite(this.directory), PEER);
			assertThat(database.tables()).isEmpty();
		}
		finally {
			System.clearProperty("liquibase.shouldRun");
		}
	}

	private TestDatabase sameAsStock(Supplier<TestDatabase> databases, Consumer<TestDatabase> preparation,
			String changelog, String... more) {
		String[] properties = and(more, changelog);
		TestDatabase stock = databases.get();
		preparation.accept(stock);
		TestContexts.start(stock, and(properties, TestContexts.STOCK));
		TestDatabase ours = databases.get();
		preparation.accept(ours);
		TestContexts.start(ours, properties);
		assertThat(ours.tables()).containsExactlyInAnyOrderElementsOf(stock.tables());
		String table = ours.tables()
			.stream()
			.filter((name) -> name.endsWith("databasechangelog"))
			.findFirst()
			.orElseThrow();
		assertThat(ours.history(table)).isEqualTo(stock.history(table)).isNotEmpty();
		return ours;
	}

	private TestDatabase sameAsStockTables(Supplier<TestDatabase> databases, String... properties) {
		TestDatabase stock = databases.get();
		TestContexts.start(stock, and(properties, TestContexts.STOCK));
		TestDatabase ours = databases.get();
		TestContexts.start(ours, properties);
		assertThat(ours.tables()).containsExactlyInAnyOrderElementsOf(stock.tables());
		return ours;
	}

	/** The first one wins where two are the same. */
	private static String[] and(String[] properties, String property) {
		String key = property.replaceFirst("=.*", "=");
		return Stream
			.concat(Stream.of(properties),
					Stream.of(property)
						.filter((candidate) -> Stream.of(properties).noneMatch((known) -> known.startsWith(key))))
			.toArray(String[]::new);
	}

	private static String[] properties(String properties) {
		return Stream.of(properties.split(" "))
			.map((property) -> "spring.liquibase." + property)
			.toArray(String[]::new);
	}

	/** The statements, without the comments that hold dates and URLs. */
	private static List<String> sql(Path file) throws IOException {
		return Files.readAllLines(file)
			.stream()
			.filter((line) -> !line.startsWith("--") && !line.contains("DATABASECHANGELOGLOCK"))
			.toList();
	}

	private static List<String> summary(String output) {
		return output.lines()
			.filter((line) -> line
				.matches("(Run|Previously run|Filtered out|Total change sets):.*|.*Filtered.*|.*\\|.*"))
			.toList();
	}

}
