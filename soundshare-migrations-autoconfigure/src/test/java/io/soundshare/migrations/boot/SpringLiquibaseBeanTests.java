package io.soundshare.migrations.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.PendingRevisionException;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.TransactionMode;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.liquibase.actuate.endpoint.LiquibaseEndpoint;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application's own SpringLiquibase beans go on running themselves.
 */
@Tag("slow")
class SpringLiquibaseBeanTests {

	private static final String CHANGELOG = "classpath:/db/changelog/db.changelog-master.yaml";

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.sqlite(this.directory);
	}

	@Test
	void ownBeanRunsItselfAndHasAnEntry() {
		TestContexts.runner(this.database).withUserConfiguration(OwnBean.class).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(Migrator.class).hasSingleBean(SpringLiquibase.class);
			assertThat(this.database.ids()).hasSize(3);
			assertThat(state(context, "mine")).isEqualTo(SchemaState.UP_TO_DATE);
			assertThat(context.getBean(MigratorRegistry.class).names()).containsExactly("mine");
		});
	}

	@Test
	void ownSubclassRunsItselfAndHasAnEntry() {
		TestContexts.runner(this.database).withUserConfiguration(OwnSubclass.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(CountingLiquibase.class).updates).isEqualTo(1);
			assertThat(state(context, "counting")).isEqualTo(SchemaState.UP_TO_DATE);
		});
	}

	@Test
	void settingsOfTheOwnBeanAreSeen() {
		TestContexts.runner(this.database).withUserConfiguration(OwnSettings.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.database.tables()).contains("blues_artist", "my_log").doesNotContain("prod_only");
			assertThat(state(context, "mine")).isEqualTo(SchemaState.UP_TO_DATE);
		});
	}

	@Test
	void startupNoneHoldsForOwnBeans() {
		TestContexts.runner(this.database)
			.withUserConfiguration(OwnBean.class)
			.withPropertyValues("soundshare.migrations.startup=none")
			.run((context) -> {
				assertThat(this.database.tables()).isEmpty();
				assertThat(state(context, "mine")).isEqualTo(SchemaState.PENDING);
			});
	}

	@Test
	void startupValidateHoldsForOwnBeans() {
		TestContexts.runner(this.database)
			.withUserConfiguration(OwnBean.class)
			.withPropertyValues("soundshare.migrations.startup=validate")
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(PendingRevisionException.class));
		assertThat(this.database.tables()).isEmpty();
		TestContexts.start(this.database);
		TestContexts.runner(this.database)
			.withUserConfiguration(OwnBean.class)
			.withPropertyValues("soundshare.migrations.startup=validate")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void severalDataSourcesEachHaveTheirEntry() {
		TestContexts.runner()
			.withPropertyValues("management.endpoints.jmx.exposure.include=*", "spring.jmx.enabled=true")
			.withUserConfiguration(Several.class)
			.withBean(Path.class, () -> this.directory)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(MigratorRegistry.class).names()).containsExactlyInAnyOrder("first", "second",
						"third");
				assertThat(context.getBean(MigratorRegistry.class).byName().values())
					.allMatch((migrations) -> migrations.status().state() == SchemaState.UP_TO_DATE);
				assertThat(context.getBean(MigratorRegistry.class).byName().get("second").status().history())
					.hasSize(2);
				assertThat(context).hasSingleBean(LiquibaseEndpoint.class);
				LiquibaseEndpoint endpoint = context.getBean(LiquibaseEndpoint.class);
				assertThat(endpoint.liquibaseBeans().getContexts().get(context.getId()).getLiquibaseBeans())
					.containsOnlyKeys("first", "second");
			});
	}

	@Test
	void extraMigratorStandsBesideTheAutoConfiguredOne() {
		TestDatabase extra = TestDatabase.sqlite(this.directory);
		TestContexts.runner(this.database)
			.withBean("extra", Migrator.class,
					() -> Migrator.of(extra.dataSource(),
							() -> Migrations.builder(extra.dataSource(), "db/changelog/db.changelog-master.yaml")
								.build(),
							settings()))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(MigratorRegistry.class).names()).containsExactlyInAnyOrder("liquibase",
						"extra");
				assertThat(extra.history()).isEqualTo(this.database.history());
				Migrations migrations = context.getBean("extra", Migrator.class).migrations();
				assertThatExceptionOfType(MigrationException.class)
					.isThrownBy(() -> migrations.upgrade(Target.revision("nowhere")))
					.withMessageContaining("--migrate=history");
			});
	}

	@Test
	void dropFirstIsRefusedWhereThatIsForbidden() {
		TestContexts.start(this.database);
		TestContexts.runner(this.database)
			.withPropertyValues("soundshare.migrations.destructive=refuse")
			.withBean("own", SpringLiquibase.class, () -> {
				SpringLiquibase own = configure(new SpringLiquibase(), this.database.dataSource(),
						"db/changelog/db.changelog-master.yaml");
				own.setDropFirst(true);
				return own;
			})
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContainingAll("dropFirst", "own", "soundshare.migrations.destructive=refuse"));
		assertThat(this.database.history()).isNotEmpty();
	}

	@Test
	void isRehearsedFirstIfThatIsWanted() {
		ApplicationContextRunner runner = TestContexts.runner(this.database)
			.withPropertyValues("soundshare.migrations.startup=rehearse-then-upgrade")
			.withBean("own", SpringLiquibase.class, () -> configure(new SpringLiquibase(), this.database.dataSource(),
					"db/changelog/db.changelog-master.yaml"));
		this.database.run("CREATE TABLE album (id INT)");
		runner.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContainingAll("The rehearsal of the upgrade failed", "create-album"));
		assertThat(this.database.tables()).containsExactly("album");
		this.database.run("DROP TABLE album");
		runner.run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.database.ids()).contains("create-album");
	}

	private static MigrationsProperties settings() {
		return new MigrationsProperties(true, MigrationsProperties.Startup.UPGRADE, MigrationsProperties.FastPath.AUTO,
				MigrationsProperties.Ahead.WARN, TransactionMode.CHANGE_SET, DestructiveMode.ALLOW, null,
				Duration.ofMinutes(15), "DATABASECHANGELOG_JOURNAL",
				new MigrationsProperties.Undo(true, 100_000, DataSize.ofMegabytes(16)), Duration.ofDays(30), null, null,
				10, List.of(), new MigrationsProperties.Shadow(null, null, null),
				new MigrationsProperties.Autogenerate(List.of(), List.of()));
	}

	private static SchemaState state(ApplicationContext context, String name) {
		return context.getBean(MigratorRegistry.class).get(name).status().state();
	}

	private static <T extends SpringLiquibase> T configure(T liquibase, DataSource dataSource, String changelog) {
		liquibase.setDataSource(dataSource);
		liquibase.setChangeLog(changelog);
		return liquibase;
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBean {

		@Bean
		SpringLiquibase mine(DataSource dataSource) {
			return configure(new SpringLiquibase(), dataSource, CHANGELOG);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSubclass {

		@Bean
		CountingLiquibase counting(DataSource dataSource) {
			return configure(new CountingLiquibase(), dataSource, CHANGELOG);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSettings {

		@Bean
		SpringLiquibase mine(DataSource dataSource) {
			SpringLiquibase liquibase = configure(new SpringLiquibase(), dataSource,
					"classpath:/changelog/peer/master.xml");
			liquibase.setContexts("test");
			liquibase.setChangeLogParameters(Map.of("genre", "blues"));
			liquibase.setDatabaseChangeLogTable("my_log");
			return liquibase;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Several {

		@Bean
		@Primary
		DataSource firstDataSource(Path directory) {
			return TestDatabase.sqlite(directory).dataSource();
		}

		@Bean
		DataSource secondDataSource(Path directory) {
			return TestDatabase.sqlite(directory).dataSource();
		}

		@Bean
		DataSource thirdDataSource(Path directory) {
			return TestDatabase.sqlite(directory).dataSource();
		}

		@Bean
		SpringLiquibase first(DataSource firstDataSource) {
			return configure(new SpringLiquibase(), firstDataSource, CHANGELOG);
		}

		@Bean
		SpringLiquibase second(@Qualifier("secondDataSource") DataSource dataSource) {
			return configure(new SpringLiquibase(), dataSource, "classpath:/changelog/older.yaml");
		}

		@Bean
		Migrator third(@Qualifier("thirdDataSource") DataSource dataSource, MigrationsProperties settings) {
			return Migrator.of(dataSource,
					() -> Migrations.builder(dataSource, "db/changelog/db.changelog-master.yaml").build(), settings);
		}

	}

	static class CountingLiquibase extends SpringLiquibase {

		private int updates;

		@Override
		protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
			this.updates++;
			super.performUpdate(liquibase);
		}

	}

}
