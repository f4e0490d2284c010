package io.soundshare.migrations.engine.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

import io.soundshare.migrations.engine.copy.CopySource;
import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import io.soundshare.migrations.engine.redaction.ParameterValues;
import io.soundshare.migrations.model.DestructionRefusedException;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.Remedy;
import io.soundshare.migrations.model.TransactionMode;
import io.soundshare.migrations.secret.DataSourceUrl;
import io.soundshare.migrations.secret.Secrets;
import liquibase.GlobalConfiguration;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The settings for one database and one changelog. Whatever is {@code null} is
 * Liquibase's default.
 *
 * @param dataSource where connections come from
 * @param defaultSchema the schema unqualified names are in
 * @param changelog the changelog
 * @param tables the tables migrations keep for themselves
 * @param liquibase how Liquibase behaves
 * @param lock how long others are waited for
 * @param application who migrates
 * @param transaction what is one transaction
 * @param undo what undoes a revision
 * @param backup when the database is copied, and where copies are kept
 * @param destructive whether all that is there may be dropped
 * @param secrets what must not be shown, beside what the data source holds
 * @param parameterValues learns the values of the changelog's parameters, since whoever
 * prints beside us may print them
 * @param vocabulary the name of each remedy, for whoever reads of it
 * @param listener hears of the operations
 */
public record MigrationSettings(DataSource dataSource, @Nullable String defaultSchema, Changelog changelog,
		HistoryTables tables, LiquibaseOptions liquibase, LockPolicy lock, Application application,
		TransactionMode transaction, UndoSettings undo, BackupSettings backup, DestructiveMode destructive,
		Secrets secrets, ParameterValues parameterValues, Function<Remedy, String> vocabulary,
		OperationListener listener) {

	/** The same for another database, which is thrown away: nothing there is recorded. */
	public MigrationSettings on(DataSource database) {
		return new MigrationSettings(database, this.defaultSchema, this.changelog.fingerprinted(null), this.tables,
				this.liquibase.withoutSummary(), this.lock, this.application, this.transaction,
				this.undo.recorded(false), BackupSettings.DEFAULT, this.destructive, allSecrets(), this.parameterValues,
				this.vocabulary, OperationListener.SILENT);
	}

	/**
	 * The same for a copy of the database, on which is tried out what would be done. Each
	 * change set is a transaction: what one meets is then known of that one.
	 */
	public MigrationSettings rehearsing(String url, @Nullable String user, @Nullable String password) {
		MigrationSettings copy = on(new UrlDataSource(url, user, password));
		return new MigrationSettings(copy.dataSource, this.defaultSchema, copy.changelog, this.tables, copy.liquibase,
				this.lock, this.application, TransactionMode.CHANGE_SET, this.undo, copy.backup, this.destructive,
				copy.secrets, this.parameterValues, this.vocabulary, copy.listener);
	}

	/** The same for another changelog. */
	public MigrationSettings reading(String path, ResourceAccessor resources) {
		return new MigrationSettings(this.dataSource, this.defaultSchema, this.changelog.at(path, resources),
				this.tables, this.liquibase, this.lock, this.application, this.transaction, this.undo, this.backup,
				this.destructive, this.secrets, this.parameterValues, this.vocabulary, this.listener);
	}

	/** The same in more contexts, if there are any. */
	public MigrationSettings inContextsToo(List<String> contexts) {
		return new MigrationSettings(this.dataSource, this.defaultSchema, this.changelog.inContextsToo(contexts),
				this.tables, this.liquibase, this.lock, this.application, this.transaction, this.undo, this.backup,
				this.destructive, this.secrets, this.parameterValues, this.vocabulary, this.listener);
	}

	/** The same, which keeps a fingerprint when there is nothing to do. */
	public MigrationSettings fingerprinted(FingerprintSource source) {
		return new MigrationSettings(this.dataSource, this.defaultSchema, this.changelog.fingerprinted(source),
				this.tables, this.liquibase, this.lock, this.application, this.transaction, this.undo, this.backup,
				this.destructive, this.secrets, this.parameterValues, this.vocabulary, this.listener);
	}

	/** The same in other words. */
	public MigrationSettings speaking(Function<Remedy, String> words) {
		return new MigrationSettings(this.dataSource, this.defaultSchema, this.changelog, this.tables, this.liquibase,
				this.lock, this.application, this.transaction, this.undo, this.backup, this.destructive, this.secrets,
				this.parameterValues, words, this.listener);
	}

	/** The same, of whose operations somebody hears. */
	public MigrationSettings heardBy(OperationListener heard) {
		return new MigrationSettings(this.dataSource, this.defaultSchema, this.changelog, this.tables, this.liquibase,
				this.lock, this.application, this.transaction, this.undo, this.backup, this.destructive, this.secrets,
				this.parameterValues, this.vocabulary, heard);
	}

	/** The database as something to be copied. */
	CopySource copySource(Connection connection, @Nullable String url) throws SQLException {
		String history = this.tables.history();
		String schema = this.tables.schema();
		return new CopySource(connection, (url != null) ? url : connection.getMetaData().getURL(),
				DataSourceUrl.properties(this.dataSource, CopySource.SECURITY),
				(history != null) ? history : GlobalConfiguration.DATABASECHANGELOG_TABLE_NAME.getCurrentValue(),
				(schema != null) ? schema : this.defaultSchema, connection.getMetaData().getUserName(),
				DataSourceUrl.password(this.dataSource));
	}

	/** The secrets, and what the data source holds. */
	public Secrets allSecrets() {
		return this.secrets.and(Secrets.of(this.dataSource));
	}

	/** The failure in the words of whoever reads it. */
	public <E extends MigrationException> E worded(E failure) {
		failure.speak(this.vocabulary);
		return failure;
	}

	/** Make sure that all that is there may be dropped. */
	public void requireDestructive(String operation) {
		try {
			this.destructive.require(operation);
		}
		catch (DestructionRefusedException ex) {
			throw worded(ex);
		}
	}

}
