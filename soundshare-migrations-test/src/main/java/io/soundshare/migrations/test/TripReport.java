package io.soundshare.migrations.test;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.test.data.Differences;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one revision.
 */
final class TripReport {

	private final Revision revision;

	private final List<String> way = new ArrayList<>();

	private final List<String> rows = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private @Nullable String obstacle;

	private boolean back;

	TripReport(Revision revision) {
		this.revision = revision;
	}

	/** Of a revision that nobody could come to. */
	static TripReport unreached(Revision revision, String obstacle) {
		TripReport report = new TripReport(revision);
		report.obstacle = obstacle;
		return report;
	}

	void way(String problem, List<String> lines, String advice) {
		this.way.add(text(problem, lines, advice));
	}

	void rows(String problem, List<String> lines, String advice) {
		this.rows.add(text(problem, lines, advice));
	}

	void notes(List<String> notes) {
		this.notes.addAll(notes);
	}

	/** The way back was gone. */
	void back() {
		this.back = true;
	}

	boolean isBack() {
		return this.back;
	}

	/** What is wrong with the way back. */
	List<String> way() {
		return this.way;
	}

	/** What is wrong with the rows. */
	List<String> rows() {
		return this.rows;
	}

	/** Which tables have no rows, and why. */
	List<String> notes() {
		return this.notes;
	}

	@Nullable String obstacle() {
		return this.obstacle;
	}

	private String text(String problem, List<String> lines, String advice) {
		return text(this.revision, problem, lines, advice);
	}

	static String text(Revision revision, String problem, List<String> lines, String advice) {
		String summary = revision.summary();
		return "Revision " + revision.name() + (summary.isEmpty() ? "" : " (" + summary + ")") + "\n  " + problem + "\n"
				+ Differences.text(lines) + "\n  " + advice + "\n  File: " + Printable.line(revision.path());
	}

	/** The problem alone, in one line. */
	static String reason(MigrationException failure) {
		return Printable.line(failure.problem().strip().replaceAll("\\s*\\R\\s*", " "));
	}

}
