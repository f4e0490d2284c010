package io.soundshare.migrations;

import java.util.List;
import java.util.Locale;

import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * A named lock of MySQL and MariaDB, which the session that does the work has. The name
 * is that of com.github.blagerweij:liquibase-sessionlock.
 */
final class NamedMutex implements Mutex {

	private static final int LONGEST_NAME = 64;

	private final TableAccess access;

	private final String name;

	NamedMutex(Database database) {
		this.access = new TableAccess(database, database.getDatabaseChangeLogLockTableName());
		String full = (database.getDefaultSchemaName() + "." + database.getDatabaseChangeLogLockTableName())
			.toUpperCase(Locale.ROOT);
		this.name = full.substring(0, Math.min(full.length(), LONGEST_NAME));
	}

	@Override
	public boolean tryTake(String holder) throws DatabaseException {
		return this.access.query("SELECT GET_LOCK(?, 0)", (row) -> row.getInt(1), this.name).get(0) == 1;
	}

	@Override
	public void report(String holder) {
		// Nobody could see it: the lock's row has its holder's name.
	}

	@Override
	public @Nullable String holder() throws DatabaseException {
		List<String> sessions = this.access.query("SELECT IS_USED_LOCK(?)", (row) -> row.getString(1), this.name);
		return (sessions.get(0) != null) ? "the session " + sessions.get(0) : null;
	}

	@Override
	public void release() throws DatabaseException {
		this.access.query("SELECT RELEASE_LOCK(?)", (row) -> row.getInt(1), this.name);
	}

}
