package io.soundshare.migrations.engine.lock;

import java.time.Instant;
import java.util.concurrent.Callable;

import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.model.LockNotAcquiredException;
import io.soundshare.migrations.model.LockStatus;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time write: a {@link Mutex}, which lives and dies with its
 * holder, and then the row of Liquibase's lock table, for stock Liquibase. A row whose
 * holder is gone is taken over.
 */
public final class MigrationLock {

	private final MigrationSettings settings;

	private final Database database;

	private final LiquibaseSession session;

	private final DatabaseProduct product;

	private final @Nullable Mutex mutex;

	private final LockRow row;

	private final Lease lease = new Lease();

	private @Nullable Heartbeat heartbeat;

	private @Nullable String progress;

	public MigrationLock(LiquibaseSession session) throws LiquibaseException {
		this.settings = session.settings();
		this.database = session.database();
		this.session = session;
		this.product = DatabaseProduct.of(this.database);
		this.mutex = this.product.mutex(this.lease.id());
		this.row = new LockRow(this.database);
	}

	/** Do something with the lock held. */
	public <T> T hold(Callable<T> work) throws Exception {
		this.database.rollback();
		this.session.lockWait().until(this::tryAcquire);
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
		return (this.progress != null) ? LockHolder.withProgress(this.session.origin(), this.lease.id(), this.progress)
				: LockHolder.withMutex(this.session.origin(), this.lease.id());
	}

	/** Who holds the lock, without taking it. The row of one that is gone counts not. */
	public LockStatus status() throws LiquibaseException {
		Mutex exclusive = this.mutex;
		String held = (exclusive != null) ? exclusive.holder() : null;
		if (exclusive != null && held != null) {
			LockStatus locked = readWhileHeld();
			boolean told = exclusive.tellsName() || !LockHolder.of(locked.by()).ours();
			return new LockStatus(true, told ? held : locked.by() + ", " + held, locked.since());
		}
		LockStatus locked = this.row.read();
		return (locked.held() && isDead(LockHolder.of(locked.by()))) ? LockStatus.FREE : locked;
	}

	/** On SQLite a holder that writes may keep others from reading. */
	private LockStatus readWhileHeld() throws LiquibaseException {
		try {
			return this.row.read();
		}
		catch (LiquibaseException | RuntimeException ex) {
			if (!LiquibaseErrors.isBusy(ex)) {
				throw ex;
			}
			this.database.rollback();
			return LockStatus.FREE;
		}
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
		if (this.mutex != null && ((!isDead(other) && this.mutex.isAlive(other))
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

	/** Take the lock; whoever else has it, if that fails. */
	private @Nullable LockStatus tryAcquire() throws LiquibaseException {
		Mutex exclusive = this.mutex;
		if (exclusive == null) {
			String name = LockHolder.withLease(this.session.origin(), this.lease.id(), 0);
			LockStatus other = takeRow(name);
			if (other == null) {
				this.heartbeat = new Heartbeat(this.settings, this.session.origin(), this.lease.id());
			}
			return other;
		}
		if (!exclusive.tryTake(this.session.origin().brief())) {
			LockStatus other = status();
			return other.held() ? other : new LockStatus(true, "another process", null);
		}
		boolean taken = false;
		try {
			LockStatus other = takeRow(name());
			if (other == null) {
				exclusive.report(this.session.origin().brief());
				taken = true;
			}
			return other;
		}
		catch (LiquibaseException | RuntimeException ex) {
			if (LiquibaseErrors.isBusy(ex)) {
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
		if (isDead(other)) {
			return "its process is gone";
		}
		boolean alive = !other.leased() && (this.mutex == null || this.mutex.isAlive(other));
		return (!alive && this.lease.isExpired(other.text()))
				? "nothing was heard of it for " + Lease.EXPIRY.toSeconds() + " s" : null;
	}

	/**
	 * Whether the mutex that went with it is free: for whoever has it himself, or has
	 * seen that nobody has it.
	 */
	private boolean isDead(LockHolder other) throws LiquibaseException {
		if (!other.ours() || other.leased()) {
			return false;
		}
		return (this.mutex != null) ? this.mutex.isOf(other) : this.product.isMutexFree();
	}

	private void release() throws LiquibaseException {
		Heartbeat beating = this.heartbeat;
		if (beating != null) {
			beating.stop();
			this.heartbeat = null;
		}
		this.database.setCanCacheLiquibaseTableInfo(false);
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
