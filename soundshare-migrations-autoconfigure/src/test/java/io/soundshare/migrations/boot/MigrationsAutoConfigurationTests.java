package io.soundshare.migrations.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.backup.BackupStore;
import io.soundshare.migrations.backup.FolderBackupStore;
import io.soundshare.migrations.model.SchemaState;
import liquibase.Liquibase;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringLiquibase;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.liquibase.actuate.endpoint.LiquibaseEndpoint;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsAutoConfigurationTests {

	@TempDir
	private Path directory;

	@Test
	void migratorTakesTheNameAndThePlaceOfSpringLiquibase() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		TestContexts.runner(database).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean("liquibase")).isInstanceOf(Migrator.class);
			assertThat(context.getBean(MigratorRegistry.class).names()).containsExactly("liquibase");
			assertThat(context.getBean(MigratorRegistry.class).byName().get("liquibase").status().state())
				.isEqualTo(SchemaState.UP_TO_DATE);
		});
		assertThat(database.ids()).containsExactly("create-artist", "create-album", "add-artists");
	}

	@Test
	void keepsBackupsInTheStoreOfTheApplication() {
		Path folder = this.directory.resolve("store");
		TestContexts.runner(TestDatabase.sqlite(this.directory))
			.withBean(BackupStore.class, () -> new FolderBackupStore(folder))
			.run((context) -> context.getBean(MigratorRegistry.class).get("liquibase").backup());
		assertThat(folder).isDirectoryContaining("glob:**_add-artists.db");
	}

	@Test
	void secondStartAppliesNothing() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		TestContexts.start(database);
		List<String> history = database.history();
		TestContexts.start(database);
		assertThat(database.history()).isEqualTo(history);
	}

	@Test
	void stockLiquibaseContinuesWhereWeStoppedAndBack() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		TestContexts.start(database, TestContexts.changelog("older.yaml"));
		TestContexts.start(database, TestContexts.STOCK);
		TestContexts.start(database);
		assertThat(database.ids()).containsExactly("create-artist", "create-album", "add-artists");
	}

	@Test
	void injectedSpringLiquibaseIsConfiguredAndRunsNothing() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		TestContexts.runner(database)
			.withUserConfiguration(InjectingConfiguration.class)
			.withPropertyValues("soundshare.migrations.startup=none", "spring.liquibase.contexts=prod")
			.run((context) -> {
				SpringLiquibase liquibase = context.getBean(Injected.class).liquibase();
				assertThat(liquibase.getContexts()).isEqualTo("prod");
				assertThat(context.getBean(MigratorRegistry.class).names()).containsExactly("liquibase");
			});
		assertThat(database.tables()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "soundshare.migrations.enabled=true", TestContexts.STOCK })
	void bootsLiquibaseEndpointListsTheChangeSetsUnderBootsBeanName(String mode) {
		exposing(TestDatabase.sqlite(this.directory)).withPropertyValues(mode).run((context) -> {
			LiquibaseEndpoint endpoint = context.getBean(LiquibaseEndpoint.class);
			assertThat(endpoint.liquibaseBeans().getContexts().get(context.getId()).getLiquibaseBeans())
				.containsOnlyKeys("liquibase")
				.hasValueSatisfying(new Condition<>((bean) -> bean.getChangeSets().size() == 3, "three change sets"));
		});
	}

	@Test
	void applicationsBeanOfAnyNameStandsInNobodysWay() {
		exposing(TestDatabase.sqlite(this.directory)).withBean("springLiquibase", String.class, () -> "mine")
			.run((context) -> assertThat(context.getBean(LiquibaseEndpoint.class)
				.liquibaseBeans()
				.getContexts()
				.get(context.getId())
				.getLiquibaseBeans()).containsOnlyKeys("liquibase"));
	}

	@Test
	void applicationsOwnLiquibaseEndpointStays() {
		exposing(TestDatabase.sqlite(this.directory))
			.withBean("mine", LiquibaseEndpoint.class, () -> new LiquibaseEndpoint(new GenericApplicationContext()))
			.run((context) -> assertThat(context).getBean(LiquibaseEndpoint.class)
				.isExactlyInstanceOf(LiquibaseEndpoint.class));
	}

	@Test
	void noEndpointWhereBootHasNone() {
		TestContexts.runner(TestDatabase.sqlite(this.directory))
			.run((context) -> assertThat(context).doesNotHaveBean(LiquibaseEndpoint.class));
	}

	@Test
	void whatDependsOnBootsBeanNameFindsTheSchema() {
		TestContexts.runner(TestDatabase.sqlite(this.directory))
			.withUserConfiguration(DependingConfiguration.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Artists.class).names()).containsExactly("Nina Simone");
			});
	}

	private static ApplicationContextRunner exposing(TestDatabase database) {
		return TestContexts.runner(database)
			.withPropertyValues("management.endpoints.web.exposure.include=liquibase",
					"management.endpoints.jmx.exposure.include=liquibase", "spring.jmx.enabled=true");
	}

	@Test
	void disabledGivesBootsSpringLiquibaseBack() {
		TestContexts.runner(TestDatabase.sqlite(this.directory))
			.withPropertyValues(TestContexts.STOCK)
			.run((context) -> {
				assertThat(context.getBean("liquibase")).isInstanceOf(SpringLiquibase.class);
				assertThat(context).doesNotHaveBean(Migrator.class).doesNotHaveBean(MigratorRegistry.class);
			});
	}

	@Test
	void disabledLiquibaseMigratesNothing() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		TestContexts.runner(database)
			.withPropertyValues("spring.liquibase.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Migrator.class));
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void nothingHappensWithoutLiquibase() {
		TestContexts.runner(TestDatabase.sqlite(this.directory))
			.withClassLoader(new FilteredClassLoader("liquibase"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MigratorRegistry.class));
	}

	@Test
	void exclusionOfBootsAutoConfigurationByAnnotationSwitchesEverythingOff() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		new ApplicationContextRunner().withUserConfiguration(ExcludingApplication.class)
			.withPropertyValues("spring.datasource.url=" + database.url())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Migrator.class));
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void exclusionOfBootsAutoConfigurationByPropertySwitchesEverythingOff() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("spring.datasource.url=" + database.url(),
					"spring.autoconfigure.exclude=" + LiquibaseAutoConfiguration.class.getName())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Migrator.class));
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void importOfBootsAutoConfigurationAloneIsStock() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		new ApplicationContextRunner().withUserConfiguration(ImportingApplication.class)
			.withPropertyValues("spring.datasource.url=" + database.url())
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(SpringLiquibase.class));
		assertThat(database.ids()).hasSize(3);
	}

	@Test
	void bothStartersMigrateOnce() {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		List<Liquibase> customized = new ArrayList<>();
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withBean(CustomizerConfiguration.class, () -> new CustomizerConfiguration(customized))
			.withPropertyValues("spring.datasource.url=" + database.url())
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(Migrator.class);
				assertThat(customized).hasSize(1);
			});
		assertThat(database.ids()).hasSize(3);
	}

	@Test
	void connectionDetailsHavePrecedenceOverProperties() {
		TestDatabase application = TestDatabase.sqlite(this.directory);
		TestDatabase migrated = TestDatabase.sqlite(this.directory);
		TestContexts.runner(application)
			.withBean(LiquibaseConnectionDetails.class, () -> new FixedConnectionDetails(migrated.url()))
			.withPropertyValues("spring.liquibase.url=jdbc:sqlite:/nowhere/at/all.db")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(migrated.ids()).hasSize(3);
		assertThat(application.tables()).isEmpty();
	}

	@Test
	void liquibaseDataSourceIsMigrated() {
		TestDatabase application = TestDatabase.sqlite(this.directory);
		TestDatabase migrated = TestDatabase.sqlite(this.directory);
		TestContexts.runner(application)
			.withBean("migrated", MigratedDataSource.class, () -> new MigratedDataSource(migrated))
			.withUserConfiguration(LiquibaseDataSourceConfiguration.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Migrator.class).dataSource())
					.isSameAs(context.getBean("liquibaseDataSource"));
			});
		assertThat(migrated.ids()).hasSize(3);
		assertThat(application.tables()).isEmpty();
	}

	@Test
	void customizerIsCalled() {
		List<Liquibase> customized = new ArrayList<>();
		TestContexts.runner(TestDatabase.sqlite(this.directory))
			.withBean(CustomizerConfiguration.class, () -> new CustomizerConfiguration(customized))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(customized).isNotEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = LiquibaseAutoConfiguration.class)
	static class ExcludingApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class })
	static class ImportingApplication {

	}

	record Injected(SpringLiquibase liquibase) {

	}

	@Configuration(proxyBeanMethods = false)
	static class InjectingConfiguration {

		@Bean
		Injected injected(@Qualifier("liquibase") SpringLiquibase liquibase) {
			return new Injected(liquibase);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DependingConfiguration {

		@Bean
		@DependsOn("liquibase")
		Artists artists(DataSource dataSource) {
			return new Artists(new JdbcTemplate(dataSource).queryForList("select name from artist", String.class));
		}

	}

	record Artists(List<String> names) {

	}

	record MigratedDataSource(TestDatabase database) {

	}

	@Configuration(proxyBeanMethods = false)
	static class LiquibaseDataSourceConfiguration {

		@Bean
		@Primary
		DataSource dataSource(Environment environment) {
			return new TestDatabase(environment.getRequiredProperty("spring.datasource.url")).dataSource();
		}

		@Bean
		@LiquibaseDataSource
		DataSource liquibaseDataSource(MigratedDataSource migrated) {
			return migrated.database().dataSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizerConfiguration {

		private final List<Liquibase> customized;

		CustomizerConfiguration(List<Liquibase> customized) {
			this.customized = customized;
		}

		@Bean
		Customizer<Liquibase> customizer() {
			return this.customized::add;
		}

	}

	record FixedConnectionDetails(String url) implements LiquibaseConnectionDetails {

		@Override
		public String getUsername() {
			return null;
		}

		@Override
		public String getPassword() {
			return null;
		}

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

	}

}
