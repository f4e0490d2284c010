package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.shadow.OpenShadows;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;

/**
 * Databases made for the moment on the application's own server of PostgreSQL, with the
 * application's own user. Any number can be open at once. What a killed run left behind
 * goes when the next one starts an hour later or more.
 */
final class PostgresShadows implements ShadowDatabases {

	static final Wording GIVE_ONE = Wording.format("Give an empty database to use instead with %s.",
			Kind.SHADOW_URL.of("jdbc:postgresql://host:port/database"));

	private static final String NO_SUCH_DATABASE = "3D000";

	private final Function<String, DataSource> connector;

	private final String url;

	/**
	 * Make one for a server.
	 * @param connector connects to any database of the server
	 * @param url the URL of the application's database
	 */
	PostgresShadows(Function<String, DataSource> connector, String url) {
		this.connector = connector;
		this.url = url;
	}

	/**
	 * Use an existing database. It has to be empty, apart from extensions, and is emptied
	 * each time it is closed. There is just one: open it, close it, open it again. While
	 * it is open nobody else can open it.
	 * @param database the database
	 * @return the database each time
	 */
	static ShadowDatabases given(DataSource database) {
		return () -> OpenShadows.open(() -> ConfiguredShadow.open(database));
	}

	@Override
	public Shadow open() {
		return OpenShadows.open(this::make);
	}

	private Database make() {
		PostgresUrl server = PostgresUrl.of(this.url);
		TemporaryDatabase temporary = asAdministrator(server, "made", TemporaryDatabase::create);
		try {
			DataSource dataSource = this.connector.apply(server.database(temporary.name()));
			TemporaryDatabase.makeCurrentSchema(dataSource);
			return new Database(server, temporary, dataSource);
		}
		catch (SQLException | RuntimeException ex) {
			RuntimeException failure = (ex instanceof RuntimeException known) ? known : failed(server, "used", ex);
			try {
				asAdministrator(server, "dropped", temporary::drop);
			}
			catch (RuntimeException again) {
				failure.addSuppressed(again);
			}
			throw failure;
		}
	}

	/** Connects to the application's database, or to the one every server has. */
	private <T> T asAdministrator(PostgresUrl server, String what, Work<T> work) {
		try {
			try {
				return work(this.url, work);
			}
			catch (SQLException ex) {
				if (!NO_SUCH_DATABASE.equals(ex.getSQLState())) {
					throw ex;
				}
				return work(server.database("postgres"), work);
			}
		}
		catch (SQLException ex) {
			throw failed(server, what, ex);
		}
	}

	private static AutogenerateException failed(PostgresUrl server, String what, Exception cause) {
		return new AutogenerateException(
				"A shadow database on " + server + " cannot be " + what + ": " + cause.getMessage(), GIVE_ONE, cause);
	}

	private <T> T work(String database, Work<T> work) throws SQLException {
		DataSource dataSource = this.connector.apply(database);
		try (Connection connection = dataSource.getConnection()) {
			// A database is made and dropped outside of a transaction.
			connection.setAutoCommit(true);
			return work.apply(connection);
		}
		catch (RuntimeException ex) {
			// A pool wraps what the driver says.
			if (ex.getCause() instanceof SQLException cause && !(ex instanceof AutogenerateException)) {
				throw cause;
			}
			throw ex;
		}
		finally {
			close(dataSource);
		}
	}

	/** A pool keeps connections, and threads. */
	private static void close(DataSource dataSource) {
		if (dataSource instanceof AutoCloseable closeable) {
			try {
				closeable.close();
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new AutogenerateException("The connections to a shadow database cannot be closed: " + ex,
						Wording.format("Look at the cause with %s.", Kind.STACK_TRACE.remedy()), ex);
			}
		}
	}

	/**
	 * Work that is done with a connection.
	 *
	 * @param <T> the type of the result
	 */
	@FunctionalInterface
	private interface Work<T> {

		T apply(Connection connection) throws SQLException;

	}

	/**
	 * A database made for the moment.
	 */
	private final class Database implements OpenShadows.Abandonable {

		private final PostgresUrl server;

		private final TemporaryDatabase temporary;

		private final DataSource dataSource;

		Database(PostgresUrl server, TemporaryDatabase temporary, DataSource dataSource) {
			this.server = server;
			this.temporary = temporary;
			this.dataSource = dataSource;
		}

		@Override
		public DataSource dataSource() {
			return this.dataSource;
		}

		@Override
		public void close() {
			OpenShadows.close(this, this::abandon);
		}

		/** The server ends all connections to it. */
		@Override
		public void abandon() {
			try {
				PostgresShadows.close(this.dataSource);
			}
			finally {
				asAdministrator(this.server, "dropped", this.temporary::drop);
			}
		}

	}

}
