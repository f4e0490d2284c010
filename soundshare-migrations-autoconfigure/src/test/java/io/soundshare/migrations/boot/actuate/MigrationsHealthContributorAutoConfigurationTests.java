package io.soundshare.migrations.boot.actuate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.boot.TestContexts;
import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsHealthContributorAutoConfigurationTests {

	private static final String UNTOUCHED = "soundshare.migrations.startup=none";

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.sqlite(this.directory);
	}

	@Test
	void upToDateIsUp() {
		runner().run((context) -> {
			Health health = health(context);
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("state", "UP_TO_DATE")
				.containsEntry("current", "add-artists")
				.containsEntry("head", "add-artists")
				.containsEntry("applied", 3)
				.containsEntry("pending", 0)
				.containsEntry("unknown", 0)
				.containsEntry("changed", 0);
		});
	}

	@Test
	void tellsOfTheNewestBackup() {
		runner().run((context) -> {
			context.getBean(MigratorRegistry.class).get("liquibase").backup();
			assertThat(health(context).getDetails()).containsEntry("backupVerified", true)
				.hasEntrySatisfying("backup", (name) -> assertThat(name.toString()).endsWith("_add-artists.db"))
				.hasEntrySatisfying("backupAge", (age) -> assertThat(age.toString()).matches("PT\\d+S"));
		});
	}

	@Test
	void pendingIsOutOfService() {
		runner().withPropertyValues(UNTOUCHED).run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(health(context).getDetails()).containsEntry("state", "PENDING")
				.containsEntry("pending", 3)
				.doesNotContainKey("current");
		});
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void whatTheLastUpgradeSkippedKeepsNobodyOutOfService() {
		runner().withPropertyValues(TestContexts.changelog("outcomes.yaml")).run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("state", "PENDING")
				.containsEntry("pending", 2)
				.containsEntry("skipped", 2)
				.containsEntry("marked", 1);
		});
	}

	@Test
	void aheadIsOutOfServiceUnlessItMayBeUp() {
		TestContexts.start(this.database);
		ApplicationContextRunner older = runner().withPropertyValues(TestContexts.changelog("older.yaml"));
		older.run((context) -> assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE));
		older.withPropertyValues("management.health.migrations.up-states=up-to-date,ahead")
			.run((context) -> assertThat(health(context).getStatus()).isEqualTo(Status.UP));
	}

	@Test
	void changedAndDivergedAreOutOfService() {
		TestContexts.start(this.database);
		for (String changelog : new String[] { "edited.yaml", "branch.yaml" }) {
			runner().withPropertyValues(TestContexts.changelog(changelog), UNTOUCHED)
				.run((context) -> assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE));
		}
	}

	@Test
	void unreachableIsDown() {
		this.database = new TestDatabase("jdbc:sqlite:/nowhere/at/all.db");
		runner().withPropertyValues(UNTOUCHED).run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
			assertThat(health(context).getDetails().get("error").toString()).contains("/nowhere/at/all.db");
		});
	}

	@Test
	void whatSomebodyWritesToIsOutOfServiceUntilItCanBeRead() throws Exception {
		TestContexts.start(this.database);
		try (Connection writer = DriverManager.getConnection(this.database.url());
				Statement statement = writer.createStatement()) {
			statement.execute("BEGIN EXCLUSIVE");
			runner().withPropertyValues(UNTOUCHED, "spring.datasource.hikari.data-source-properties.busy_timeout=100")
				.run((context) -> {
					assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
					assertThat(health(context).getDetails().get("error").toString())
						.contains("another process is writing");
				});
			statement.execute("ROLLBACK");
		}
	}

	@Test
	void stateIsReadAgainAfterItsTimeToLive() {
		runner().withPropertyValues(UNTOUCHED, "management.health.migrations.cache.time-to-live=1h").run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			TestContexts.start(this.database);
			assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		});
		this.database = TestDatabase.sqlite(this.directory);
		runner().withPropertyValues(UNTOUCHED, "management.health.migrations.cache.time-to-live=0").run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			TestContexts.start(this.database);
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void mayBeDisabled() {
		runner().withPropertyValues("management.health.migrations.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthContributor.class));
		runner().withPropertyValues("management.health.defaults.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void isNotThereWhereNothingIsMigrated() {
		runner().withPropertyValues("spring.liquibase.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void ownContributorHasPrecedence() {
		HealthIndicator own = () -> Health.up().build();
		runner().withBean("migrationsHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).getBean(HealthContributor.class).isSameAs(own));
	}

	private static Health health(ApplicationContext context) {
		return ((HealthIndicator) context.getBean("migrationsHealthContributor")).health();
	}

	private ApplicationContextRunner runner() {
		return TestContexts.runner(this.database)
			.withConfiguration(AutoConfigurations.of(MigrationsHealthContributorAutoConfiguration.class));
	}

}
