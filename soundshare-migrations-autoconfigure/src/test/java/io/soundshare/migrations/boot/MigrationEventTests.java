package io.soundshare.migrations.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationEventTests {

	@TempDir
	private Path directory;

	private TestDatabase database;

	private final List<String> heard = new ArrayList<>();

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.sqlite(this.directory);
	}

	private ApplicationContextRunner runner() {
		return TestContexts.runner(this.database).withBean(Hearer.class, () -> new Hearer(this.heard));
	}

	@Test
	void tellsOfAStartThatMigrates() {
		runner().run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.heard).containsExactly("starting liquibase upgrade 3", "completed liquibase upgrade 3");
		});
	}

	@Test
	void tellsNothingOfAStartWithNothingToDo() {
		TestContexts.start(this.database);
		runner().run((context) -> assertThat(context).hasNotFailed());
		runner().withPropertyValues("soundshare.migrations.fast-path=off")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.heard).isEmpty();
	}

	@Test
	void tellsOfAStartThatFails() {
		runner().withPropertyValues(TestContexts.changelog("failing.yaml"))
			.run((context) -> assertThat(context).hasFailed());
		assertThat(this.heard).hasSize(2).last().asString().startsWith("failed liquibase upgrade").contains("SM203");
	}

	@Test
	void tellsMethodsOfWhatTheApplicationDoesLater() {
		TestContexts.runner(this.database)
			.withBean(LaterHearer.class, () -> new LaterHearer(this.heard))
			.run((context) -> {
				assertThat(this.heard).isEmpty();
				Migrations migrations = context.getBean(MigratorRegistry.class).get("liquibase");
				migrations.downgrade(Target.parse("-1"));
				assertThat(this.heard).containsExactly("starting liquibase downgrade 1",
						"completed liquibase downgrade 1");
			});
	}

	@Test
	void nothingRunsIfAListenerObjects() {
		TestContexts.runner(this.database).withBean(Objector.class, Objector::new).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).hasStackTraceContaining("not today");
		});
		assertThat(this.database.ids()).isEmpty();
	}

	private static String text(MigrationEvent event) {
		String what = " " + event.database() + " " + event.plan().operation() + " ";
		if (event instanceof MigrationCompletedEvent completed) {
			return "completed" + what + completed.result().steps().size();
		}
		if (event instanceof MigrationFailedEvent failed) {
			return "failed" + what
					+ ((failed.failure() instanceof MigrationException known) ? known.code() : failed.failure());
		}
		return "starting" + what + event.plan().steps().size();
	}

	private record Hearer(List<String> heard) implements ApplicationListener<MigrationEvent> {

		@Override
		public void onApplicationEvent(MigrationEvent event) {
			this.heard.add(text(event));
		}

	}

	record LaterHearer(List<String> heard) {

		@EventListener
		void hear(MigrationEvent event) {
			this.heard.add(text(event));
		}

	}

	private static final class Objector implements ApplicationListener<MigrationStartingEvent> {

		@Override
		public void onApplicationEvent(MigrationStartingEvent event) {
			throw new IllegalStateException("not today");
		}

	}

}
