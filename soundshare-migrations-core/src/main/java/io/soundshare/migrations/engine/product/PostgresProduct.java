package io.soundshare.migrations.engine.product;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.mutex.AdvisoryMutex;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.recording.UndoDialect;
import io.soundshare.migrations.engine.recording.postgres.PostgresUndo;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL.
 */
class PostgresProduct extends DatabaseProduct {

	private static final Pattern USER_IN_URL = Pattern.compile("jdbc:postgresql://[^/?]*@.*", Pattern.DOTALL);

	/** Between two clocks. */
	private static final Duration TOLERANCE = Duration.ofMinutes(1);

	/**
	 * The query of all that depends on the schema, unless an extension brought it.
	 * Liquibase's dropAll knows no types, functions, domains and collations.
	 */
	private static final String OBJECTS = """
			SELECT CASE o.type WHEN 'composite type' THEN 'TYPE' WHEN 'statistics object' THEN 'STATISTICS'
				ELSE upper(o.type) END AS "KIND", o.identity AS "NAME"
			FROM pg_depend d JOIN pg_namespace n ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid,
				pg_identify_object(d.classid, d.objid, 0) o
			WHERE n.nspname = %s AND d.deptype = 'n'
				AND o.type NOT IN ('default acl', 'publication namespace', 'extension')
				AND NOT (d.classid = 'pg_class'::regclass AND lower(o.name) IN (%s, %s))
				AND NOT EXISTS (SELECT 1 FROM pg_depend e
					WHERE e.classid = d.classid AND e.objid = d.objid
						AND (e.deptype = 'e' OR e.deptype = 'i' AND e.refobjid <> d.objid))
			ORDER BY array_position(ARRAY['view', 'materialized view', 'table', 'foreign table', 'sequence',
				'composite type', 'type', 'domain'], o.type), o.identity""";

	PostgresProduct(Database database) {
		super(database);
	}

	/**
	 * A user in the URL, which MySQL's and MariaDB's drivers have and PostgreSQL's has
	 * not. What that says of it (42.7.14) is an URL that cannot be parsed, or a host that
	 * is not known: only the URL itself tells.
	 */
	@Override
	public Refusal unexplainedRefusal(@Nullable String url) {
		return (url != null && USER_IN_URL.matcher(url).matches()) ? Refusal.USER_IN_URL
				: super.unexplainedRefusal(url);
	}

	@Override
	public boolean hasAtomicDdl() {
		return database().supportsDDLInTransaction();
	}

	@Override
	public @Nullable UndoDialect undo() {
		return new PostgresUndo();
	}

	@Override
	public @Nullable Mutex mutex(String id) throws DatabaseException {
		return isPooledByServer() ? null : new AdvisoryMutex(database());
	}

	@Override
	public boolean isMutexFree() throws DatabaseException {
		return new AdvisoryMutex(database()).holder() == null;
	}

	/** A live one has a session. */
	@Override
	public @Nullable String whyStockHolderIsGone(LockHolder holder, @Nullable Instant since, Origin origin)
			throws DatabaseException {
		return hasSessionOf(since) ? null : "none of the database's sessions can be its";
	}

	@Override
	void drop(DatabaseCleaner cleaner) throws LiquibaseException {
		cleaner.drop(cleaner.objects(OBJECTS, database().getDefaultSchemaName()), " CASCADE");
		cleaner.dropHistory();
	}

	/**
	 * Whether there is a session that may be the holder's: one from before it took the
	 * lock, or one that does something. Those of this process's own pool do neither.
	 */
	private boolean hasSessionOf(@Nullable Instant since) throws DatabaseException {
		Instant latest = ((since != null) ? since : Instant.now()).plus(TOLERANCE);
		boolean found = lockTable().query("""
				SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
					AND pid <> pg_backend_pid() AND backend_type = 'client backend'
					AND (state IS DISTINCT FROM 'idle' OR backend_start IS NULL
						OR backend_start <= ?::timestamptz)""", (row) -> row.getInt(1), latest.toString()).get(0) > 0;
		database().rollback();
		return found;
	}

	/**
	 * Whether somebody between here and the server, such as PgBouncer, hands out server
	 * sessions: then the process the driver was told of when it connected is not the one
	 * that answers. In transaction mode an advisory lock would stay with a session of
	 * somebody else.
	 */
	private boolean isPooledByServer() throws DatabaseException {
		Connection connection = AtomicConnection.of(database()).getUnderlyingConnection();
		try {
			Class<?> type = Class.forName("org.postgresql.PGConnection", false, connection.getClass().getClassLoader());
			if (!connection.isWrapperFor(type)) {
				return false;
			}
			Object told = type.getMethod("getBackendPID").invoke(connection.unwrap(type));
			int answering = lockTable().query("SELECT pg_backend_pid()", (row) -> row.getInt(1)).get(0);
			database().rollback();
			return !Integer.valueOf(answering).equals(told);
		}
		catch (ReflectiveOperationException ex) {
			// Another driver.
			return false;
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

}
