package io.soundshare.migrations.engine.mutex;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.connection.TableAccess;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * A named lock of MySQL and MariaDB, which the session that does the work has: free as
 * soon as the server notices that the session is gone.
 * <p>
 * The name is that of com.github.blagerweij:liquibase-sessionlock, so that instances
 * which still have that library wait, and are waited for. It is made of the schema that
 * is migrated. If the history is in another one, that gives a second lock: others may
 * keep theirs there.
 */
public final class NamedMutex implements Mutex {

	private static final int LONGEST_NAME = 64;

	private final Database database;

	private final TableAccess access;

	private final List<String> names;

	public NamedMutex(Database database) {
		this.database = database;
		this.access = new TableAccess(database, database.getDatabaseChangeLogLockTableName());
		this.names = Stream.of(database.getDefaultCatalogName(), database.getLiquibaseCatalogName())
			.map((schema) -> name(schema, database.getDatabaseChangeLogLockTableName()))
			.distinct()
			.toList();
	}

	/** A schema's name has up to 64 characters as well: no two schemas share a lock. */
	static String name(String schema, String table) {
		String full = schema + "." + table;
		return full.substring(0, Math.min(full.length(), LONGEST_NAME)).toUpperCase(Locale.ROOT);
	}

	@Override
	public boolean tryTake(String holder) throws DatabaseException {
		for (int i = 0; i < this.names.size(); i++) {
			if (this.access.query("SELECT GET_LOCK(?, 0)", (row) -> row.getInt(1), this.names.get(i)).get(0) != 1) {
				release(this.names.subList(0, i));
				return false;
			}
		}
		return true;
	}

	@Override
	public void report(String holder) {
		// There is nothing that others could see before a commit.
	}

	@Override
	public boolean tellsName() {
		return false;
	}

	@Override
	public @Nullable String holder() throws DatabaseException {
		for (String name : this.names) {
			// Sessions of other users are seen by administrators only.
			String session = this.access.query("""
					SELECT concat('the session ', l.id, coalesce(concat(' of ', p.user, ' from ', p.host), ''))
					FROM (SELECT is_used_lock(?) AS id) l LEFT JOIN information_schema.processlist p ON p.id = l.id
					""", (row) -> row.getString(1), name).get(0);
			if (session != null) {
				return session;
			}
		}
		return null;
	}

	@Override
	public void release() throws DatabaseException {
		release(this.names);
	}

	private void release(List<String> taken) throws DatabaseException {
		try {
			for (String name : taken) {
				this.access.query("SELECT RELEASE_LOCK(?)", (row) -> row.getInt(1), name);
			}
		}
		catch (DatabaseException | RuntimeException ex) {
			AtomicConnection.of(this.database).abort(ex);
			throw ex;
		}
	}

}
