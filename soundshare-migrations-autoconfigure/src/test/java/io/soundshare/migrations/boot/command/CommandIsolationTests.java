package io.soundshare.migrations.boot.command;

import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.management.ObjectName;

import io.soundshare.migrations.boot.TestDatabase;
import io.soundshare.migrations.boot.command.busy.BusyApplication;
import io.soundshare.migrations.boot.command.busy.Occasions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that does something on every occasion, while a command runs and, so that
 * this means something, when it is started.
 */
@Tag("slow")
class CommandIsolationTests {

	@TempDir
	Path directory;

	private TestDatabase database;

	@BeforeEach
	void setUp() {
		this.database = new TestDatabase("jdbc:sqlite:" + this.directory.resolve("busy.db"));
		Occasions.seen().clear();
	}

	@Test
	void commandsStartNothingOfTheApplication() throws Exception {
		Set<String> threads = threads();
		try (ServerSocket taken = new ServerSocket(0)) {
			for (String command : List.of("status", "history", "show:11", "upgrade", "current", "downgrade:base",
					"stamp:head", "stamp:base", "upgrade", "unlock")) {
				CommandRun run = run("--migrate=" + command, "--server.port=" + taken.getLocalPort());
				assertThat(run.err()).as(command).isEmpty();
				assertThat(run.code()).as(command).isZero();
			}
		}
		// The threads of a closed context end a little later, and what would go on in
		// those that were there before would begin a little later.
		Awaitility.await().pollInSameThread().during(Duration.ofMillis(50)).untilAsserted(() -> {
			assertThat(threads()).as("threads left behind").isSubsetOf(threads);
			assertThat(Occasions.seen()).isEmpty();
		});
		assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(new ObjectName("soundshare.test:name=busy")))
			.isFalse();
		assertThat(this.database.tables()).contains("songs").doesNotContain("initialised");
	}

	@Test
	void withoutACommandAllOfItHappens() {
		CommandRun run = run("--server.port=0");
		assertThat(run.code()).isEqualTo(-1);
		assertThat(Occasions.seen()).contains("a CommandLineRunner ran", "an ApplicationRunner ran",
				"a SmartInitializingSingleton was told", "an ApplicationListener heard of the refresh",
				"an eager component was created", "a @Scheduled method ran",
				"an @EventListener heard of ApplicationReadyEvent", "a SmartLifecycle was started", "JPA was started");
		assertThat(this.database.tables()).contains("songs", "initialised");
	}

	@Test
	void aFailingCommandStartsNothingEither() {
		CommandModeTests.assertFails(run("--migrate=downgrade:zz"), 2, "There is no revision 'zz'.");
		assertThat(Occasions.seen()).isEmpty();
		assertThat(this.database.tables()).isEmpty();
	}

	private CommandRun run(String... args) {
		Map<String, String> settings = Map.of("spring.datasource.url", this.database.url(),
				"spring.liquibase.change-log", "classpath:/command/changelog.yaml", "spring.jmx.enabled", "true",
				"spring.jpa.hibernate.ddl-auto", "validate", "spring.sql.init.mode", "always",
				"spring.sql.init.schema-locations", "classpath:/command/schema.sql", "spring.main.lazy-initialization",
				"false", "spring.jpa.database-platform", "org.hibernate.community.dialect.SQLiteDialect");
		return CommandRun.of(BusyApplication.class,
				Stream
					.concat(Stream.of(args),
							settings.entrySet().stream().map((entry) -> "--" + entry.getKey() + "=" + entry.getValue()))
					.toArray(String[]::new));
	}

	private static Set<String> threads() {
		Set<String> names = new TreeSet<>();
		Thread.getAllStackTraces().keySet().forEach((thread) -> names.add(thread.getName()));
		// The JDK's own: whoever has looked at a process, it waits a minute for the next.
		names.remove("process reaper");
		return names;
	}

}
