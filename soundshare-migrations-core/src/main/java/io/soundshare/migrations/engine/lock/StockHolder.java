package io.soundshare.migrations.engine.lock;

import java.time.Duration;
import java.time.Instant;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.connection.TableAccess;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.mutex.Mutexes;
import io.soundshare.migrations.engine.mutex.OpenFiles;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a stock Liquibase that has locked the row is gone. It leaves nothing
 * there that would die with it: so by what else a live one must have, which is a session
 * on PostgreSQL and an open file on SQLite; and by age, if that does not decide it.
 */
final class StockHolder {

	/** Between two clocks. */
	private static final Duration TOLERANCE = Duration.ofMinutes(1);

	private final Database database;

	private final Origin origin;

	private final Duration oldAge;

	StockHolder(Database database, Origin origin, Duration oldAge) {
		this.database = database;
		this.origin = origin;
		this.oldAge = oldAge;
	}

	/** Why it must be gone; {@code null} if it may be alive. */
	@Nullable String whyGone(LockHolder holder, @Nullable Instant since) throws DatabaseException {
		if (this.database instanceof PostgresDatabase && !hasSessionOf(since)) {
			return "none of the database's sessions can be its";
		}
		if (this.database instanceof SQLiteDatabase && holder.host().equals(this.origin.host())
				&& !OpenFiles.mayBeOpenElsewhere(Mutexes.file(this.database), this.origin.pid())) {
			return "no other process of this host has the database open";
		}
		if (since != null && since.plus(this.oldAge).isBefore(Instant.now())) {
			return "it is older than " + this.oldAge.toMinutes() + " minutes";
		}
		return null;
	}

	/**
	 * Whether there is a session that may be the holder's: one from before it took the
	 * lock, or one that does something. Those of this process's own pool do neither.
	 */
	private boolean hasSessionOf(@Nullable Instant since) throws DatabaseException {
		Instant latest = ((since != null) ? since : Instant.now()).plus(TOLERANCE);
		boolean found = new TableAccess(this.database, this.database.getDatabaseChangeLogLockTableName()).query("""
				SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
					AND pid <> pg_backend_pid() AND backend_type = 'client backend'
					AND (state IS DISTINCT FROM 'idle' OR backend_start IS NULL
						OR backend_start <= ?::timestamptz)""", (row) -> row.getInt(1), latest.toString()).get(0) > 0;
		this.database.rollback();
		return found;
	}

}
