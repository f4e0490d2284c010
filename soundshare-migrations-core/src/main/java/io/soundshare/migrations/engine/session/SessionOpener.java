package io.soundshare.migrations.engine.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.soundshare.migrations.engine.connection.AbsentDatabase;
import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.redaction.RedactingLogService;
import io.soundshare.migrations.engine.redaction.Redactor;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.secret.DataSourceUrl;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.DatabaseException;
import liquibase.logging.LogService;
import liquibase.structure.core.Catalog;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions and closes them, and says in our words what fails meanwhile. The only
 * place where a connection is opened.
 */
public final class SessionOpener {

	private final MigrationSettings settings;

	private final LiquibaseErrors errors;

	public SessionOpener(MigrationSettings settings) {
		this.settings = settings;
		this.errors = new LiquibaseErrors(settings.changelog().path(), settings.changelog().resources());
	}

	public MigrationSettings settings() {
		return this.settings;
	}

	/**
	 * Open a session for somebody who writes, and close it. Whoever is kept out before
	 * anything is done waits as for the lock.
	 * @throws MigrationException if anything goes wrong
	 */
	public <T> T write(SessionWork<T> work) {
		LockWait wait = LockWait.of(this.settings.lock());
		return untilLet(wait, () -> open(Purpose.WRITE, wait, work));
	}

	/**
	 * Do the same for somebody who reads: a database that does not exist is read as an
	 * empty one, and does not exist afterwards.
	 * @throws MigrationException if anything goes wrong
	 */
	public <T> T read(SessionWork<T> work) {
		return open(Purpose.READ, LockWait.of(this.settings.lock()), work);
	}

	/**
	 * Do the same for somebody who reads, and waits as if he wrote.
	 * @throws MigrationException if anything goes wrong
	 */
	public <T> T readPatiently(SessionWork<T> work) {
		return untilLet(LockWait.of(this.settings.lock()), () -> read(work));
	}

	private <T> T untilLet(LockWait wait, Supplier<T> work) {
		try {
			return wait.untilLet(work);
		}
		catch (LockNotAcquiredException ex) {
			throw this.settings.worded(this.settings.allSecrets().hide(ex));
		}
	}

	/**
	 * Do the same for somebody who only looks: Liquibase's log is then of no interest.
	 * @throws MigrationException if anything goes wrong
	 */
	public <T> T look(SessionWork<T> work) {
		return open(Purpose.LOOK, LockWait.of(this.settings.lock()), work);
	}

	/**
	 * Do something with a connection that Liquibase knows nothing of: a database that is
	 * damaged lets nobody do more.
	 * @param make whether a database is going to be made, where there is none or
	 * something else
	 * @throws MigrationException if anything goes wrong
	 */
	public <T> T plain(boolean make, PlainWork<T> work) {
		AbsentDatabase absent = make ? null : absent();
		try (Connection connection = connection(absent)) {
			return work.with(this.settings.copySource(connection, (absent != null) ? absent.url() : null));
		}
		catch (MigrationException ex) {
			throw this.settings.worded(this.settings.allSecrets().hide(ex));
		}
		catch (Exception ex) {
			throw this.settings.worded(this.settings.allSecrets()
				.hide(this.errors.isKeptOut(ex) ? unreachable(ex)
						: this.errors.translate(ex, DataSourceUrl.of(this.settings.dataSource()))));
		}
	}

	private Connection connection(@Nullable AbsentDatabase absent) throws SQLException {
		if (absent != null) {
			return DriverManager.getConnection(absent.inMemory());
		}
		try {
			return this.settings.dataSource().getConnection();
		}
		catch (SQLException ex) {
			String url = DataSourceUrl.of(this.settings.dataSource());
			if (url != null && DatabaseProduct.isForeign(ex)) {
				// What a data source sets cannot be set in what is no database.
				return DriverManager.getConnection(url);
			}
			throw ex;
		}
	}

	/** Whether there is no database, which to write would make. */
	public boolean isAbsent() {
		return absent() != null;
	}

	private @Nullable AbsentDatabase absent() {
		return AbsentDatabase.of(DataSourceUrl.of(this.settings.dataSource()));
	}

	private <T> T open(Purpose purpose, LockWait wait, SessionWork<T> work) {
		Redactor redactor = new Redactor(this.settings.allSecrets(), this.settings.parameterValues());
		Map<String, Object> scope = new HashMap<>(this.settings.liquibase().scope());
		scope.compute(Scope.Attr.logService.name(),
				(name, own) -> new RedactingLogService(
						(own != null) ? (LogService) own : Scope.getCurrentScope().get(name, LogService.class),
						redactor, purpose == Purpose.LOOK));
		try {
			return Scope.child(scope, () -> {
				AbsentDatabase absent = (purpose != Purpose.WRITE) ? absent() : null;
				Database database = connect(absent);
				redactor.know(database.getConnection().getURL());
				return use(session(database, absent, wait, redactor), work);
			});
		}
		catch (MigrationException ex) {
			throw this.settings.worded(redactor.failure(ex));
		}
		catch (Exception ex) {
			throw this.settings.worded(redactor.failure(this.errors.translate(ex, null)));
		}
	}

	/** Make the session: the application's customizer may fail. */
	private LiquibaseSession session(Database database, @Nullable AbsentDatabase absent, LockWait wait,
			Redactor redactor) throws DatabaseException {
		try {
			return new LiquibaseSession(this.settings, database, absent, wait, redactor);
		}
		catch (RuntimeException ex) {
			close(database, ex);
			throw ex;
		}
	}

	private <T> T use(LiquibaseSession session, SessionWork<T> work) throws DatabaseException {
		Database database = session.database();
		String url = session.url();
		Throwable failure = null;
		try {
			Map<String, Object> values = new HashMap<>();
			values.put(Scope.Attr.database.name(), database);
			values.put(Scope.Attr.resourceAccessor.name(), session.resources());
			values.put(Scope.Attr.deploymentId.name(), DeploymentId.next());
			return Scope.child(values, () -> work.with(session));
		}
		catch (Exception ex) {
			MigrationException translated = this.errors.isKeptOut(ex) ? LockNotAcquiredException.keptOut(url,
					DatabaseProduct.of(database).writer(), session.isBegun(), ex) : this.errors.translate(ex, url);
			failure = translated;
			throw translated;
		}
		finally {
			close(database, failure);
		}
	}

	private Database connect(@Nullable AbsentDatabase absent) throws DatabaseException {
		Connection connection;
		try {
			connection = (absent != null) ? DriverManager.getConnection(absent.inMemory())
					: this.settings.dataSource().getConnection();
		}
		catch (SQLException | RuntimeException ex) {
			throw unreachable(ex);
		}
		try {
			return describe(connection);
		}
		catch (DatabaseException | RuntimeException ex) {
			close(connection, ex);
			if (this.errors.isKeptOut(ex)) {
				throw unreachable(ex);
			}
			throw ex;
		}
	}

	private MigrationException unreachable(Exception failure) {
		String url = DataSourceUrl.of(this.settings.dataSource());
		return this.errors.isKeptOut(failure) ? LockNotAcquiredException.keptOut(DatabaseInfo.withoutCredentials(url),
				DatabaseProduct.writer(url), false, failure) : this.errors.unreachable(failure, url);
	}

	private Database describe(Connection connection) throws DatabaseException {
		Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new AtomicConnection(connection));
		DatabaseProduct.of(database).prepare();
		if (this.settings.defaultSchema() != null) {
			if (database.supports(Schema.class)) {
				database.setDefaultSchemaName(this.settings.defaultSchema());
			}
			else if (database.supports(Catalog.class)) {
				database.setDefaultCatalogName(this.settings.defaultSchema());
			}
		}
		this.settings.tables().useIn(database);
		return database;
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

	/**
	 * The reason to open a session.
	 */
	private enum Purpose {

		WRITE, READ, LOOK

	}

}
