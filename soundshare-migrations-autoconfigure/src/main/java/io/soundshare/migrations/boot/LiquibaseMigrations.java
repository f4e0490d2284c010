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
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.StringUtils;

/**
 * Describes an engine as {@code spring.liquibase.*} does. Apart from what is there at
 * every start, since it needs Liquibase.
 */
final class LiquibaseMigrations {

	private LiquibaseMigrations() {
	}

	static Migrations of(DataSource dataSource, LiquibaseProperties properties,
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

}
