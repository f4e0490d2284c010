package io.soundshare.migrations;

import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * What Liquibase needs to know of one database and one changelog. The names are
 * Liquibase's; whatever is {@code null} is Liquibase's default.
 *
 * @param dataSource where connections come from
 * @param changelog the root changelog
 * @param resources where the changelog is read from
 * @param contexts the contexts to run in, comma-separated
 * @param labelFilter the labels to run, as Liquibase's expression
 * @param parameters the changelog parameters
 * @param defaultSchema the schema unqualified names are in
 * @param liquibaseSchema the schema of Liquibase's own tables
 * @param liquibaseTablespace the tablespace of Liquibase's own tables
 * @param changeLogTable the name of the history table
 * @param changeLogLockTable the name of the lock table
 * @param showSummary what to say of an upgrade in Liquibase's own summary
 * @param showSummaryOutput where that summary goes
 * @param scope further values of Liquibase's scope, such as its user interface
 * @param customizer what an application does to each {@link Liquibase} before it is used
 * @param fixedChangelog whether the changelog stays as it is while the process runs
 */
record MigrationSettings(DataSource dataSource, String changelog, ResourceAccessor resources, @Nullable String contexts,
		@Nullable String labelFilter, Map<String, String> parameters, @Nullable String defaultSchema,
		@Nullable String liquibaseSchema, @Nullable String liquibaseTablespace, @Nullable String changeLogTable,
		@Nullable String changeLogLockTable, @Nullable UpdateSummaryEnum showSummary,
		UpdateSummaryOutputEnum showSummaryOutput, Map<String, Object> scope, Consumer<Liquibase> customizer,
		boolean fixedChangelog) {

	MigrationSettings {
		parameters = Map.copyOf(parameters);
		scope = Map.copyOf(scope);
	}

	/** The same for another database. */
	MigrationSettings on(DataSource database) {
		return new MigrationSettings(database, this.changelog, this.resources, this.contexts, this.labelFilter,
				this.parameters, this.defaultSchema, this.liquibaseSchema, this.liquibaseTablespace,
				this.changeLogTable, this.changeLogLockTable, null, this.showSummaryOutput, this.scope, this.customizer,
				this.fixedChangelog);
	}

	/** The same for another changelog, which may change. */
	MigrationSettings reading(String otherChangelog, ResourceAccessor otherResources) {
		return new MigrationSettings(this.dataSource, otherChangelog, otherResources, this.contexts, this.labelFilter,
				this.parameters, this.defaultSchema, this.liquibaseSchema, this.liquibaseTablespace,
				this.changeLogTable, this.changeLogLockTable, this.showSummary, this.showSummaryOutput, this.scope,
				this.customizer, false);
	}

}
