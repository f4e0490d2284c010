package io.soundshare.migrations.boot;

import liquibase.integration.spring.SpringLiquibase;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseEndpointAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for SoundShare Migrations: wherever
 * Boot would run Liquibase, or an application does so itself.
 */
@AutoConfiguration(after = LiquibaseAutoConfiguration.class, before = LiquibaseEndpointAutoConfiguration.class)
@ConditionalOnClass(SpringLiquibase.class)
@ConditionalOnBooleanProperty(name = "soundshare.migrations.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigrationsProperties.class)
public final class MigrationsAutoConfiguration {

	@Bean
	static LiquibaseBeanReplacer liquibaseBeanReplacer() {
		return new LiquibaseBeanReplacer();
	}

	@Bean
	static SpringLiquibaseKeeper springLiquibaseKeeper(LiquibaseBeanReplacer replacer) {
		return new SpringLiquibaseKeeper(replacer);
	}

	@Bean
	static SpringLiquibaseStartup springLiquibaseStartup(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<MigrationsProperties> settings) {
		return new SpringLiquibaseStartup(beanFactory, settings);
	}

	/** Or the first look at the endpoint would be the start-up. */
	@Bean
	static LazyInitializationExcludeFilter migratorLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(Migrator.class, SpringLiquibase.class);
	}

	@Bean
	MigratorSchemaManagementProvider migratorSchemaManagementProvider(ObjectProvider<Migrator> migrators) {
		return new MigratorSchemaManagementProvider(migrators);
	}

	@Bean
	OperationListenerFactory migrationEvents(ApplicationEventPublisher publisher) {
		return (database) -> new EventPublishingListener(publisher, database);
	}

	@Bean
	MigratorRegistry migrators(ConfigurableListableBeanFactory beanFactory) {
		return new MigratorRegistry(beanFactory);
	}

}
