package io.soundshare.migrations.engine.mutex;

import java.util.List;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.connection.TableAccess;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * An advisory lock of PostgreSQL, which the session that does the work has: as long as
 * the server keeps that, it may still write, and nobody else gets the lock. Its holder's
 * name is the session's application_name, which others see even before a commit.
 * <p>
 * The key is that of com.github.blagerweij:liquibase-sessionlock, so that instances which
 * still have that library wait, and are waited for.
 */
public final class AdvisoryMutex implements Mutex {

	private final Database database;

	private final TableAccess access;

	private final int table;

	private final int schema;

	private String applicationName = "";

	public AdvisoryMutex(Database database) {
		this.database = database;
		this.table = database.getDatabaseChangeLogLockTableName().hashCode();
		this.schema = String.valueOf(database.getLiquibaseSchemaName()).hashCode();
		this.access = new TableAccess(database, database.getDatabaseChangeLogLockTableName());
	}

	@Override
	public boolean tryTake(String holder) throws DatabaseException {
		boolean taken = this.access
			.query("SELECT pg_try_advisory_lock(?, ?)", (row) -> row.getBoolean(1), this.table, this.schema)
			.get(0);
		if (taken) {
			this.applicationName = this.access
				.query("SELECT current_setting('application_name')", (row) -> row.getString(1))
				.get(0);
		}
		this.database.rollback();
		return taken;
	}

	@Override
	public void report(String holder) throws DatabaseException {
		this.access.query("SELECT set_config('application_name', ?, false)", (row) -> row.getString(1), holder);
		this.database.commit();
	}

	@Override
	public @Nullable String holder() throws DatabaseException {
		// Taken by another database of the server it is another lock.
		List<String> holders = this.access.query("""
				SELECT coalesce(nullif(a.application_name, ''), 'the session') || ' of ' || coalesce(a.usename, '?')
					|| coalesce(' from ' || host(a.client_addr), '') || ', server process ' || l.pid
				FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
				WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ?::bigint::oid
					AND l.objid = ?::bigint::oid
					AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())""",
				(row) -> row.getString(1), Integer.toUnsignedLong(this.table), Integer.toUnsignedLong(this.schema));
		this.database.rollback();
		return holders.isEmpty() ? null : holders.get(0);
	}

	@Override
	public void release() throws DatabaseException {
		try {
			this.database.rollback();
			report(this.applicationName);
			this.access.query("SELECT pg_advisory_unlock(?, ?)", (row) -> row.getBoolean(1), this.table, this.schema);
			this.database.commit();
		}
		catch (DatabaseException | RuntimeException ex) {
			AtomicConnection.of(this.database).abort(ex);
			throw ex;
		}
	}

}
