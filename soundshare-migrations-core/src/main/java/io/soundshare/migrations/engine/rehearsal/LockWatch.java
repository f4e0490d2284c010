package io.soundshare.migrations.engine.rehearsal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.soundshare.migrations.engine.copy.CopySource;
import io.soundshare.migrations.engine.copy.Throwaway;
import io.soundshare.migrations.engine.operation.Sessions;
import liquibase.Scope;

/**
 * Looks again and again which locks are held on a copy, where its product tells. What is
 * locked for a moment only may be missed; nobody waits for that.
 */
final class LockWatch implements AutoCloseable {

	private static final long PAUSE_MILLIS = 20;

	private final Sessions copy;

	private final Throwaway throwaway;

	private final CountDownLatch end = new CountDownLatch(1);

	private final Set<String> seen = new TreeSet<>();

	private final Thread thread = new Thread(this::watch, "rehearsal-locks");

	LockWatch(Sessions copy, Throwaway throwaway) {
		this.copy = copy;
		this.throwaway = throwaway;
		if (throwaway.tellsLocks()) {
			this.thread.setDaemon(true);
			this.thread.start();
		}
		else {
			this.end.countDown();
		}
	}

	private void watch() {
		try {
			this.copy.plain((source) -> {
				look(source);
				return source;
			});
		}
		catch (RuntimeException ex) {
			Scope.getCurrentScope().getLog(getClass()).warning("The locks of the copy cannot be seen", ex);
		}
	}

	private void look(CopySource source) throws SQLException, InterruptedException {
		source.connection().setAutoCommit(true);
		while (!this.end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
			List<String> locks = this.throwaway.locks(source.connection());
			synchronized (this.seen) {
				this.seen.addAll(locks);
			}
		}
	}

	/** What was locked since it was asked last. */
	List<String> take() {
		synchronized (this.seen) {
			List<String> locks = new ArrayList<>(this.seen);
			this.seen.clear();
			return locks;
		}
	}

	@Override
	public void close() {
		this.end.countDown();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
