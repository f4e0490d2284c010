package io.soundshare.migrations.engine.session;

import java.sql.SQLException;
import java.util.Comparator;

import io.soundshare.migrations.engine.connection.AbsentDatabase;
import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.copy.CopySource;
import io.soundshare.migrations.engine.redaction.RecordedParameters;
import io.soundshare.migrations.engine.redaction.Redactor;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.Plan;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Connection with everything Liquibase wants around it, and what is known of it so far.
 */
public final class LiquibaseSession {

	private final MigrationSettings settings;

	private final ResourceAccessor resources;

	private final Liquibase liquibase;

	private final @Nullable AbsentDatabase absent;

	private final LockWait lockWait;

	private boolean begun;

	private Announcement announcement = new Announcement(OperationListener.SILENT);

	private @Nullable ChangeExecListener userListener;

	private @Nullable DatabaseChangeLog changelog;

	private @Nullable RecordedParameters recorded;

	private @Nullable ChangeLogHistoryService history;

	private @Nullable Origin origin;

	private final Redactor redactor;

	LiquibaseSession(MigrationSettings settings, Database database, @Nullable AbsentDatabase absent, LockWait lockWait,
			Redactor redactor) {
		this.settings = settings;
		this.absent = absent;
		this.lockWait = lockWait;
		this.redactor = redactor;
		this.resources = (settings.changelog().fingerprint() != null)
				? new RecordedResources(settings.changelog().resources()) : settings.changelog().resources();
		this.liquibase = new Liquibase(settings.changelog().path(), this.resources, database) {

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

	@Nullable String url() {
		return DatabaseInfo
			.withoutCredentials((this.absent != null) ? this.absent.url() : database().getConnection().getURL());
	}

	/** The database as something to be copied. */
	public CopySource copySource() throws SQLException {
		return this.settings.copySource(AtomicConnection.of(database()).unheard(),
				(this.absent != null) ? this.absent.url() : null);
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

	/** Use this to tell of the operation. */
	public void use(Announcement told) {
		this.announcement = told;
	}

	/** Say that the operation begins, if there is anything to do. */
	public void announce(Plan plan) {
		this.announcement.begin(plan);
	}

	/** The wait for others, which began when the session was opened. */
	public LockWait lockWait() {
		return this.lockWait;
	}

	/** Say that from now on something may have been done: nothing may be tried again. */
	public void begin() {
		this.begun = true;
	}

	boolean isBegun() {
		return this.begun;
	}

	/**
	 * The name we have to those who wait and in the journal. Not before it is needed: it
	 * may ask a name server.
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
				.getParser(root.path(), this.resources)
				.parse(root.path(), parameters, this.resources);
			this.changelog = parsed;
		}
		this.redactor.know(parsed);
		return parsed;
	}

	/** Whether the changelog asks for a parameter that has no value. */
	public boolean lacksParameter(String name) {
		return this.recorded != null && this.recorded.lacks(name);
	}

	/** The redactor that what leaves this session goes through. */
	/** What the changelog has asked for; nothing if it was not read here. */
	public @Nullable RecordedParameters askedParameters() {
		return this.recorded;
	}

	/** Where the changelog is read from. */
	public ResourceAccessor resources() {
		return this.resources;
	}

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

}
