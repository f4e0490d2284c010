package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.time.Duration;

import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Step;

/**
 * A line a revision, begun when it starts, and ended whether it succeeds or not.
 */
final class ProgressLines implements ProgressListener, AutoCloseable {

	private final PrintStream out;

	private final OpenLine line;

	ProgressLines(PrintStream out, OpenLine line) {
		this.out = out;
		this.line = line;
	}

	@Override
	public void started(Step step, int number, int total) {
		this.line.begin(Printable.line(TextReport.started(step, number, total)));
	}

	@Override
	public void completed(Step step, int number, int total, Duration took) {
		this.line.end(TextReport.took(took));
	}

	@Override
	public void skipped(Step step, int number, int total, String reason) {
		remark("skipped", reason);
	}

	@Override
	public void marked(Step step, int number, int total, String reason) {
		remark("marked", reason);
	}

	@Override
	public void warned(Step step, int number, int total, String reason) {
		remark("warning", reason);
	}

	private void remark(String what, String reason) {
		close();
		this.out.println(TextReport.remark(what, reason));
	}

	@Override
	public void close() {
		this.line.close();
	}

}
