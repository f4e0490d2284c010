package io.soundshare.migrations.boot.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.CopyProgress;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.Result.Remark;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Undo;
import org.jspecify.annotations.Nullable;

/**
 * The lines a person reads while a database is changed, and the one at the end.
 */
final class ProgressText {

	private ProgressText() {
	}

	/** What a downgrade will do, a line a revision. */
	static String plan(Plan plan) {
		boolean up = plan.operation() == Operation.UPGRADE;
		TextTable table = new TextTable();
		for (Step step : plan.steps()) {
			Undo undo = step.revision().undo();
			String costs = costs(undo);
			if (!up) {
				table.row("  " + step.revision().name(),
						(step.action() == Step.Action.UNMARK) ? "only marked as run" : how(undo), costs);
				continue;
			}
			table.row("  " + step.revision().name(), step.revision().summary(),
					undo.isPossible() ? "undone " + how(undo) : "cannot be undone: " + irreversible(step.revision()),
					costs.isEmpty() ? costs : "undone, " + costs);
		}
		return (up ? "To apply, in this order\n" : "To undo, newest first\n") + table.render();
	}

	private static String costs(Undo undo) {
		List<String> costs = new ArrayList<>();
		undo.loses().forEach((place) -> costs.add("loses " + place));
		undo.restores().forEach((place) -> costs.add("restores " + place));
		return Printable.line(String.join(", ", costs));
	}

	private static String irreversible(Revision revision) {
		return (revision.undo().reason() != null) ? revision.undo().reason()
				: String.join(", ", revision.irreversibleChanges());
	}

	/** How a revision is undone. */
	static String how(Undo undo) {
		return switch (undo.how()) {
			case WRITTEN -> "by its rollback";
			case DERIVED -> "by the inverse of its changes";
			case RECORDED -> "as recorded";
			case NONE -> "not possible";
		};
	}

	static String started(Step step, int number, int total) {
		String verb = switch (step.action()) {
			case APPLY -> "up";
			case REVERT -> "down";
			case MARK -> "mark";
			case UNMARK -> "unmark";
		};
		return verb + " " + number + "/" + total + "  " + step.revision().name() + "  " + step.revision().summary();
	}

	static String copying(CopyProgress progress) {
		String verb = switch (progress.kind()) {
			case BACKUP -> "copy";
			case VERIFICATION -> "verify";
			case RESTORATION -> "restore";
			case REHEARSAL -> "copy to rehearse on";
		};
		return verb + "  " + progress.name() + "  " + BackupCommands.size(progress.total());
	}

	static String took(Duration duration) {
		return "  (" + duration.toMillis() + " ms)";
	}

	static String remark(String what, String reason) {
		return "  " + what + ": " + Printable.block(reason).strip().replaceAll("\\R\\s*", "\n    ");
	}

	static String done(Result result, MigrationStatus status) {
		String what = switch (result.operation()) {
			case UPGRADE -> "applied";
			case DOWNGRADE -> "undone";
			case STAMP -> "stamped";
			case RESET -> "applied after dropping everything";
		};
		int marked = result.remarks(Remark.Kind.MARKED).size();
		int skipped = result.remarks(Remark.Kind.SKIPPED).size();
		int done = result.steps().size() - marked;
		return ((done + marked + skipped != 0)
				? done + ((done != 1) ? " revisions " : " revision ") + what
						+ ((marked != 0) ? ", " + marked + " only marked as run" : "")
						+ ((skipped != 0) ? ", " + skipped + " skipped and still pending" : "") + "."
				: "Nothing to do.") + " Current: " + TextReport.current(status) + before(result.backup());
	}

	/** How to get back what was there before. */
	private static String before(@Nullable Backup backup) {
		return (backup != null) ? "\nBefore: " + BackupCommands.line(backup) + ", which --migrate=restore:"
				+ backup.name() + " brings back" : "";
	}

}
