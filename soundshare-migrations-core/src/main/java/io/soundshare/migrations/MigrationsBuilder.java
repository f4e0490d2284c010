package io.soundshare.migrations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.sql.DataSource;

import io.soundshare.migrations.backup.BackupMode;
import io.soundshare.migrations.backup.BackupStore;
import io.soundshare.migrations.engine.journal.JournalTable;
import io.soundshare.migrations.engine.redaction.ParameterValues;
import io.soundshare.migrations.engine.session.Application;
import io.soundshare.migrations.engine.session.BackupSettings;
import io.soundshare.migrations.engine.session.Changelog;
import io.soundshare.migrations.engine.session.HistoryTables;
import io.soundshare.migrations.engine.session.LiquibaseOptions;
import io.soundshare.migrations.engine.session.LockPolicy;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.engine.session.UndoSettings;
import io.soundshare.migrations.model.DestructiveMode;
import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.Remedy;
import io.soundshare.migrations.model.TransactionMode;
import io.soundshare.migrations.secret.Secrets;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import liquibase.ui.UIServiceEnum;
import org.jspecify.annotations.Nullable;

/**
 * Describes a database and its changelog. Whatever is left out is Liquibase's default.
 */
public final class MigrationsBuilder {

	private final DataSource dataSource;

	private final String changelog;

	private final Map<String, String> parameters = new HashMap<>();

	private final Map<String, Object> scope = new HashMap<>();

	private @Nullable ResourceAccessor resources;

	private @Nullable String contexts;

	private @Nullable String labelFilter;

	private @Nullable String defaultSchema;

	private @Nullable String liquibaseSchema;

	private @Nullable String liquibaseTablespace;

	private @Nullable String changeLogTable;

	private @Nullable String changeLogLockTable;

	private @Nullable UpdateSummaryEnum showSummary;

	private UpdateSummaryOutputEnum showSummaryOutput = UpdateSummaryOutputEnum.LOG;

	private Consumer<Liquibase> customizer = (liquibase) -> {
	};

	private boolean fixedChangelog;

	private String journalTable = JournalTable.DEFAULT_NAME;

	private @Nullable Duration lockWait;

	private Duration staleLockAfter = Duration.ofMinutes(15);

	private TransactionMode transaction = TransactionMode.CHANGE_SET;

	private Application application = new Application(null, null);

	private Secrets secrets = Secrets.NONE;

	private UndoSettings undo = UndoSettings.DEFAULT;

	private BackupSettings backup = BackupSettings.DEFAULT;

	private DestructiveMode destructive = DestructiveMode.ALLOW;

	private Function<Remedy, String> vocabulary = Remedy::toString;

	MigrationsBuilder(DataSource dataSource, String changelog) {
		this.dataSource = dataSource;
		this.changelog = changelog;
		this.scope.put(Scope.Attr.ui.name(), new LoggerUIService());
	}

	/**
	 * Set where the changelog is read from; the class path, if it is not set.
	 * @param resources the accessor
	 * @return this builder
	 */
	public MigrationsBuilder resources(ResourceAccessor resources) {
		this.resources = resources;
		return this;
	}

	/**
	 * Set the contexts to run in.
	 * @param contexts the contexts, comma-separated
	 * @return this builder
	 */
	public MigrationsBuilder contexts(@Nullable String contexts) {
		this.contexts = textOrNull(contexts);
		return this;
	}

	/**
	 * Set which labels to run.
	 * @param labelFilter a label expression
	 * @return this builder
	 */
	public MigrationsBuilder labelFilter(@Nullable String labelFilter) {
		this.labelFilter = textOrNull(labelFilter);
		return this;
	}

	/**
	 * Add changelog parameters.
	 * @param parameters the values by name
	 * @return this builder
	 */
	public MigrationsBuilder parameters(Map<String, String> parameters) {
		this.parameters.putAll(parameters);
		return this;
	}

	/**
	 * Set the schema unqualified names are in.
	 * @param defaultSchema the schema
	 * @return this builder
	 */
	public MigrationsBuilder defaultSchema(@Nullable String defaultSchema) {
		this.defaultSchema = textOrNull(defaultSchema);
		return this;
	}

	/**
	 * Set the schema of Liquibase's own tables.
	 * @param liquibaseSchema the schema
	 * @return this builder
	 */
	public MigrationsBuilder liquibaseSchema(@Nullable String liquibaseSchema) {
		this.liquibaseSchema = textOrNull(liquibaseSchema);
		return this;
	}

	/**
	 * Set the tablespace of Liquibase's own tables.
	 * @param liquibaseTablespace the tablespace
	 * @return this builder
	 */
	public MigrationsBuilder liquibaseTablespace(@Nullable String liquibaseTablespace) {
		this.liquibaseTablespace = textOrNull(liquibaseTablespace);
		return this;
	}

	/**
	 * Set the name of the history table.
	 * @param changeLogTable the table
	 * @return this builder
	 */
	public MigrationsBuilder changeLogTable(@Nullable String changeLogTable) {
		this.changeLogTable = textOrNull(changeLogTable);
		return this;
	}

	/**
	 * Set the name of the lock table.
	 * @param changeLogLockTable the table
	 * @return this builder
	 */
	public MigrationsBuilder changeLogLockTable(@Nullable String changeLogLockTable) {
		this.changeLogLockTable = textOrNull(changeLogLockTable);
		return this;
	}

	/**
	 * Set what Liquibase's own summary of an upgrade says, and where.
	 * @param showSummary how much
	 * @param output where it goes; the log, if {@code null}
	 * @return this builder
	 */
	public MigrationsBuilder showSummary(@Nullable UpdateSummaryEnum showSummary,
			@Nullable UpdateSummaryOutputEnum output) {
		this.showSummary = showSummary;
		this.showSummaryOutput = (output != null) ? output : UpdateSummaryOutputEnum.LOG;
		return this;
	}

	/**
	 * Set where Liquibase sends its messages for people; the log, if it is not set.
	 * @param uiService the service
	 * @return this builder
	 */
	public MigrationsBuilder uiService(UIServiceEnum uiService) {
		try {
			return scope(Scope.Attr.ui.name(), uiService.getUiServiceClass().getDeclaredConstructor().newInstance());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalArgumentException("Cannot create " + uiService, ex);
		}
	}

	/**
	 * Add a value to Liquibase's scope.
	 * @param name the attribute
	 * @param value the value
	 * @return this builder
	 */
	public MigrationsBuilder scope(String name, Object value) {
		this.scope.put(name, value);
		return this;
	}

	/**
	 * Set what is done to each {@link Liquibase} before it is used.
	 * @param customizer the customizer
	 * @return this builder
	 */
	public MigrationsBuilder customizer(Consumer<Liquibase> customizer) {
		this.customizer = customizer;
		return this;
	}

	/**
	 * Say that the changelog stays as it is while the process runs, as one in a jar does:
	 * it is then parsed once for all reads.
	 * @return this builder
	 */
	public MigrationsBuilder fixedChangelog() {
		this.fixedChangelog = true;
		return this;
	}

	/**
	 * Set whether an upgrade takes down what undoes its revisions, where the database
	 * lets it (SQLite, PostgreSQL). It does, if it is not set.
	 * @param recorded whether it is recorded
	 * @return this
	 */
	public MigrationsBuilder recordUndo(boolean recorded) {
		this.undo = this.undo.recorded(recorded);
		return this;
	}

	/**
	 * Set how much is taken down of one revision at most; 100,000 rows and 16,000,000
	 * characters, if it is not set. A revision that changes more has no recorded undo,
	 * which the upgrade says.
	 * @param rows the number of rows, from 0
	 * @param characters the number of characters, from 0
	 * @return this
	 */
	public MigrationsBuilder undoLimit(long rows, long characters) {
		this.undo = this.undo.limit(rows, characters);
		return this;
	}

	/**
	 * Set how long the rows of dropped tables and columns are kept in the database; 30
	 * days, if it is not set.
	 * @param time how long; zero for not at all
	 * @return this
	 */
	public MigrationsBuilder keepDropped(Duration time) {
		this.undo = this.undo.keepDropped(time);
		return this;
	}

	/**
	 * Set when the database is copied before something is done with it; never, if it is
	 * not set.
	 * @param mode when; {@code null} for what is usual: before what is destructive, of a
	 * database that is a file
	 * @return this builder
	 */
	public MigrationsBuilder backup(@Nullable BackupMode mode) {
		this.backup = this.backup.mode(mode);
		return this;
	}

	/**
	 * Set where copies of the database are kept; beside its file, if it is not set.
	 * @param store the store, which is for this database alone
	 * @return this builder
	 */
	public MigrationsBuilder backupStore(@Nullable BackupStore store) {
		this.backup = this.backup.store(store);
		return this;
	}

	/**
	 * Set the folder in which the copies of each database have one of their own, named
	 * after it; beside its file, if it is not set.
	 * @param folder the folder
	 * @return this builder
	 */
	public MigrationsBuilder backupFolder(@Nullable Path folder) {
		this.backup = this.backup.folder(folder);
		return this;
	}

	/**
	 * Set how many copies are kept; 10, if it is not set.
	 * @param number the number, from 1
	 * @return this builder
	 */
	public MigrationsBuilder keepBackups(int number) {
		this.backup = this.backup.keep(number);
		return this;
	}

	/**
	 * Set the name of the journal's table; DATABASECHANGELOG_JOURNAL, if it is not set.
	 * @param journalTable the table, in the schema of Liquibase's own tables
	 * @return this builder
	 */
	public MigrationsBuilder journalTable(@Nullable String journalTable) {
		String name = textOrNull(journalTable);
		this.journalTable = (name != null) ? name : JournalTable.DEFAULT_NAME;
		return this;
	}

	/**
	 * Set how long to wait for the migration lock; as long as Liquibase does, if it is
	 * not set.
	 * @param lockWait the wait
	 * @return this builder
	 */
	public MigrationsBuilder lockWait(@Nullable Duration lockWait) {
		this.lockWait = lockWait;
		return this;
	}

	/**
	 * Set the age at which a lock that stock Liquibase has left is taken over, where
	 * nothing else tells whether its holder is alive; 15 minutes, if it is not set.
	 * @param staleLockAfter the age
	 * @return this builder
	 */
	public MigrationsBuilder staleLockAfter(Duration staleLockAfter) {
		this.staleLockAfter = staleLockAfter;
		return this;
	}

	/**
	 * Set what is committed together.
	 * @param transaction a change set, or all of an upgrade or downgrade
	 * @return this builder
	 */
	public MigrationsBuilder transaction(TransactionMode transaction) {
		this.transaction = transaction;
		return this;
	}

	/**
	 * Set which application the journal names.
	 * @param name its name
	 * @param version its version
	 * @return this builder
	 */
	public MigrationsBuilder application(@Nullable String name, @Nullable String version) {
		this.application = new Application(textOrNull(name), textOrNull(version));
		return this;
	}

	/**
	 * Set how texts name the calls and settings they advise; if it is not set, they speak
	 * to a program that calls this library.
	 * @param vocabulary the name of each remedy
	 * @return this builder
	 */
	public MigrationsBuilder vocabulary(Function<Remedy, String> vocabulary) {
		this.vocabulary = vocabulary;
		return this;
	}

	/**
	 * Say what must never be shown or stored in a text, beside what the data source holds
	 * as its login: passwords, and URLs that have some.
	 * @param values the values
	 * @return this builder
	 */
	public MigrationsBuilder secrets(Collection<String> values) {
		this.secrets = this.secrets.and(Secrets.of(values));
		return this;
	}

	/**
	 * Set whether everything in the database may be dropped. By default it may, when
	 * somebody asks for it.
	 * @param destructive what to do then
	 * @return this builder
	 */
	public MigrationsBuilder destructive(DestructiveMode destructive) {
		this.destructive = destructive;
		return this;
	}

	/**
	 * Build it.
	 * @return the migrations
	 */
	public Migrations build() {
		// Spring's accessor knows the prefix, Liquibase's own does not.
		String path = (this.resources != null) ? this.changelog : this.changelog.replaceFirst("^classpath:/*", "");
		ResourceAccessor from = (this.resources != null) ? this.resources : new ClassLoaderResourceAccessor();
		return new Migrations(new MigrationSettings(this.dataSource, this.defaultSchema,
				new Changelog(path, from, this.contexts, this.labelFilter, this.parameters, this.fixedChangelog, null),
				new HistoryTables(this.liquibaseSchema, this.liquibaseTablespace, this.changeLogTable,
						this.changeLogLockTable, this.journalTable),
				new LiquibaseOptions(this.scope, this.customizer, this.showSummary, this.showSummaryOutput),
				new LockPolicy(this.lockWait, this.staleLockAfter), this.application, this.transaction, this.undo,
				this.backup, this.destructive, this.secrets, new ParameterValues(), this.vocabulary,
				OperationListener.SILENT));
	}

	private static @Nullable String textOrNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
