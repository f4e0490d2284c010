package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;

/**
 * Something that is done with a file in a thread of its own, beside what takes as long.
 *
 * @param <T> what comes of it
 */
public final class Beside<T extends @Nullable Object> {

	private final FutureTask<T> task;

	private Beside(FutureTask<T> task) {
		this.task = task;
	}

	/** Begin with something. */
	public static <T extends @Nullable Object> Beside<T> begin(String name, Callable<T> work) {
		FutureTask<T> task = new FutureTask<>(work);
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
		return new Beside<>(task);
	}

	/** Wait until it is done. */
	public T end() throws IOException {
		try {
			return this.task.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("it was interrupted");
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException failure) ? failure : new IOException(ex.getMessage(), ex);
		}
	}

}
