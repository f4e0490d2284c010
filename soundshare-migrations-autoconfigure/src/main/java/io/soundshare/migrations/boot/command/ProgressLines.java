package io.soundshare.migrations.boot.command;

import java.io.PrintStream;

import io.soundshare.migrations.model.CopyProgress;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;

/**
 * A line a revision, begun when it starts, and ended whether it succeeds or not.
 */
final class ProgressLines implements ProgressListener, AutoCloseable {

	private static final int TENTHS = 10;

	private final PrintStream out;

	private final OpenLine line;

	private boolean copying;

	private long tenth;

	ProgressLines(PrintStream out, OpenLine line) {
		this.out = out;
		this.line = line;
	}

	@Override
	public void heard(Progress progress) {
		switch (progress.kind()) {
			case STARTED -> this.line
				.begin(Printable.line(ProgressText.started(progress.step(), progress.number(), progress.total())));
			case COMPLETED -> {
				this.line.end(ProgressText.took(progress.took()));
				if (progress.reason() != null) {
					remark("warning", progress.reason());
				}
			}
			case SKIPPED -> remark("skipped", progress.reason() + "");
			case MARKED -> remark("marked", progress.reason() + "");
		}
	}

	/** A line a copy, with a figure for each tenth. */
	@Override
	public synchronized void copying(CopyProgress progress) {
		long tenth = (progress.total() > 0) ? progress.bytes() * TENTHS / progress.total() : 0;
		if (progress.done()) {
			this.line.end(ProgressText.took(progress.took()));
			this.copying = false;
			return;
		}
		if (!this.copying) {
			this.line.begin(Printable.line(ProgressText.copying(progress)));
			this.copying = true;
			this.tenth = 0;
		}
		if (tenth > this.tenth) {
			this.line.more("  " + tenth * TENTHS + " %");
			this.tenth = tenth;
		}
	}

	private void remark(String what, String reason) {
		close();
		this.out.println(ProgressText.remark(what, reason));
	}

	@Override
	public void close() {
		this.line.close();
	}

}
