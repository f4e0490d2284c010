package io.soundshare.migrations.model;

import io.soundshare.migrations.model.RehearsalReport.Finding;

/**
 * An upgrade failed on a copy of the database, and so was not begun on the database.
 */
public final class RehearsalFailedException extends MigrationException {

	private final RehearsalReport report;

	/**
	 * Refuse the upgrade.
	 * @param report what was found
	 */
	public RehearsalFailedException(RehearsalReport report) {
		super(Wording.of("The rehearsal of the upgrade failed, and so nothing was run:" + lines(report)),
				Wording.of("Mend the change sets or the rows they meet, and start again."), null);
		this.report = report;
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.REHEARSAL_FAILED;
	}

	/**
	 * Return what was found.
	 * @return the report, with a finding that is a failure
	 */
	public RehearsalReport report() {
		return this.report;
	}

	private static String lines(RehearsalReport report) {
		StringBuilder lines = new StringBuilder();
		for (Finding finding : report.findings()) {
			Revision revision = finding.revision();
			if (finding.kind().isFailure()) {
				lines.append(System.lineSeparator())
					.append("  ")
					.append((revision != null) ? revision.name() + ": " : "")
					.append(Printable.line(finding.text()));
			}
		}
		return lines.toString();
	}

}
