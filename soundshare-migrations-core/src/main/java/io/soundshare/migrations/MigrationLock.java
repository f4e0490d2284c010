package io.soundshare.migrations;

import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Callable;

import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time write: a {@link Mutex}, which lives and dies with its
 * holder, and then the row of Liquibase's lock table, for stock Liquibase. A row whose
 * holder is gone is taken over.
 */
final class MigrationLock {

	private static final int SQLITE_BUSY = 5;

	private final MigrationSettings settings;

	private final Database database;

	private final LiquibaseSession session;

	private final @Nullable Mutex mutex;

	private final LockRow row;

	private final Lease lease = new Lease();

	private @Nullable Heartbeat heartbeat;

	private String holder = "";

	MigrationLock(LiquibaseSession session) throws LiquibaseException {
		this.settings = session.settings();
		this.database = session.database();
		this.session = session;
		this.mutex = Mutexes.of(this.database);
		this.row = new LockRow(this.database);
	}

	/** Do something with the lock held. */
	<T> T hold(Callable<T> work) throws Exception {
		this.database.rollback();
		LockWait.of(this.settings).until(this::tryAcquire);
		T result;
		try {
			result = work.call();
		}
		catch (Exception | Error ex) {
			try {
				release();
			}
			catch (LiquibaseException | RuntimeException suppressed) {
				ex.addSuppressed(suppressed);
			}
			throw ex;
		}
		release();
		return result;
	}

	/**
	 * Do something that takes Liquibase's lock by itself, while nobody else can.
	 */
	<T> T holdForStock(Callable<T> work) throws Exception {
		return hold(() -> {
			this.row.release(this.holder);
			return work.call();
		});
	}

	/** Tell those who wait how far we are. */
	void report(String progress) throws LiquibaseException {
		if (this.mutex == null) {
			return;
		}
		this.mutex.report(this.session.origin().brief() + " at " + progress);
		if (!this.mutex.tellsName()) {
			String next = LockHolder.withProgress(this.session.origin(), progress);
			if (this.row.rename(this.holder, next)) {
				this.holder = next;
			}
		}
	}

	/** Fail if somebody else has taken over: then nothing may be committed. */
	void verify() throws LiquibaseException {
		Heartbeat beating = this.heartbeat;
		if (beating != null && (beating.isLost() || !this.row.isHeldBy(this.lease.id()))) {
			throw LockNotAcquiredException.lost(this.row.read());
		}
	}

	/** Who holds the lock, without taking it. The row of one that is gone counts not. */
	LockStatus status() throws LiquibaseException {
		Mutex exclusive = this.mutex;
		String held = (exclusive != null) ? exclusive.holder() : null;
		LockStatus locked = this.row.read();
		if (exclusive != null && held != null) {
			boolean told = exclusive.tellsName() || !LockHolder.of(locked.by()).ours();
			return new LockStatus(true, told ? held : locked.by() + ", " + held, locked.since());
		}
		return (locked.held() && isDead(LockHolder.of(locked.by()))) ? LockStatus.FREE : locked;
	}

	/**
	 * Unlock the row, unless its holder is alive.
	 * @return the lock as it was
	 */
	LockStatus forceRelease() throws Exception {
		LockStatus before = status();
		LockStatus locked = this.row.read();
		if (!locked.held()) {
			return before;
		}
		if (this.mutex != null && !this.mutex.tryTake(this.session.origin().brief())) {
			throw LockNotAcquiredException.alive(before);
		}
		try {
			this.row.release(String.valueOf(locked.by()));
		}
		finally {
			if (this.mutex != null) {
				this.mutex.release();
			}
		}
		return before.held() ? before : locked;
	}

	/** Take the lock; whoever else has it, if that fails. */
	private @Nullable LockStatus tryAcquire() throws LiquibaseException {
		Mutex exclusive = this.mutex;
		if (exclusive == null) {
			String name = LockHolder.withLease(this.session.origin(), this.lease.id(), 0);
			LockStatus other = takeRow(name);
			if (other == null) {
				this.heartbeat = new Heartbeat(this.settings, this.session.origin(), this.lease.id(), name);
			}
			return other;
		}
		if (!exclusive.tryTake(this.session.origin().brief())) {
			LockStatus other = status();
			return other.held() ? other : new LockStatus(true, "another process", null);
		}
		boolean taken = false;
		try {
			LockStatus other = takeRow(LockHolder.withMutex(this.session.origin()));
			taken = other == null;
			return other;
		}
		catch (LiquibaseException | RuntimeException ex) {
			if (isBusy(ex)) {
				this.database.rollback();
				return LockStatus.FREE;
			}
			throw ex;
		}
		finally {
			if (!taken) {
				exclusive.release();
			}
		}
	}

	private @Nullable LockStatus takeRow(String name) throws LiquibaseException {
		this.row.prepare();
		LockStatus other = this.row.take(name) ? null : takeRowFrom(this.row.read(), name);
		if (other == null) {
			this.holder = name;
			this.database.setCanCacheLiquibaseTableInfo(true);
		}
		return other;
	}

	private @Nullable LockStatus takeRowFrom(LockStatus locked, String name) throws LiquibaseException {
		if (!locked.held()) {
			return this.row.take(name) ? null : this.row.read();
		}
		LockHolder other = LockHolder.of(locked.by());
		String why = whyGone(other, locked.since());
		if (why == null) {
			return locked;
		}
		Scope.getCurrentScope()
			.getLog(MigrationLock.class)
			.warning("The migration lock of " + locked.by() + " since " + locked.since() + " is taken over: " + why);
		return this.row.takeOver(other.text(), name) ? null : this.row.read();
	}

	private @Nullable String whyGone(LockHolder other, @Nullable Instant since) throws LiquibaseException {
		if (!other.ours()) {
			return new StockHolder(this.database, this.session.origin(), this.settings.staleLockAfter()).whyGone(other,
					since);
		}
		if (other.lease() != null) {
			return this.lease.isExpired(other.text()) ? "it was not renewed for " + Lease.EXPIRY.toSeconds() + " s"
					: null;
		}
		return isDead(other) ? "its process is gone" : null;
	}

	/**
	 * Whether the mutex that went with it is free: for whoever has it himself, or has
	 * seen that nobody has it.
	 */
	private boolean isDead(LockHolder other) throws LiquibaseException {
		return other.ours() && other.lease() == null && (this.mutex != null
				|| this.database instanceof PostgresDatabase && new AdvisoryMutex(this.database).holder() == null);
	}

	private void release() throws LiquibaseException {
		Heartbeat beating = this.heartbeat;
		if (beating != null) {
			beating.stop();
			this.heartbeat = null;
			this.holder = beating.holder();
		}
		this.database.setCanCacheLiquibaseTableInfo(false);
		try {
			this.row.release(this.holder);
		}
		finally {
			if (this.mutex != null) {
				this.mutex.release();
			}
		}
	}

	private boolean isBusy(Throwable failure) {
		return this.database instanceof SQLiteDatabase && LiquibaseErrors.chain(failure)
			.stream()
			.anyMatch((link) -> link instanceof SQLException sql && (sql.getErrorCode() & 0xff) == SQLITE_BUSY);
	}

}
