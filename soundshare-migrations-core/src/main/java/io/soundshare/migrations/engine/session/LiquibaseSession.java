package io.soundshare.migrations.engine.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import io.soundshare.migrations.engine.connection.AbsentDatabase;
import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.redaction.RecordedParameters;
import io.soundshare.migrations.engine.redaction.RedactingLogService;
import io.soundshare.migrations.engine.redaction.Redactor;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.secret.DataSourceUrl;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.logging.LogService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.structure.core.Catalog;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One connection with everything Liquibase wants around it. The only place where a
 * connection is opened.
 */
public final class LiquibaseSession {

	private final MigrationSettings settings;

	private final Liquibase liquibase;

	private final @Nullable AbsentDatabase absent;

	private final LockWait lockWait;

	private boolean begun;

	private @Nullable ChangeExecListener userListener;

	private @Nullable DatabaseChangeLog changelog;

	private @Nullable RecordedParameters recorded;

	private @Nullable ChangeLogHistoryService history;

	private @Nullable Origin origin;

	private final Redactor redactor;

	private LiquibaseSession(MigrationSettings settings, Database database, @Nullable AbsentDatabase absent,
			LockWait lockWait, Redactor redactor) {
		this.settings = settings;
		this.absent = absent;
		this.lockWait = lockWait;
		this.redactor = redactor;
		this.liquibase = new Liquibase(settings.changelog().path(), settings.changelog().resources(), database) {

			@Override
			public void setChangeLogParameter(String key, Object value) {
				redactor.parameters().know(key, String.valueOf(value));
				super.setChangeLogParameter(key, value);
			}

			@Override
			public void setChangeExecListener(ChangeExecListener listener) {
				LiquibaseSession.this.userListener = listener;
				super.setChangeExecListener(listener);
			}

		};
		settings.changelog().parameters().forEach(this.liquibase::setChangeLogParameter);
		settings.liquibase().customizer().accept(this.liquibase);
	}

	/**
	 * Open a session for somebody who writes, and close it. Whoever is kept out before
	 * anything is done waits as for the lock.
	 * @throws MigrationException if anything goes wrong
	 */
	public static <T> T write(MigrationSettings settings, Work<T> work) {
		LockWait wait = LockWait.of(settings.lock());
		return wait.untilLet(() -> call(settings, false, false, wait, work));
	}

	/**
	 * The same for somebody who reads: a database that does not exist is read as an empty
	 * one, and does not exist afterwards.
	 * @throws MigrationException if anything goes wrong
	 */
	public static <T> T read(MigrationSettings settings, Work<T> work) {
		return call(settings, false, true, LockWait.of(settings.lock()), work);
	}

	/**
	 * The same for somebody who reads, and waits as if he wrote.
	 * @throws MigrationException if anything goes wrong
	 */
	public static <T> T readPatiently(MigrationSettings settings, Work<T> work) {
		return LockWait.of(settings.lock()).untilLet(() -> read(settings, work));
	}

	/**
	 * The same for somebody who only looks: Liquibase's log is then of no interest.
	 * @throws MigrationException if anything goes wrong
	 */
	public static <T> T look(MigrationSettings settings, Work<T> work) {
		return call(settings, true, true, LockWait.of(settings.lock()), work);
	}

	private static <T> T call(MigrationSettings settings, boolean quiet, boolean reads, LockWait wait, Work<T> work) {
		Redactor redactor = new Redactor(settings.allSecrets(),
				settings.parameterValues());
		Map<String, Object> scope = new HashMap<>(settings.liquibase().scope());
		scope.compute(Scope.Attr.logService.name(),
				(name, own) -> new RedactingLogService(
						(own != null) ? (LogService) own : Scope.getCurrentScope().get(name, LogService.class),
						redactor, quiet));
		LiquibaseErrors errors = new LiquibaseErrors(settings.changelog().path(), settings.changelog().resources());
		try {
			return Scope.child(scope, () -> {
				AbsentDatabase absent = reads ? AbsentDatabase.of(DataSourceUrl.of(settings.dataSource())) : null;
				Database database = connect(settings, absent, errors);
				redactor.know(database.getConnection().getURL());
				LiquibaseSession session = new LiquibaseSession(settings, database, absent, wait, redactor);
				String url = session.url();
				Throwable failure = null;
				try {
					Map<String, Object> values = new HashMap<>();
					values.put(Scope.Attr.database.name(), database);
					values.put(Scope.Attr.resourceAccessor.name(), settings.changelog().resources());
					values.put(Scope.Attr.deploymentId.name(), DeploymentId.next());
					return Scope.child(values, () -> work.with(session));
				}
				catch (Exception ex) {
					MigrationException translated = errors.isKeptOut(ex) ? LockNotAcquiredException.keptOut(url,
							DatabaseProduct.of(database).writer(), session.begun, ex) : errors.translate(ex, url);
					failure = translated;
					throw translated;
				}
				finally {
					close(database, failure);
				}
			});
		}
		catch (MigrationException ex) {
			throw redactor.failure(ex);
		}
		catch (Exception ex) {
			throw redactor.failure(errors.translate(ex, null));
		}
	}

	private static Database connect(MigrationSettings settings, @Nullable AbsentDatabase absent, LiquibaseErrors errors)
			throws DatabaseException {
		Connection connection;
		try {
			connection = (absent != null) ? DriverManager.getConnection(absent.inMemory())
					: settings.dataSource().getConnection();
		}
		catch (SQLException | RuntimeException ex) {
			throw unreachable(settings, ex, errors);
		}
		try {
			return describe(settings, connection);
		}
		catch (DatabaseException | RuntimeException ex) {
			close(connection, ex);
			if (errors.isKeptOut(ex)) {
				throw unreachable(settings, ex, errors);
			}
			throw ex;
		}
	}

	private static MigrationException unreachable(MigrationSettings settings, Exception failure,
			LiquibaseErrors errors) {
		String url = DataSourceUrl.of(settings.dataSource());
		return errors.isKeptOut(failure) ? LockNotAcquiredException.keptOut(DatabaseInfo.withoutCredentials(url),
				DatabaseProduct.writer(url), false, failure) : errors.unreachable(failure, url);
	}

	/** A connection that broke cannot be closed in order: what broke it is the news. */
	private static void close(Database database, @Nullable Throwable failure) throws DatabaseException {
		try {
			HistoryRegistry.unregister(database);
			database.close();
		}
		catch (DatabaseException | RuntimeException ex) {
			if (failure == null) {
				throw ex;
			}
			failure.addSuppressed(ex);
		}
	}

	private static void close(Connection connection, Exception failure) {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private static Database describe(MigrationSettings settings, Connection connection) throws DatabaseException {
		Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new AtomicConnection(connection));
		DatabaseProduct.of(database).prepare();
		if (settings.defaultSchema() != null) {
			if (database.supports(Schema.class)) {
				database.setDefaultSchemaName(settings.defaultSchema());
			}
			else if (database.supports(Catalog.class)) {
				database.setDefaultCatalogName(settings.defaultSchema());
			}
		}
		settings.tables().useIn(database);
		return database;
	}

	private @Nullable String url() {
		return DatabaseInfo
			.withoutCredentials((this.absent != null) ? this.absent.url() : database().getConnection().getURL());
	}

	public MigrationSettings settings() {
		return this.settings;
	}

	public Liquibase liquibase() {
		return this.liquibase;
	}

	public Database database() {
		return this.liquibase.getDatabase();
	}

	public Contexts contexts() {
		return parameters().getContexts();
	}

	public LabelExpression labels() {
		return parameters().getLabels();
	}

	/** For as long as whoever opened the session may have to wait for others. */
	public LockWait lockWait() {
		return this.lockWait;
	}

	/** From now on something may have been done: nothing may be tried again. */
	public void begin() {
		this.begun = true;
	}

	/**
	 * Who we are, to those who wait and in the journal. Not before it is needed: it may
	 * ask a name server.
	 */
	public Origin origin() {
		Origin known = this.origin;
		if (known == null) {
			known = Origin.of(this.settings.application().name(), this.settings.application().version());
			this.origin = known;
		}
		return known;
	}

	/** The listener the application's customizer has set, if it has. */
	public @Nullable ChangeExecListener userListener() {
		return this.userListener;
	}

	public DatabaseInfo databaseInfo() throws DatabaseException {
		return new DatabaseInfo(database().getDatabaseProductName(), database().getDatabaseProductVersion(), url(),
				(this.absent != null) ? AbsentDatabase.NOTE : null);
	}

	/**
	 * The history, read through a service of this session's own: Liquibase's factory
	 * keeps every service it hands out, with its database, for as long as the JVM runs.
	 */
	public ChangeLogHistoryService history() {
		ChangeLogHistoryService service = this.history;
		if (service == null) {
			service = Scope.getCurrentScope()
				.getServiceLocator()
				.findInstances(ChangeLogHistoryService.class)
				.stream()
				.filter((candidate) -> candidate.supports(database()))
				.max(Comparator.comparingInt(ChangeLogHistoryService::getPriority))
				.orElseThrow();
			service.setDatabase(database());
			this.history = service;
		}
		return service;
	}

	/** Read and write another history from now on. */
	public void use(ChangeLogHistoryService history) {
		this.history = history;
	}

	/**
	 * Let Liquibase's own code work with this session's history: it is going to write.
	 */
	public void publish() {
		HistoryRegistry.register(database(), history());
	}

	/**
	 * The changelog, parsed once: with the contexts set, since parameters may hang on
	 * them.
	 */
	public DatabaseChangeLog changelog() throws LiquibaseException {
		DatabaseChangeLog parsed = this.changelog;
		if (parsed == null) {
			HistoryRegistry.register(database(), HistoryRegistry.readOnly(history()));
			Changelog root = this.settings.changelog();
			RecordedParameters parameters = new RecordedParameters(parameters(), this.redactor.parameters());
			this.recorded = parameters;
			parsed = ChangeLogParserFactory.getInstance()
				.getParser(root.path(), root.resources())
				.parse(root.path(), parameters, root.resources());
			this.changelog = parsed;
		}
		this.redactor.know(parsed);
		return parsed;
	}

	/** Whether the changelog asks for a parameter that has no value. */
	public boolean lacksParameter(String name) {
		return this.recorded != null && this.recorded.lacks(name);
	}

	/** What leaves this session goes through it. */
	public Redactor redactor() {
		return this.redactor;
	}

	/** The changelog, if it was needed so far. */
	public @Nullable DatabaseChangeLog parsedChangelog() {
		return this.changelog;
	}

	/** Take a changelog that was parsed before. */
	public void use(@Nullable DatabaseChangeLog changelog) {
		this.changelog = changelog;
	}

	private ChangeLogParameters parameters() {
		ChangeLogParameters parameters = this.liquibase.getChangeLogParameters();
		Changelog selected = this.settings.changelog();
		if (selected.contexts() != null) {
			parameters.setContexts(new Contexts(selected.contexts()));
		}
		if (selected.labelFilter() != null) {
			parameters.setLabels(new LabelExpression(selected.labelFilter()));
		}
		return parameters;
	}

	/**
	 * What is done with a session.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	public interface Work<T> {

		T with(LiquibaseSession session) throws Exception;

	}

}
