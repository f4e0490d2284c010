package io.soundshare.migrations.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jars as they are built, in applications that are not of this build: with other
 * versions than they were compiled with.
 */
@Tag("portability")
class CompatibilityTests {

	private static final boolean ALL = "all".equals(System.getProperty("compatibility.jdks"));

	/** The application has none: who uses it looks first whether it is there. */
	private static final String OPTIONAL = "no class jakarta.validation.";

	private static final Map<String, TreeSet<Integer>> WORKING = new TreeMap<>();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@MethodSource("linked")
	void linksWithEveryVersion(BuiltApplication application, String liquibase, List<Path> others) throws IOException {
		assertThat(Linkage.faults(application.ours(), others)).as("%s with %s", application, liquibase)
			.allMatch((fault) -> fault.contains(OPTIONAL));
	}

	@Test
	void namesClassAndMemberThatIsMissing() throws IOException {
		BuiltApplication application = BuiltApplication.all().findFirst().orElseThrow();
		List<Path> others = application.others().stream().filter((jar) -> !isLiquibase(jar)).toList();
		assertThat(Linkage.faults(application.ours(), others)).contains(
				"io.soundshare.migrations.sqlite.change.SqliteCreateTableChange: no class liquibase.change.core.CreateTableChange",
				"io.soundshare.migrations.sqlite.change.SqliteCreateTableChange: no method "
						+ "io.soundshare.migrations.sqlite.change.SqliteCreateTableChange.getTableName()Ljava/lang/String;");
	}

	@ParameterizedTest
	@MethodSource("combinations")
	void works(BuiltApplication application, Jdk jdk) throws Exception {
		Run sqlite = new Run(application, jdk, "jdbc:sqlite:" + this.directory.resolve("songs.db"),
				changelog("sqlite"));
		createsUpgradesChecksDowngradesAndServes(sqlite);
		upgradesAndDowngrades(
				new Run(application, jdk, "jdbc:h2:file:" + this.directory.resolve("songs"), changelog("h2")));
		if (ALL) {
			try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
				createsUpgradesChecksDowngradesAndServes(
						new Run(application, jdk, server.getJdbcUrl("postgres", "postgres"), changelog("postgresql")));
			}
		}
		WORKING.computeIfAbsent(versions(application), (versions) -> new TreeSet<>()).add(jdk.feature());
	}

	private static void createsUpgradesChecksDowngradesAndServes(Run run) throws Exception {
		run.command("--migrate=create:Add songs",
				"--migrate.directory=" + run.directory().resolve("db/changelog/versions"));
		assertThat(run.command("--migrate=upgrade", "--migrate=check", "--migrate=downgrade:base", "--migrate=current"))
			.contains("4 revisions applied", "agree", "4 revisions undone", "(base)");
		assertThat(run.answers("/songs", "/actuator/migrations", "/actuator/liquibase", "/actuator/health"))
			.satisfiesExactly((songs) -> assertThat(songs).contains("Blue"),
					(status) -> assertThat(status).contains("\"liquibase\":{\"state\":\"UP_TO_DATE\""),
					(stock) -> assertThat(stock).contains("\"liquibaseBeans\":{\"liquibase\":{", "create-artist"),
					(health) -> assertThat(health).contains("\"UP\""));
	}

	private static void upgradesAndDowngrades(Run run) throws Exception {
		assertThat(run.command("--migrate=upgrade", "--migrate=downgrade:base", "--migrate.yes", "--migrate=upgrade",
				"--migrate=status"))
			.contains("3 revisions applied", "3 revisions undone", "UP_TO_DATE");
	}

	/** Where the fresh revisions go, too. */
	private Path changelog(String name) throws IOException {
		Path folder = this.directory.resolve(name);
		FileSystemUtils.copyRecursively(Path.of("src/it/application/src/main/resources/db"), folder.resolve("db"));
		return folder;
	}

	private static String versions(BuiltApplication application) {
		return Stream.of("spring-boot", "liquibase-core", "hibernate-core", "sqlite-jdbc")
			.map(application::version)
			.collect(Collectors.joining(" | ", "| ", " | "));
	}

	static Stream<Arguments> combinations() {
		return BuiltApplication.all().flatMap((application) -> Jdk.all().map((jdk) -> Arguments.of(application, jdk)));
	}

	/** Every application as it is, and with each Liquibase that has none of its own. */
	static Stream<Arguments> linked() throws IOException {
		List<Path> liquibases;
		try (Stream<Path> copied = Files.list(Path.of("target/liquibase"))) {
			liquibases = copied.sorted().toList();
		}
		return BuiltApplication.all()
			.flatMap((application) -> Stream.concat(
					Stream.of(Arguments.of(application, "its own", application.others())),
					liquibases.stream()
						.map((liquibase) -> Arguments.of(application, liquibase.getFileName().toString(),
								Stream
									.concat(application.others().stream().filter((jar) -> !isLiquibase(jar)),
											Stream.of(liquibase))
									.toList()))));
	}

	private static boolean isLiquibase(Path jar) {
		return jar.getFileName().toString().startsWith("liquibase-core-");
	}

	@AfterAll
	static void tellWhatWorks() throws IOException {
		String table = WORKING.entrySet()
			.stream()
			.map((row) -> row.getKey() + row.getValue().stream().map(String::valueOf).collect(Collectors.joining(", "))
					+ " |")
			.collect(Collectors.joining("\n",
					"| Spring Boot | Liquibase | Hibernate | sqlite-jdbc | JDK |\n| --- | --- | --- | --- | --- |\n",
					"\n"));
		System.out.println("Works with\n\n" + table);
		if (ALL) {
			assertThat(Files.readString(Path.of("../README.md"))).contains(table);
		}
	}

}
