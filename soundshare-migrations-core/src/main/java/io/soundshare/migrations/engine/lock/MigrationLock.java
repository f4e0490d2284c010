package io.soundshare.migrations.engine.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Lock that lets one process at a time write: a {@link Mutex}, which lives and dies with
 * its holder, and then the row of Liquibase's lock table, for stock Liquibase. A row
 * whose holder is gone is taken over.
 */
public final class MigrationLock {

	private final LiquibaseSession session;

	private final @Nullable Mutex mutex;

	private final LockRow row;

	private final Lease lease = new Lease();

	private final LockHolders holders;

	private final LockAcquisition acquisition;

	private @Nullable Heartbeat heartbeat;

	private @Nullable String progress;

	public MigrationLock(LiquibaseSession session) throws LiquibaseException {
		this.session = session;
		this.mutex = DatabaseProduct.of(session.database()).mutex(this.lease.id());
		this.row = new LockRow(session.database());
		this.holders = new LockHolders(session, this.mutex, this.row, this.lease);
		this.acquisition = new LockAcquisition(session, this.mutex, this.row, this.holders);
	}

	/** Do something with the lock held. */
	public <T> T hold(Callable<T> work) throws Exception {
		this.session.database().rollback();
		long start = System.nanoTime();
		try {
			this.session.lockWait().until(this::tryAcquire);
		}
		finally {
			this.session.settings().listener().lockWaited(Duration.ofNanos(System.nanoTime() - start));
		}
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
	public <T> T holdForStock(Callable<T> work) throws Exception {
		return hold(() -> {
			this.row.release(this.lease.id());
			return work.call();
		});
	}

	/**
	 * Do something while nobody else can take the lock, and leave its row alone, which
	 * may be replaced meanwhile. Where there is no mutex, that keeps nobody out.
	 */
	public <T> T holdBesideRow(Callable<T> work) throws Exception {
		Mutex exclusive = this.mutex;
		if (exclusive == null) {
			return work.call();
		}
		this.session.database().rollback();
		this.session.lockWait().until(() -> this.acquisition.attemptBesideRow(exclusive));
		try {
			endTransaction();
			return work.call();
		}
		finally {
			exclusive.release();
		}
	}

	/**
	 * Of PostgreSQL Liquibase begins a transaction after each that it rolls back. Whoever
	 * only waits is taken for one who does something if he has one.
	 */
	private void endTransaction() throws DatabaseException {
		Connection connection = AtomicConnection.of(this.session.database()).unheard();
		try {
			if (!connection.getAutoCommit()) {
				connection.rollback();
			}
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	/** Tell those who wait how far we are. */
	public void report(String progress) throws LiquibaseException {
		if (this.mutex == null) {
			return;
		}
		this.progress = progress;
		this.mutex.report(this.session.origin().brief() + " at " + progress);
		if (!this.mutex.tellsName()) {
			this.row.rename(this.lease.id(), name());
		}
	}

	/**
	 * Fail if somebody else has taken over, or whoever does it now would not see it: then
	 * nothing may be committed. In the transaction that it is about, for no mutex can
	 * keep out those who have another one: another lock file, another server behind a
	 * pooler.
	 */
	public void verify() throws LiquibaseException {
		Heartbeat beating = this.heartbeat;
		boolean held = (beating != null) ? !beating.isLost() && this.row.isHeldBy(this.lease.id())
				: this.row.isHeldBy(this.lease.id(), name());
		if (!held) {
			throw LockNotAcquiredException.lost(this.row.read());
		}
	}

	private String name() {
		if (this.mutex == null) {
			return LockHolder.withLease(this.session.origin(), this.lease.id(), 0);
		}
		return (this.progress != null) ? LockHolder.withProgress(this.session.origin(), this.lease.id(), this.progress)
				: LockHolder.withMutex(this.session.origin(), this.lease.id());
	}

	/** Read who holds the lock, without taking it. */
	public LockStatus status() throws LiquibaseException {
		return this.holders.status();
	}

	/**
	 * Unlock the row, unless its holder is alive.
	 * @return the lock as it was
	 */
	public LockStatus forceRelease() throws Exception {
		LockStatus before = status();
		LockStatus locked = this.row.read();
		if (!locked.held()) {
			return before;
		}
		LockHolder other = LockHolder.of(locked.by());
		if (this.mutex != null && ((!this.holders.isDead(other) && this.mutex.isAlive(other))
				|| !this.mutex.tryTake(this.session.origin().brief()))) {
			throw LockNotAcquiredException.alive(before);
		}
		try {
			this.row.releaseOf(other.text());
		}
		finally {
			if (this.mutex != null) {
				this.mutex.release();
			}
		}
		return before.held() ? before : locked;
	}

	private @Nullable LockStatus tryAcquire() throws LiquibaseException {
		LockStatus other = this.acquisition.attempt(name());
		if (other != null) {
			endTransaction();
		}
		else if (this.mutex == null) {
			this.heartbeat = new Heartbeat(this.session.settings(), this.session.origin(), this.lease.id());
		}
		return other;
	}

	private void release() throws LiquibaseException {
		Heartbeat beating = this.heartbeat;
		if (beating != null) {
			beating.stop();
			this.heartbeat = null;
		}
		this.session.database().setCanCacheLiquibaseTableInfo(false);
		try {
			this.row.release(this.lease.id());
		}
		finally {
			if (this.mutex != null) {
				this.mutex.release();
			}
		}
	}

}
