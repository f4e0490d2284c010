package io.soundshare.migrations.boot.actuate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.boot.Migrator;
import io.soundshare.migrations.boot.TestContexts;
import io.soundshare.migrations.boot.TestDatabase;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.TransactionMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One application with a database in each state, asked over real HTTP and JMX.
 */
@Tag("slow")
class MigrationsEndpointTests {

	private static final String FULL = "db/changelog/db.changelog-master.yaml";

	private static final String OLDER = "changelog/older.yaml";

	private static final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private static Path directory;

	private static ConfigurableApplicationContext application;

	private static String base;

	@BeforeAll
	static void startApplication() {
		TestDatabase main = TestDatabase.postgres();
		application = new SpringApplicationBuilder(Databases.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "spring.datasource.url=" + main.url(),
					"spring.liquibase.change-log=classpath:/" + FULL, "spring.jmx.enabled=true",
					"management.endpoints.web.exposure.include=*", "management.endpoints.jmx.exposure.include=*",
					"management.endpoint.health.show-details=always", "spring.jmx.default-domain=migrations-test",
					"management.endpoints.jmx.domain=migrations-test",
					"management.endpoint.health.group.readiness.include=readinessState,migrations",
					"management.endpoint.health.probes.enabled=true")
			.run();
		base = "http://localhost:" + application.getEnvironment().getProperty("local.server.port") + "/actuator";
	}

	@AfterAll
	static void stopApplication() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "liquibase, UP_TO_DATE, 3, 0, 0, 0", "empty, PENDING, 0, 3, 0, 0", "behind, PENDING, 2, 1, 0, 0",
			"ahead, AHEAD, 3, 0, 1, 0", "diverged, DIVERGED, 3, 1, 1, 0", "changed, CHANGED, 3, 0, 0, 1",
			"tableMissing, PENDING, 0, 3, 0, 0" })
	void showsEachState(String name, String state, int applied, int pending, int unknown, int changed) {
		Answer answer = get("/migrations/" + name);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json()).containsOnlyKeys("state", "current", "head", "pending", "history", "unknown",
				"changed", "lock", "database", "kept", "backup");
		assertThat(answer.json()).containsEntry("state", state);
		assertThat(answer.list("history")).hasSize(applied);
		assertThat(answer.list("pending")).hasSize(pending);
		assertThat(answer.list("unknown")).hasSize(unknown);
		assertThat(answer.list("changed")).hasSize(changed);
		assertThat(jmx("database", name)).isEqualTo(answer.json());
	}

	@Test
	void showsAllDatabasesAtOnce() {
		Answer answer = get("/migrations");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json()).containsOnlyKeys("databases");
		assertThat(answer.map("databases")).containsOnlyKeys("liquibase", "empty", "behind", "ahead", "diverged",
				"changed", "tableMissing", "unreachable", "broken", "hostile");
		assertThat(answer.map("databases").get("behind")).isEqualTo(get("/migrations/behind").json());
		assertThat(answer.map("databases").get("unreachable")).isEqualTo(get("/migrations/unreachable").json());
		assertThat(jmx("databases")).isEqualTo(answer.json());
	}

	@Test
	void writesOutWhatHasNoShape() {
		for (String path : List.of("/migrations", "/migrations/hostile", "/migrations/hostile/x")) {
			Answer answer = get(path);
			assertThat(answer.body()).containsIgnoringCase("x\\u202egnp\\u009b").doesNotContain("\u202e", "\u009b");
		}
		assertThat(get("/migrations/hostile").map("lock")).containsEntry("by", "evil\u202e");
		assertThat(get("/migrations/hostile/x").json()).containsEntry("id", "x\u202egnp\u009b")
			.containsEntry("upgradeSql", List.of("CREATE TABLE hostile (id int)"));
		assertThat(jmx("database", "hostile")).isEqualTo(get("/migrations/hostile").json());
	}

	@Test
	void showsWhatIsUnknownAsNull() {
		Answer answer = get("/migrations/empty");
		assertThat(answer.body()).contains("\"current\":null");
		assertThat(answer.list("pending").get(0)).containsEntry("tag", null)
			.containsEntry("comment", "Artists have names")
			.containsEntry("order", null)
			.containsEntry("appliedAt", null)
			.containsEntry("deployment", null)
			.containsEntry("appliedBy", null)
			.containsOnlyKeys("id", "author", "path", "description", "comment", "tag", "labels", "contexts", "checksum",
					"state", "order", "appliedAt", "durationMillis", "deployment", "appliedBy", "reversible", "current",
					"execution", "head", "undo");
		assertThat(answer.map("lock")).containsEntry("held", false)
			.containsEntry("by", null)
			.containsEntry("since", null);
		assertThat(get("/migrations").body()).contains("\"current\":null", "\"since\":null");
	}

	@Test
	void showsNoCredentials() {
		assertThat(get("/migrations/liquibase").map("database")).hasEntrySatisfying("url",
				(url) -> assertThat((String) url).startsWith("jdbc:postgresql://").doesNotContain("user", "?"));
	}

	@Test
	void showsARevisionWithItsSql() {
		Answer answer = get("/migrations/liquibase/create-artist");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json()).containsEntry("state", "APPLIED").containsEntry("reversible", true);
		assertThat(answer.json().get("upgradeSql").toString()).contains("CREATE TABLE");
		assertThat(answer.json().get("downgradeSql").toString()).contains("DROP TABLE");
		assertThat(jmx("revision", "liquibase", "create-artist")).isEqualTo(answer.json());
	}

	@Test
	void findsARevisionByItsKeyAndByAPrefix() {
		assertThat(get("/migrations/liquibase/db/changelog.yaml::create-artist::nina").json()).containsEntry("id",
				"create-artist");
		assertThat(get("/migrations/liquibase/add").json()).containsEntry("id", "add-artists");
		assertThat(jmx("revision", "liquibase", "db/changelog.yaml::create-artist::nina")).containsEntry("id",
				"create-artist");
	}

	@Test
	void findsARevisionWithAnyCharacters() {
		String id = URLEncoder.encode("a, b & ü?", StandardCharsets.UTF_8).replace("+", "%20");
		assertThat(get("/migrations/broken/" + id).status()).isEqualTo(503);
		assertThat(get("/migrations/liquibase/" + id).json().get("error").toString()).contains("'a, b & ü?'");
		assertThat(get("/migrations/liquibase/x/" + id).json().get("error").toString()).contains("'x/a, b & ü?'");
	}

	@Test
	void explainsAnUnknownDatabase() {
		Answer answer = get("/migrations/nowhere");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json()).containsEntry("error", "There is no database 'nowhere'.");
		assertThat(answer.json().get("action").toString()).contains("liquibase", "behind");
		assertThat(get("/migrations/nowhere/1").status()).isEqualTo(404);
		assertThat(jmx("database", "nowhere")).isEqualTo(answer.json());
	}

	@Test
	void explainsAnUnknownRevision() {
		Answer answer = get("/migrations/liquibase/create-artits");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().get("error").toString()).contains("create-artits");
		assertThat(answer.json().get("action").toString()).contains("create-artist");
	}

	@Test
	void explainsAnAmbiguousRevision() {
		Answer answer = get("/migrations/liquibase/create");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("error").toString()).contains("create-artist", "create-album");
		assertThat(jmx("revision", "liquibase", "create")).isEqualTo(answer.json());
	}

	@ParameterizedTest
	@CsvSource({ "unreachable, /nowhere/at/all.db", "broken, changelog/broken.yaml" })
	void explainsWhatCannotBeRead(String name, String expected) {
		Answer answer = get("/migrations/" + name);
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.json()).containsOnlyKeys("code", "error", "action");
		assertThat(answer.json().get("error").toString()).contains(expected);
		assertThat(answer.body()).doesNotContain("\\tat ", "Exception");
		assertThat(jmx("database", name)).isEqualTo(answer.json());
	}

	@Test
	void changesNothing() {
		get("/migrations");
		get("/migrations/empty");
		get("/migrations/empty/create-artist");
		assertThat(application.getBean(Databases.class).empty.tables()).isEmpty();
		assertThat(application.getBean(Databases.class).behind.ids()).hasSize(2);
	}

	@Test
	void allowsReadsOnly() {
		HttpRequest post = HttpRequest.newBuilder(URI.create(base + "/migrations/empty"))
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		assertThat(send(post).status()).isEqualTo(405);
	}

	@Test
	void healthHasAnEntryForEachDatabase() {
		Answer health = get("/health/migrations");
		assertThat(health.status()).isEqualTo(503);
		assertThat(health.json()).containsEntry("status", "DOWN");
		assertThat(component(health, "liquibase")).containsEntry("status", "UP");
		assertThat(component(health, "behind")).containsEntry("status", "OUT_OF_SERVICE");
		assertThat(component(health, "unreachable")).containsEntry("status", "DOWN");
		assertThat(get("/health/migrations/behind").map("details")).containsEntry("state", "PENDING")
			.containsEntry("current", "create-album")
			.containsEntry("head", "add-artists")
			.containsEntry("applied", 2)
			.containsEntry("pending", 1);
		assertThat(get("/health/migrations/unreachable").map("details")).containsOnlyKeys("code", "error", "action");
	}

	@Test
	void healthMayDecideReadiness() {
		assertThat(get("/health/readiness").status()).isEqualTo(503);
		assertThat(get("/health/liveness").status()).isEqualTo(200);
	}

	@Test
	void infoShowsCurrentAndHead() {
		Answer info = get("/info");
		assertThat(info.status()).isEqualTo(200);
		Map<String, Object> migrations = info.map("migrations");
		assertThat(migrations.get("behind"))
			.isEqualTo(Map.of("state", "PENDING", "current", "create-album", "head", "add-artists"));
		assertThat(migrations.get("empty")).isEqualTo(Map.of("state", "PENDING", "head", "add-artists"));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> component(Answer health, String name) {
		return (Map<String, Object>) health.map("components").get(name);
	}

	private static Answer get(String path) {
		return send(HttpRequest.newBuilder(URI.create(base + path)).build());
	}

	private static Answer send(HttpRequest request) {
		try {
			HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, Object> jmx(String operation, String... arguments) {
		// Numbers as JSON has them.
		return new Answer(200, new JsonMapper().writeValueAsString(invoke(operation, arguments))).json();
	}

	private static Object invoke(String operation, String... arguments) {
		try {
			MBeanServer server = ManagementFactory.getPlatformMBeanServer();
			String[] signature = new String[arguments.length];
			Arrays.fill(signature, String.class.getName());
			return server.invoke(new ObjectName("migrations-test:type=Endpoint,name=Migrations"), operation, arguments,
					signature);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Answer(int status, String body) {

		@SuppressWarnings("unchecked")
		Map<String, Object> json() {
			return new JsonMapper().readValue(this.body, Map.class);
		}

		@SuppressWarnings("unchecked")
		Map<String, Object> map(String key) {
			return (Map<String, Object>) json().get(key);
		}

		@SuppressWarnings("unchecked")
		List<Map<String, Object>> list(String key) {
			return (List<Map<String, Object>>) json().get(key);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(
			exclude = { HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class })
	static class Databases {

		final TestDatabase empty = TestDatabase.sqlite(directory);

		final TestDatabase behind = TestDatabase.sqlite(directory);

		@Bean
		Migrator empty() {
			return migrator(this.empty, FULL);
		}

		@Bean
		Migrator behind() {
			TestContexts.start(this.behind, TestContexts.changelog("older.yaml"));
			return migrator(this.behind, FULL);
		}

		@Bean
		Migrator ahead() {
			return migrator(full(), OLDER);
		}

		@Bean
		Migrator diverged() {
			return migrator(full(), "changelog/branch.yaml");
		}

		@Bean
		Migrator changed() {
			return migrator(full(), "changelog/edited.yaml");
		}

		@Bean
		Migrator tableMissing() {
			TestDatabase database = full();
			database.run("drop table DATABASECHANGELOG");
			return migrator(database, FULL);
		}

		@Bean
		Migrator unreachable() {
			return migrator(new TestDatabase("jdbc:sqlite:/nowhere/at/all.db"), FULL);
		}

		@Bean
		Migrator broken() {
			return migrator(TestDatabase.sqlite(directory), "changelog/broken.yaml");
		}

		@Bean
		Migrator hostile() {
			TestDatabase database = full();
			database.run("UPDATE databasechangeloglock SET locked = 1, lockedby = 'evil\u202e'");
			return migrator(database, "changelog/hostile.json");
		}

		private static TestDatabase full() {
			TestDatabase database = TestDatabase.sqlite(directory);
			TestContexts.start(database);
			return database;
		}

		private static Migrator migrator(TestDatabase database, String changelog) {
			return Migrator.of(database.dataSource(),
					() -> Migrations.builder(database.dataSource(), changelog).build(),
					new MigrationsProperties(true, MigrationsProperties.Startup.NONE,
							MigrationsProperties.FastPath.AUTO, MigrationsProperties.Ahead.WARN,
							TransactionMode.CHANGE_SET, DestructiveMode.ALLOW, null, Duration.ofMinutes(15),
							"DATABASECHANGELOG_JOURNAL",
							new MigrationsProperties.Undo(true, 100_000, DataSize.ofMegabytes(16)), Duration.ofDays(30),
							null, null, 10, List.of(), new MigrationsProperties.Shadow(null, null, null),
							new MigrationsProperties.Autogenerate(List.of(), List.of())));
		}

	}

}
