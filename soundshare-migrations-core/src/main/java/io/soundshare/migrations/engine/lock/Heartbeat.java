package io.soundshare.migrations.engine.lock;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.soundshare.migrations.engine.connection.Origin;
import io.soundshare.migrations.engine.mutex.LockHolder;
import io.soundshare.migrations.engine.session.MigrationSettings;
import io.soundshare.migrations.engine.session.SessionOpener;
import io.soundshare.migrations.model.MigrationException;
import liquibase.Scope;

/**
 * Says in the row that its holder is still there, on a connection of its own: what the
 * holder's connection writes is not seen before it commits.
 */
final class Heartbeat {

	private static final long LONGEST_END_MILLIS = 2_000;

	private final MigrationSettings settings;

	private final Origin origin;

	private final String lease;

	private final CountDownLatch end = new CountDownLatch(1);

	private final Thread thread;

	private volatile boolean lost;

	Heartbeat(MigrationSettings settings, Origin origin, String lease) {
		this.settings = settings;
		this.origin = origin;
		this.lease = lease;
		this.thread = new Thread(this::run, "migration-lock-heartbeat");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/** Whether somebody else has taken over. */
	boolean isLost() {
		return this.lost;
	}

	void stop() {
		this.end.countDown();
		try {
			this.thread.join(LONGEST_END_MILLIS);
			// It may wait for a connection that the pool does not have.
			this.thread.interrupt();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		try {
			new SessionOpener(this.settings).look((session) -> {
				LockRow row = new LockRow(session.database());
				for (long beat = 1; !this.end.await(Lease.BEAT.toMillis(), TimeUnit.MILLISECONDS); beat++) {
					String next = LockHolder.withLease(this.origin, this.lease, beat);
					if (!row.rename(this.lease, next)) {
						this.lost = true;
						return this.lost;
					}
				}
				return this.lost;
			});
		}
		catch (MigrationException ex) {
			if (this.end.getCount() > 0) {
				log(ex);
			}
		}
	}

	private static void log(Throwable failure) {
		Scope.getCurrentScope()
			.getLog(Heartbeat.class)
			.warning("The migration lock's lease cannot be renewed: another process may take it over", failure);
	}

}
