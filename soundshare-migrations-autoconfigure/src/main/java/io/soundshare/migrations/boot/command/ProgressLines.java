package io.soundshare.migrations.boot.command;

import java.io.PrintStream;

import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;

/**
 * A line a revision, begun when it starts, and ended whether it succeeds or not.
 */
final class ProgressLines implements ProgressListener, AutoCloseable {

	private final PrintStream out;

	private boolean begun;

	ProgressLines(PrintStream out) {
		this.out = out;
	}

	@Override
	public void heard(Progress progress) {
		switch (progress.kind()) {
			case STARTED -> {
				this.out
					.print(Printable.line(TextReport.started(progress.step(), progress.number(), progress.total())));
				this.out.flush();
				this.begun = true;
			}
			case COMPLETED -> {
				this.out.println(TextReport.took(progress.took()));
				this.begun = false;
				if (progress.reason() != null) {
					remark("warning", progress.reason());
				}
			}
			case SKIPPED -> remark("skipped", progress.reason() + "");
			case MARKED -> remark("marked", progress.reason() + "");
		}
	}

	private void remark(String what, String reason) {
		close();
		this.out.println(TextReport.remark(what, reason));
	}

	@Override
	public void close() {
		if (this.begun) {
			this.out.println();
			this.begun = false;
		}
	}

}
