package io.soundshare.migrations.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A downgrade would lose rows, and nobody has confirmed that.
 */
public final class DataLossException extends MigrationException {

	private final Plan plan;

	/**
	 * Refuse a plan.
	 * @param plan the plan
	 * @param wayOut what to do about it
	 */
	public DataLossException(Plan plan, Wording wayOut) {
		super(Wording.of("The downgrade loses data, and so nothing was run:" + lines(plan)), wayOut, null);
		this.plan = plan;
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.DATA_LOSS;
	}

	/**
	 * Return the plan that was refused.
	 * @return the plan, with what each of its revisions loses
	 */
	public Plan plan() {
		return this.plan;
	}

	private static String lines(Plan plan) {
		List<String> lines = new ArrayList<>();
		for (Revision revision : plan.revisions()) {
			if (!revision.undo().loses().isEmpty()) {
				lines.add(System.lineSeparator() + "  " + revision.name() + "  loses "
						+ Printable.line(String.join(", ", revision.undo().loses())));
			}
		}
		return String.join("", lines);
	}

}
