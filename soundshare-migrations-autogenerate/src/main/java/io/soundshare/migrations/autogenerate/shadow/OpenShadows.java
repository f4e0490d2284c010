package io.soundshare.migrations.autogenerate.shadow;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The shadow databases this process has open. When it is told to end (SIGTERM, Ctrl-C)
 * while one is in use, it goes as if it had been closed.
 */
public final class OpenShadows {

	/** Held while one is made or dropped, so that none is half-made at the end. */
	private static final ReentrantLock LOCK = new ReentrantLock();

	private static final Set<Abandonable> OPEN = new LinkedHashSet<>();

	private static boolean ending;

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(OpenShadows::end, "soundshare-shadow-databases"));
	}

	private OpenShadows() {
	}

	public static <T extends Abandonable> T open(Supplier<T> maker) {
		return locked(() -> {
			T shadow = maker.get();
			OPEN.add(shadow);
			return shadow;
		});
	}

	/** Close it, unless that is done. */
	public static void close(Abandonable shadow, Runnable closing) {
		locked(() -> {
			if (OPEN.remove(shadow)) {
				closing.run();
			}
			return shadow;
		});
	}

	private static <T> T locked(Supplier<T> work) {
		LOCK.lock();
		try {
			if (!ending) {
				return work.get();
			}
		}
		finally {
			LOCK.unlock();
		}
		// Whatever goes wrong now goes wrong because all is dropped: nobody wants to
		// hear of it, and the process ends without this thread.
		while (true) {
			LockSupport.park();
		}
	}

	private static void end() {
		LOCK.lock();
		try {
			ending = true;
			OPEN.forEach(OpenShadows::abandon);
		}
		finally {
			LOCK.unlock();
		}
	}

	private static void abandon(Abandonable shadow) {
		try {
			shadow.abandon();
		}
		catch (RuntimeException ex) {
			System.err.println(ex.getMessage());
		}
	}

	/**
	 * A shadow database that can go while another thread is using it.
	 */
	public interface Abandonable extends Shadow {

		/** Drop it, not waiting for whoever uses it. */
		void abandon();

	}

}
