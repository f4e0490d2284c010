package io.soundshare.migrations.engine.lock;

import io.soundshare.migrations.engine.failure.LiquibaseErrors;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.mutex.Mutex;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.model.LockStatus;
import liquibase.Scope;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lock: the mutex, where there is one, and then the row, also that of a holder
 * that is gone.
 */
final class LockAcquisition {

	private final LiquibaseSession session;

	private final @Nullable Mutex mutex;

	private final LockRow row;

	private final LockHolders holders;

	LockAcquisition(LiquibaseSession session, @Nullable Mutex mutex, LockRow row, LockHolders holders) {
		this.session = session;
		this.mutex = mutex;
		this.row = row;
		this.holders = holders;
	}

	/**
	 * Try once.
	 * @param name what the row is to say of its holder
	 * @return who else has it; {@code null} if it was taken
	 */
	@Nullable LockStatus attempt(String name) throws LiquibaseException {
		Mutex exclusive = this.mutex;
		if (exclusive == null) {
			return takeRow(name);
		}
		String brief = this.session.origin().brief();
		if (!exclusive.tryTake(brief)) {
			LockStatus other = this.holders.status();
			return other.held() ? other : new LockStatus(true, "another process", null);
		}
		boolean taken = false;
		try {
			LockStatus other = takeRow(name);
			if (other == null) {
				exclusive.report(brief);
				taken = true;
			}
			return other;
		}
		catch (LiquibaseException | RuntimeException ex) {
			if (LiquibaseErrors.isBusy(ex)) {
				this.session.database().rollback();
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

	/**
	 * Try once, and only look at the row.
	 * @return who else has it; {@code null} if the mutex was taken
	 */
	@Nullable LockStatus attemptBesideRow(Mutex exclusive) throws LiquibaseException {
		if (!exclusive.tryTake(this.session.origin().brief())) {
			LockStatus other = this.holders.status();
			return other.held() ? other : new LockStatus(true, "another process", null);
		}
		boolean free = false;
		try {
			LockStatus locked = this.row.read();
			free = !locked.held() || this.holders.whyGone(LockHolder.of(locked.by()), locked.since()) != null;
			return free ? null : locked;
		}
		finally {
			if (!free) {
				exclusive.release();
			}
		}
	}

	private @Nullable LockStatus takeRow(String name) throws LiquibaseException {
		this.row.prepare();
		LockStatus other = this.row.take(name) ? null : takeRowFrom(this.row.read(), name);
		if (other == null) {
			this.session.database().setCanCacheLiquibaseTableInfo(true);
		}
		return other;
	}

	private @Nullable LockStatus takeRowFrom(LockStatus locked, String name) throws LiquibaseException {
		if (!locked.held()) {
			return this.row.take(name) ? null : this.row.read();
		}
		LockHolder other = LockHolder.of(locked.by());
		String why = this.holders.whyGone(other, locked.since());
		if (why == null) {
			return locked;
		}
		Scope.getCurrentScope()
			.getLog(MigrationLock.class)
			.warning("The migration lock of " + locked.by() + " since " + locked.since() + " is taken over: " + why);
		return this.row.takeOver(other.text(), name) ? null : this.row.read();
	}

}
