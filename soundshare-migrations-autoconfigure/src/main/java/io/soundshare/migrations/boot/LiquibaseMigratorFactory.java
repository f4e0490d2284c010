package io.soundshare.migrations.boot;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.MigrationsBuilder;
import io.soundshare.migrations.backup.BackupStore;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.integration.IntegrationDetails;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringResourceAccessor;
import liquibase.ui.UIServiceEnum;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * Makes the {@link Migrator} that {@code spring.liquibase.*} describes. The counterpart
 * of what Boot's {@code LiquibaseAutoConfiguration} does for its SpringLiquibase.
 */
final class LiquibaseMigratorFactory {

	private LiquibaseMigratorFactory() {
	}

	static Migrator create(ObjectProvider<DataSource> dataSource,
			@LiquibaseDataSource ObjectProvider<DataSource> liquibaseDataSource, LiquibaseProperties properties,
			LiquibaseConnectionDetails connectionDetails, ObjectProvider<Customizer<Liquibase>> customizer,
			ObjectProvider<BackupStore> backupStore, MigrationsProperties settings, ResourceLoader resourceLoader,
			Environment environment) {
		DataSource migrated = dataSource(liquibaseDataSource.getIfAvailable(), dataSource.getIfUnique(),
				connectionDetails);
		return new Migrator(migrated,
				() -> migrations(migrated, properties, customizer, backupStore, settings, resourceLoader, environment),
				(migrations) -> new StartupMigration(settings).run(migrations, properties));
	}

	private static Migrations migrations(DataSource dataSource, LiquibaseProperties properties,
			ObjectProvider<Customizer<Liquibase>> customizer, ObjectProvider<BackupStore> backupStore,
			MigrationsProperties settings, ResourceLoader resourceLoader, Environment environment) {
		Map<String, String> parameters = properties.getParameters();
		MigrationsBuilder builder = settings.applyTo(Migrations.builder(dataSource, properties.getChangeLog()))
			.application(environment.getProperty("spring.application.name"),
					environment.getProperty("spring.application.version"))
			.resources(new SpringResourceAccessor(resourceLoader))
			.fixedChangelog()
			.contexts(commaDelimited(properties.getContexts()))
			.labelFilter(commaDelimited(properties.getLabelFilter()))
			.parameters((parameters != null) ? parameters : Map.of())
			.defaultSchema(properties.getDefaultSchema())
			.liquibaseSchema(properties.getLiquibaseSchema())
			.liquibaseTablespace(properties.getLiquibaseTablespace())
			.changeLogTable(properties.getDatabaseChangeLogTable())
			.changeLogLockTable(properties.getDatabaseChangeLogLockTable())
			.showSummary(
					(properties.getShowSummary() != null)
							? UpdateSummaryEnum.valueOf(properties.getShowSummary().name()) : null,
					(properties.getShowSummaryOutput() != null)
							? UpdateSummaryOutputEnum.valueOf(properties.getShowSummaryOutput().name()) : null)
			.secrets(EnvironmentSecrets.of(environment))
			.scope(Scope.Attr.integrationDetails.name(), new IntegrationDetails("spring"))
			.scope(Scope.Attr.maxAnalyticsCacheSize.name(), 10);
		if (properties.getUiService() != null) {
			builder.uiService(UIServiceEnum.valueOf(properties.getUiService().name()));
		}
		if (properties.getAnalyticsEnabled() != null) {
			builder.scope(AnalyticsArgs.ENABLED.getKey(), properties.getAnalyticsEnabled());
		}
		if (properties.getLicenseKey() != null) {
			builder.scope("liquibase.licenseKey", properties.getLicenseKey());
		}
		backupStore.ifUnique(builder::backupStore);
		customizer.ifAvailable((available) -> builder.customizer(available::customize));
		return builder.build();
	}

	private static @Nullable String commaDelimited(@Nullable List<String> values) {
		return (values != null) ? StringUtils.collectionToCommaDelimitedString(values) : null;
	}

	private static DataSource dataSource(@Nullable DataSource liquibaseDataSource, @Nullable DataSource dataSource,
			LiquibaseConnectionDetails connectionDetails) {
		if (liquibaseDataSource != null) {
			return liquibaseDataSource;
		}
		String url = connectionDetails.getJdbcUrl();
		if (url != null) {
			return simple(DataSourceBuilder.create().type(SimpleDriverDataSource.class).url(url), connectionDetails);
		}
		if (dataSource == null) {
			throw new StartupSettingException("There is no single DataSource to migrate.",
					"Mark one as @LiquibaseDataSource or @Primary, set spring.liquibase.url, declare a SpringLiquibase bean "
							+ "for each DataSource, or declare Migrator beans and set spring.liquibase.enabled=false.",
					null);
		}
		if (connectionDetails.getUsername() != null) {
			return simple(DataSourceBuilder.derivedFrom(dataSource).type(SimpleDriverDataSource.class),
					connectionDetails);
		}
		return dataSource;
	}

	private static DataSource simple(DataSourceBuilder<SimpleDriverDataSource> builder,
			LiquibaseConnectionDetails connectionDetails) {
		builder.username(connectionDetails.getUsername());
		builder.password(connectionDetails.getPassword());
		String driverClassName = connectionDetails.getDriverClassName();
		if (StringUtils.hasText(driverClassName)) {
			builder.driverClassName(driverClassName);
		}
		return builder.build();
	}

}
