package io.soundshare.sample;

import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.boot.Migrator;
import io.soundshare.migrations.boot.TestContexts;
import io.soundshare.migrations.boot.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class DatabaseInitializationOrderTests {

	private static final String OURS = "soundshare.migrations.enabled=true";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { OURS, TestContexts.STOCK })
	void emptyDatabaseIsMigratedBeforeHibernateValidatesIt(String mode) {
		application(TestDatabase.sqlite(this.directory), mode)
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(ArtistRepository.class).findById(1L).orElseThrow().getName())
					.isEqualTo("Nina Simone");
			});
	}

	@Test
	void hibernateOnPostgresWaitsToo() {
		application(TestDatabase.postgres(), OURS).withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(dependencies(context.getBeanFactory(), EntityManagerFactory.class)).contains("liquibase");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { OURS, TestContexts.STOCK })
	void userOfJdbcTemplateFindsTheSchema(String mode) {
		TestContexts.runner(TestDatabase.sqlite(this.directory))
			.withPropertyValues(mode)
			.withUserConfiguration(EarlyReader.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Names.class).values()).containsExactly("Nina Simone");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { OURS, TestContexts.STOCK })
	void initScriptsRunAfterwards(String mode) {
		TestDatabase database = TestDatabase.sqlite(this.directory);
		TestContexts.runner(database)
			.withPropertyValues(mode, "spring.sql.init.mode=always",
					"spring.sql.init.schema-locations=classpath:/sample/more-artists.sql")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(database.jdbc().queryForList("select name from artist order by id", String.class))
			.containsExactly("Nina Simone", "Billie Holiday");
	}

	@Test
	void keptSpringLiquibaseIsWaitedForByNobody() {
		application(TestDatabase.sqlite(this.directory), OURS).run((context) -> {
			assertThat(dependencies(context.getBeanFactory(), EntityManagerFactory.class))
				.doesNotContain("liquibase.springLiquibase");
			assertThat(context.getBeanFactory().containsSingleton("liquibase.springLiquibase")).isFalse();
		});
	}

	@Test
	void schemaCountsAsManaged() {
		TestContexts.runner(TestDatabase.sqlite(this.directory)).run((context) -> {
			DataSource migrated = context.getBean(Migrator.class).dataSource();
			assertThat(context.getBeanProvider(SchemaManagementProvider.class)).isNotEmpty()
				.allMatch((provider) -> provider.getSchemaManagement(migrated) == SchemaManagement.MANAGED)
				.allMatch((provider) -> provider.getSchemaManagement(
						TestDatabase.sqlite(this.directory).dataSource()) == SchemaManagement.UNMANAGED);
			assertThat(context.getBeanFactory().containsSingleton("liquibase.springLiquibase")).isFalse();
		});
	}

	private static ApplicationContextRunner application(TestDatabase database, String mode) {
		return new ApplicationContextRunner().withUserConfiguration(SampleApplication.class)
			.withPropertyValues("spring.datasource.url=" + database.url(), mode);
	}

	private static List<String> dependencies(ConfigurableListableBeanFactory beanFactory, Class<?> type) {
		String name = beanFactory.getBeanNamesForType(type, true, false)[0].replace("&", "");
		return List.of(beanFactory.getBeanDefinition(name).getDependsOn());
	}

	record Names(List<String> values) {

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyReader {

		@Bean
		Names names(JdbcTemplate jdbc) {
			return new Names(jdbc.queryForList("select name from artist", String.class));
		}

	}

}
