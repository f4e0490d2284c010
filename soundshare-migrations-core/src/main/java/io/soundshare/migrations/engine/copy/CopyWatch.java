package io.soundshare.migrations.engine.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.soundshare.migrations.model.CopyProgress;
import io.soundshare.migrations.model.ProgressListener;
import org.jspecify.annotations.Nullable;

/**
 * Looks each second how far a copy is, and tells it: nothing of what takes less.
 */
public final class CopyWatch implements AutoCloseable {

	private final ProgressListener listener;

	private final CopyProgress.Kind kind;

	private final String name;

	private final long total;

	private final long start = System.nanoTime();

	private final CountDownLatch stop = new CountDownLatch(1);

	private volatile @Nullable Path file;

	private @Nullable Thread thread;

	private boolean told;

	public CopyWatch(ProgressListener listener, CopyProgress.Kind kind, String name, long total) {
		this.listener = listener;
		this.kind = kind;
		this.name = name;
		this.total = total;
	}

	/** Look from now on. */
	public CopyWatch begin() {
		if (this.listener != ProgressListener.SILENT) {
			Thread watching = new Thread(this::watch, "backup-progress");
			watching.setDaemon(true);
			watching.start();
			this.thread = watching;
		}
		return this;
	}

	/** The file that grows is this one. */
	public void look(Path growing) {
		this.file = growing;
	}

	private void watch() {
		try {
			while (!this.stop.await(1, TimeUnit.SECONDS)) {
				tell(written(), false);
				this.told = true;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private long written() {
		Path growing = this.file;
		try {
			return (growing != null) ? Math.min(this.total, Files.size(growing)) : 0;
		}
		catch (IOException ex) {
			// It is not there yet, or has its name by now.
			return 0;
		}
	}

	private void tell(long bytes, boolean done) {
		this.listener.copying(new CopyProgress(this.kind, this.name, bytes, this.total,
				Duration.ofNanos(System.nanoTime() - this.start), done));
	}

	/** Say that it is done. */
	public void done() {
		close();
		if (this.told) {
			tell(this.total, true);
		}
	}

	@Override
	public void close() {
		Thread watching = this.thread;
		this.stop.countDown();
		try {
			if (watching != null) {
				watching.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
