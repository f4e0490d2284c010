package io.soundshare.migrations.engine.session;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.redaction.ParameterValues;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.TransactionMode;
import io.soundshare.migrations.secret.Secrets;
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
 * @param journalTable the name of the journal's table
 * @param lockWait how long to wait for the lock, {@code null} for as long as Liquibase
 * does
 * @param staleLockAfter when a lock of stock Liquibase is taken over, if nothing else
 * tells whether its holder is alive
 * @param transaction what is one transaction
 * @param application the name of the application, for the journal
 * @param applicationVersion the version of the application, for the journal
 * @param secrets what must not be shown, beside what the data source holds
 * @param destructive whether all that is there may be dropped
 * @param parameterValues learns the values of the changelog's parameters, since whoever
 * prints beside us may print them
 */
public record MigrationSettings(DataSource dataSource, String changelog, ResourceAccessor resources,
		@Nullable String contexts, @Nullable String labelFilter, Map<String, String> parameters,
		@Nullable String defaultSchema, @Nullable String liquibaseSchema, @Nullable String liquibaseTablespace,
		@Nullable String changeLogTable, @Nullable String changeLogLockTable, @Nullable UpdateSummaryEnum showSummary,
		UpdateSummaryOutputEnum showSummaryOutput, Map<String, Object> scope, Consumer<Liquibase> customizer,
		boolean fixedChangelog, String journalTable, @Nullable Duration lockWait, Duration staleLockAfter,
		TransactionMode transaction, @Nullable String application, @Nullable String applicationVersion, Secrets secrets,
		DestructiveMode destructive, ParameterValues parameterValues) {

	public MigrationSettings {
		parameters = Map.copyOf(parameters);
		scope = Map.copyOf(scope);
		if (lockWait != null && lockWait.isNegative()) {
			throw new IllegalArgumentException("The wait for the lock must not be negative: " + lockWait);
		}
		if (staleLockAfter.isNegative()) {
			throw new IllegalArgumentException("The age of a stale lock must not be negative: " + staleLockAfter);
		}
	}

	/** The same for another database. */
	public MigrationSettings on(DataSource database) {
		return new MigrationSettings(database, this.changelog, this.resources, this.contexts, this.labelFilter,
				this.parameters, this.defaultSchema, this.liquibaseSchema, this.liquibaseTablespace,
				this.changeLogTable, this.changeLogLockTable, null, this.showSummaryOutput, this.scope, this.customizer,
				this.fixedChangelog, this.journalTable, this.lockWait, this.staleLockAfter, this.transaction,
				this.application, this.applicationVersion, this.secrets.and(Secrets.of(this.dataSource)),
				this.destructive, this.parameterValues);
	}

	/** The same for another changelog, which may change. */
	public MigrationSettings reading(String otherChangelog, ResourceAccessor otherResources) {
		return new MigrationSettings(this.dataSource, otherChangelog, otherResources, this.contexts, this.labelFilter,
				this.parameters, this.defaultSchema, this.liquibaseSchema, this.liquibaseTablespace,
				this.changeLogTable, this.changeLogLockTable, this.showSummary, this.showSummaryOutput, this.scope,
				this.customizer, false, this.journalTable, this.lockWait, this.staleLockAfter, this.transaction,
				this.application, this.applicationVersion, this.secrets, this.destructive, this.parameterValues);
	}

}
