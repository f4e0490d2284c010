package io.soundshare.migrations.engine.lock;

import java.time.Duration;
import java.time.Instant;

import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.LockStatus;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Holders of the lock, seen without taking it, and the policy by which one counts as
 * gone.
 */
final class LockHolders {

	private final LiquibaseSession session;

	private final DatabaseProduct product;

	private final @Nullable Mutex mutex;

	private final LockRow row;

	private final Lease lease;

	LockHolders(LiquibaseSession session, @Nullable Mutex mutex, LockRow row, Lease lease) {
		this.session = session;
		this.product = DatabaseProduct.of(session.database());
		this.mutex = mutex;
		this.row = row;
		this.lease = lease;
	}

	/** Read who holds the lock. The row of one that is gone counts not. */
	LockStatus status() throws LiquibaseException {
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
			this.session.database().rollback();
			return LockStatus.FREE;
		}
	}

	/**
	 * Whether the mutex that went with it is free: for whoever has it himself, or has
	 * seen that nobody has it.
	 */
	boolean isDead(LockHolder other) throws LiquibaseException {
		if (!other.ours() || other.leased()) {
			return false;
		}
		return (this.mutex != null) ? this.mutex.isOf(other) : this.product.isMutexFree();
	}

	/** The reason why a holder must be gone; {@code null} if it may be alive. */
	@Nullable String whyGone(LockHolder other, @Nullable Instant since) throws LiquibaseException {
		if (!other.ours()) {
			return whyStockIsGone(other, since);
		}
		if (isDead(other)) {
			return "its process is gone";
		}
		boolean alive = !other.leased() && (this.mutex == null || this.mutex.isAlive(other));
		return (!alive && this.lease.isExpired(other.text()))
				? "nothing was heard of it for " + Lease.EXPIRY.toSeconds() + " s" : null;
	}

	/**
	 * Stock Liquibase leaves nothing there that would die with it: so by what else a live
	 * one must have, which is a session on PostgreSQL and an open file on SQLite; and by
	 * age, if that does not decide it.
	 */
	private @Nullable String whyStockIsGone(LockHolder stock, @Nullable Instant since) throws DatabaseException {
		String why = this.product.whyStockHolderIsGone(stock, since, this.session.origin());
		if (why != null) {
			return why;
		}
		Duration oldAge = this.session.settings().lock().staleAfter();
		if (since != null && since.plus(oldAge).isBefore(Instant.now())) {
			return "it is older than " + oldAge.toMinutes() + " minutes";
		}
		return null;
	}

}
