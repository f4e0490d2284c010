package io.soundshare.migrations.benchmarks.walk;

import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.benchmarks.changelog.StockRollback;
import io.soundshare.migrations.model.Revision;
import org.jspecify.annotations.Nullable;

/**
 * How far back a walk has gone.
 *
 * @param product the database product
 * @param revisions how many revisions were applied
 * @param left how many are still applied
 * @param differences what was not as before, each told once
 * @param obstacle why it ended before base; {@code null} if it did not
 * @param stock what stock Liquibase undoes
 */
public record WalkReport(String product, int revisions, int left, List<Difference> differences,
		@Nullable String obstacle, StockRollback stock) {

	public WalkReport {
		differences = List.copyOf(differences);
	}

	/** One line for people. */
	public String summary() {
		int undone = this.revisions - this.left;
		return String.format(Locale.ROOT,
				"%-10s %4d revisions, undone %4d (%5.1f %%); stock Liquibase: %3d, %d of all are in its way%s",
				this.product, this.revisions, undone, 100.0 * undone / Math.max(1, this.revisions), this.stock.newest(),
				this.stock.unsupported(),
				(this.obstacle != null) ? System.lineSeparator() + "           stopped at " + this.obstacle : "");
	}

	/**
	 * What an undone revision has left behind or lost.
	 *
	 * @param revision the revision
	 * @param missing what was there before it
	 * @param surplus what was not
	 */
	public record Difference(Revision revision, List<String> missing, List<String> surplus) {

		@Override
		public String toString() {
			return this.revision + " (" + this.revision.description() + ")" + lines("- ", this.missing)
					+ lines("+ ", this.surplus);
		}

		private static String lines(String sign, List<String> lines) {
			StringBuilder text = new StringBuilder();
			lines.forEach((line) -> text.append(System.lineSeparator()).append("  ").append(sign).append(line));
			return text.toString();
		}

	}

}
