package io.soundshare.migrations.boot;

import java.util.Map;
import java.util.Set;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.MigrationsBuilder;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.integration.spring.SpringResourceAccessor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.DirectFieldAccessor;

/**
 * Gives an application's own SpringLiquibase bean an engine with the same settings.
 */
final class SpringLiquibaseAdapter {

	private SpringLiquibaseAdapter() {
	}

	static Migrations migrations(SpringLiquibase liquibase, MigrationsProperties settings, Set<String> secrets) {
		MigrationsBuilder builder = settings
			.applyTo(Migrations.builder(liquibase.getDataSource(), liquibase.getChangeLog()))
			.resources(new SpringResourceAccessor(liquibase.getResourceLoader()))
			.fixedChangelog()
			.secrets(secrets)
			.contexts(liquibase.getContexts())
			.labelFilter(liquibase.getLabelFilter())
			.parameters(parameters(liquibase))
			.defaultSchema(liquibase.getDefaultSchema())
			.liquibaseSchema(liquibase.getLiquibaseSchema())
			.liquibaseTablespace(liquibase.getLiquibaseTablespace())
			.changeLogTable(liquibase.getDatabaseChangeLogTable())
			.changeLogLockTable(liquibase.getDatabaseChangeLogLockTable());
		if (liquibase.getUiService() != null) {
			builder.uiService(liquibase.getUiService());
		}
		if (liquibase.getAnalyticsEnabled() != null) {
			builder.scope(AnalyticsArgs.ENABLED.getKey(), liquibase.getAnalyticsEnabled());
		}
		if (liquibase.getLicenseKey() != null) {
			builder.scope("liquibase.licenseKey", liquibase.getLicenseKey());
		}
		if (liquibase.getCustomizer() != null) {
			builder.customizer(liquibase.getCustomizer()::customize);
		}
		return builder.build();
	}

	/** SpringLiquibase has a setter for them, and no getter. */
	@SuppressWarnings("unchecked")
	private static Map<String, String> parameters(SpringLiquibase liquibase) {
		@Nullable Object parameters = new DirectFieldAccessor(liquibase).getPropertyValue("parameters");
		return (parameters != null) ? (Map<String, String>) parameters : Map.of();
	}

}
