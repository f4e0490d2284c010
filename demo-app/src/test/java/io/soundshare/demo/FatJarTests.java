package io.soundshare.demo;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.demo.JavaProcess.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar that is shipped, as a process. Runs after it is packaged.
 */
@Tag("process")
class FatJarTests {

	private static final Path JAR = Path.of(System.getProperty("demo.jar", "target/demo-app.jar")).toAbsolutePath();

	private static final Path SOURCES = Path.of("src/main/resources").toAbsolutePath();

	private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final JsonMapper JSON = new JsonMapper();

	@TempDir
	Path directory;

	private Path database;

	@BeforeEach
	void setUp() {
		this.database = this.directory.resolve("soundshare.db");
	}

	@Test
	void startingItMigratesAndStartingItAgainDoesNot() throws Exception {
		JsonNode first = status(served());
		assertThat(first.at("/databases/liquibase/state").asString()).isEqualTo("UP_TO_DATE");
		int revisions = first.at("/databases/liquibase/history").size();
		assertThat(revisions).isEqualTo(sources().size());
		List<String> schema = schema();
		List<String> history = history();
		assertThat(history).hasSize(revisions);

		assertThat(status(served()).at("/databases/liquibase/history"))
			.isEqualTo(first.at("/databases/liquibase/history"));
		assertThat(schema()).isEqualTo(schema);
		assertThat(history()).isEqualTo(history);
	}

	@Test
	void theSecondStartRunsNoLiquibase() throws Exception {
		assertThat(liquibaseClasses()).contains("liquibase.Scope", "liquibase.changelog.DatabaseChangeLog");
		// Those that Spring loads when it looks through the methods of beans.
		assertThat(liquibaseClasses()).hasSizeLessThan(20)
			.doesNotContain("liquibase.Scope")
			.allSatisfy((name) -> assertThat(name)
				.matches("liquibase\\.(?:integration\\.spring\\.(?:SpringLiquibase|Customizer"
						+ "|SpringResourceAccessor)|change\\.DatabaseChange|Liquibase|servicelocator\\.PrioritizedService"
						+ "|database\\.Database(?:Connection)?|exception\\.\\w+|resource\\.\\w+|\\w*ExtensibleObject"
						+ "|UpdateSummary\\w+|ui\\.UIServiceEnum)"));
	}

	/** Start the service, and stop it before anybody asks it. */
	private List<String> liquibaseClasses() throws Exception {
		Path classes = this.directory.resolve("classes.log");
		try (JavaProcess process = JavaProcess.start(this.directory,
				List.of("-Xlog:class+load:file=" + classes, "-jar", JAR.toString()), "--server.port=0")) {
			port(process);
			process.stop();
		}
		Pattern loaded = Pattern.compile("\\] (liquibase\\.\\S+) source:");
		try (Stream<String> lines = Files.lines(classes)) {
			return lines.map(loaded::matcher).filter(Matcher::find).map((line) -> line.group(1)).toList();
		}
	}

	@Test
	void commandsGoDownToBaseAndUpAgain() throws Exception {
		Result up = run("--migrate=upgrade");
		assertThat(up.err()).isEmpty();
		assertThat(up.code()).isZero();
		List<String> schema = schema();
		Map<String, List<String>> data = data();
		assertThat(up.out().lines()).hasSize(sources().size() + 1)
			.last()
			.asString()
			.matches("\\d+ revisions applied. Current: [0-9a-f]{12} \\(head\\)");

		Result again = run("--migrate=downgrade:base", "--migrate=current", "--migrate=upgrade:+1", "--migrate=upgrade",
				"--migrate=stamp:base", "--migrate=stamp:head", "--migrate=status", "--migrate=history",
				"--migrate=unlock", "--migrate.strict", "--migrate.yes");
		assertThat(again.out()).contains("(base)" + System.lineSeparator(), "State     UP_TO_DATE");
		assertThat(again.err()).isEmpty();
		assertThat(again.code()).isZero();
		assertThat(schema()).isEqualTo(schema);
		assertThat(data()).isEqualTo(data);
	}

	@Test
	void stdoutIsOneDocumentAndTheSqlKeepsItsCharactersWithoutALocale() throws Exception {
		Result status = run("--migrate=status", "--migrate.output=json", "--migrate.strict", "--debug");
		assertThat(status.code()).isEqualTo(3);
		assertThat(JSON.readTree(status.out()).at("/state").asString()).isEqualTo("PENDING");
		assertThat(status.err()).isNotEmpty();
		Result sql = run("--migrate=upgrade", "--migrate.sql");
		assertThat(sql.err()).isEmpty();
		assertThat(sql.out()).contains("'\u00dcber Nacht'", "'Ma\u00f1ana en el Faro'");
		assertThat(schema()).isEmpty();
	}

	@Test
	void theSqlOfARevisionIsTheSameBeforeAndAfterItIsApplied() throws Exception {
		String[] show = { "--migrate=show:116f288eb829", "--migrate.output=json" };
		JsonNode pending = JSON.readTree(run(show).out());
		assertThat(pending.at("/state").asString()).isEqualTo("PENDING");
		assertThat(pending.at("/upgradeSql").toString()).contains("isrc VARCHAR(12) CONSTRAINT uq_songs_isrc UNIQUE")
			.contains("INSERT OR ABORT INTO main.");
		assertThat(pending.at("/downgradeSql").toString()).contains("DROP TABLE main.");
		assertThat(run("--migrate=upgrade").code()).isZero();
		JsonNode applied = JSON.readTree(run(show).out());
		assertThat(applied.at("/state").asString()).isEqualTo("APPLIED");
		assertThat(applied.at("/upgradeSql")).isEqualTo(pending.at("/upgradeSql"));
		assertThat(applied.at("/downgradeSql")).isEqualTo(pending.at("/downgradeSql"));
	}

	@Test
	void theSqlOfAnUpgradeMakesTheSameDatabase() throws Exception {
		Result sql = run("--migrate=upgrade", "--migrate.sql");
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + this.database);
				Statement statement = connection.createStatement()) {
			statement.executeUpdate(sql.out());
		}
		List<String> schema = schema();
		Map<String, List<String>> data = data();
		List<String> history = history();
		Files.delete(this.database);
		assertThat(run("--migrate=upgrade").code()).isZero();
		assertThat(schema).isEqualTo(schema());
		assertThat(data).isEqualTo(data());
		assertThat(history).isEqualTo(history());
	}

	@Test
	void failuresHaveTheirExitCodes() throws Exception {
		assertFails(run("--migrate=downgrade"), 2, "error: 'downgrade' needs an argument");
		assertFails(run("--migrate=status", "--spring.datasource.url=jdbc:sqlite:" + this.directory), 1,
				"error: The database jdbc:sqlite:" + this.directory + " cannot be used:");
		lock();
		List<String> locked = List.of("-Dliquibase.changelogLockWaitTimeInMinutes=0",
				"-Dliquibase.changelogLockPollRate=1", "-jar", JAR.toString());
		try (JavaProcess process = JavaProcess.start(this.directory, locked, "--migrate=upgrade")) {
			assertFails(process.result(), 4, "error: The migration lock could not be obtained within 0 s",
					"held by somebody");
		}
	}

	@Test
	void checkAndCreateWorkWhereNoSourcesAreIfToldWhere() throws Exception {
		Path copy = Files.copy(JAR, this.directory.resolve("app.jar"));
		List<String> command = List.of("-jar", copy.toString());
		try (JavaProcess process = JavaProcess.start(this.directory, command, "--migrate=create:Add x")) {
			assertFails(process.result(), 2, "error: The sources of this application are not here",
					"--migrate.directory=src/main/resources/db/changelog/versions");
		}
		assertThat(this.database).doesNotExist();
		try (JavaProcess process = JavaProcess.start(this.directory, command, "--migrate=check",
				"--migrate=create:Add x", "--migrate.empty", "--migrate.directory=versions", "--migrate.format=sql")) {
			Result result = process.result();
			assertThat(result.err()).isEmpty();
			assertThat(result.out()).matches("(?s)The entities and the changelog agree\\.\\R"
					+ "Created versions.\\d{14}_[0-9a-f]{12}_add_x\\.sql\\R.*");
		}
		assertThat(this.database).doesNotExist();
	}

	@Test
	void createInACheckoutWritesWhereTheNextUpgradeFindsIt() throws Exception {
		Path project = Files.createDirectories(this.directory.resolve("checkout/demo-app"));
		Path resources = project.resolve("src/main/resources");
		FileSystemUtils.copyRecursively(SOURCES, resources);
		Files.createFile(project.resolve("pom.xml"));
		Path jar = Files.copy(JAR, Files.createDirectories(project.resolve("target")).resolve("demo-app.jar"));
		try (DatabaseFile file = new DatabaseFile(this.database, true)) {
			file.upgradeToHead();
		}
		byte[] before = Files.readAllBytes(this.database);
		Path created;
		try (JavaProcess process = JavaProcess.start(this.directory, List.of("-jar", jar.toString()),
				"--migrate=create:Add songs.language", "--migrate.empty", "--migrate.output=json")) {
			Result result = process.result();
			assertThat(result.err()).isEmpty();
			created = Path.of(JSON.readTree(result.out()).at("/path").asString());
		}
		assertThat(Files.readAllBytes(this.database)).isEqualTo(before);
		assertThat(created.getParent()).isEqualTo(resources.resolve("db/changelog/versions"));
		fillIn(created);

		// The application as it would be after the next build.
		Path classes = project.resolve("target/classes");
		FileSystemUtils.copyRecursively(CLASSES, classes);
		FileSystemUtils.copyRecursively(resources, classes);
		List<String> rebuilt = exploded(classes);
		try (JavaProcess process = JavaProcess.start(this.directory, rebuilt, "--migrate=status", "--migrate=upgrade",
				"--migrate=downgrade:-1", "--migrate=upgrade")) {
			Result result = process.result();
			assertThat(result.err()).isEmpty();
			assertThat(result.code()).isZero();
			assertThat(result.out()).contains("Pending   1", "up 1/1  ", "  Add songs.language  (",
					"1 revision undone.");
		}
		assertThat(history()).hasSize(sources().size() + 1)
			.last()
			.asString()
			.contains("db/changelog/versions/" + created.getFileName());
	}

	@Test
	void historyIsTheSameFromTheJarTheClassesFolderAndLiquibaseAlone() throws Exception {
		run("--migrate=upgrade");
		List<String> fromJar = history();
		Files.delete(this.database);
		try (JavaProcess process = JavaProcess.start(this.directory, exploded(CLASSES), "--migrate=upgrade")) {
			Result result = process.result();
			assertThat(result.err()).isEmpty();
			assertThat(result.code()).isZero();
		}
		assertThat(history()).isEqualTo(fromJar);
		Files.delete(this.database);
		try (DatabaseFile file = new DatabaseFile(this.database, true)) {
			file.upgradeToHead();
		}
		assertThat(history()).isEqualTo(fromJar);
	}

	@Test
	void twoAtOnceOnAFreshFileDoNotCorruptIt() throws Exception {
		List<String> jar = List.of("-jar", JAR.toString());
		try (JavaProcess one = JavaProcess.start(this.directory, jar, "--migrate=upgrade");
				JavaProcess two = JavaProcess.start(this.directory, jar, "--migrate=upgrade")) {
			assertThat(List.of(one.result().code(), two.result().code())).as("%s%n%s", one.err(), two.err())
				.contains(0)
				.isSubsetOf(0, 1, 4);
		}
		assertThat(history()).hasSize(sources().size());
		try (DatabaseFile file = new DatabaseFile(this.database, true)) {
			assertThat(file.faults()).isEmpty();
		}
	}

	/** The service, started, asked and stopped. */
	private JsonNode served() throws Exception {
		try (JavaProcess process = JavaProcess.start(this.directory, List.of("-jar", JAR.toString()),
				"--server.port=0")) {
			String address = "http://localhost:" + port(process);
			JsonNode health = get(address + "/actuator/health");
			assertThat(health.at("/status").asString()).isEqualTo("UP");
			assertThat(health.at("/components/migrations/status").asString()).isEqualTo("UP");
			JsonNode info = get(address + "/actuator/info");
			JsonNode migrations = get(address + "/actuator/migrations");
			assertThat(info.at("/migrations").toString())
				.contains(migrations.at("/databases/liquibase/head/id").asString());
			assertThat(get(address + "/api/songs").at("/total").asInt()).isEqualTo(17);
			process.stop();
			return migrations;
		}
	}

	private static JsonNode status(JsonNode migrations) {
		assertThat(migrations.at("/databases/liquibase/pending").isEmpty()).isTrue();
		return migrations;
	}

	private static String port(JavaProcess process) throws InterruptedException {
		for (int attempt = 0; attempt < 1200 && process.isAlive(); attempt++) {
			Matcher port = PORT.matcher(process.out());
			if (port.find() && process.out().contains("Started SoundShareApplication")) {
				return port.group(1);
			}
			Thread.sleep(100);
		}
		throw new IllegalStateException("Not started: " + process.out() + process.err());
	}

	private static JsonNode get(String address) throws Exception {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(address).isEqualTo(200);
		return JSON.readTree(response.body());
	}

	private Result run(String... args) throws Exception {
		try (JavaProcess process = JavaProcess.start(this.directory, List.of("-jar", JAR.toString()), args)) {
			return process.result();
		}
	}

	/** As an IDE starts it. */
	private static List<String> exploded(Path classes) {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Stream<String> jars = Stream.of(classPath.split(File.pathSeparator)).filter((entry) -> entry.endsWith(".jar"));
		return List.of("-cp",
				Stream.concat(Stream.of(classes.toString()), jars).collect(Collectors.joining(File.pathSeparator)),
				SoundShareApplication.class.getName());
	}

	private static void fillIn(Path created) throws IOException {
		String content = Files.readString(created);
		assertThat(content).contains("\n      changes:\n", "\n      rollback:\n");
		Files.writeString(created,
				content
					.replace("\n      changes:\n",
							"\n      changes:\n        - sql: ALTER TABLE songs ADD COLUMN language VARCHAR(2)\n")
					.replace("\n      rollback:\n",
							"\n      rollback:\n        - sql: ALTER TABLE songs DROP COLUMN language\n"));
	}

	private void lock() throws Exception {
		try (DatabaseFile file = new DatabaseFile(this.database, true)) {
			file.upgrade(1);
			file.execute("UPDATE DATABASECHANGELOGLOCK SET LOCKED = 1, LOCKEDBY = 'somebody', LOCKGRANTED = "
					+ System.currentTimeMillis());
		}
	}

	private static void assertFails(Result result, int code, String... texts) {
		assertThat(result.err()).startsWith("error: ").contains(texts).doesNotContain("\tat ");
		assertThat(result.out()).isEmpty();
		assertThat(result.code()).isEqualTo(code);
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.list(SOURCES.resolve("db/changelog/versions"))) {
			return files.toList();
		}
	}

	private List<String> schema() throws Exception {
		try (DatabaseFile file = new DatabaseFile(this.database, true)) {
			return file.schema();
		}
	}

	private Map<String, List<String>> data() throws Exception {
		try (DatabaseFile file = new DatabaseFile(this.database, true)) {
			Map<String, List<String>> data = file.data();
			data.remove("sqlite_sequence");
			return data;
		}
	}

	private List<String> history() throws Exception {
		try (DatabaseFile file = new DatabaseFile(this.database, true)) {
			return file.history();
		}
	}

}
