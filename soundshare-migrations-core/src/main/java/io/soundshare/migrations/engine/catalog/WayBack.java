package io.soundshare.migrations.engine.catalog;

import java.util.List;

import io.soundshare.migrations.engine.recording.Recording.Kept;
import io.soundshare.migrations.engine.recording.Recording.Place;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.undo.MadePlaces;
import io.soundshare.migrations.engine.undo.RecordedUndo;
import io.soundshare.migrations.engine.undo.UndoRecording;
import io.soundshare.migrations.model.Undo;
import io.soundshare.migrations.model.Undo.How;
import liquibase.change.core.EmptyChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a revision is undone: by what somebody wrote, else by what was recorded,
 * else by the inverse of its changes.
 */
final class WayBack {

	private WayBack() {
	}

	static Undo of(ChangeSet changeSet, @Nullable RanChangeSet row, @Nullable RecordedUndo recorded,
			List<String> irreversible, LiquibaseSession session) {
		if (row != null && row.getExecType() == ChangeSet.ExecType.MARK_RAN) {
			return new Undo(How.DERIVED, "it was only marked as run");
		}
		List<String> loses = places(
				(recorded != null) ? recorded.made() : MadePlaces.of(changeSet, session.database()));
		List<String> restores = restores(recorded);
		boolean written = changeSet.hasCustomRollbackChanges();
		if (written && !changeSet.getRollback().getChanges().stream().allMatch(EmptyChange.class::isInstance)) {
			return new Undo(How.WRITTEN, null, loses, restores);
		}
		if (recorded != null && recorded.obstacle() == null) {
			return new Undo(How.RECORDED, null, loses, restores);
		}
		if (row == null && UndoRecording.isOn(session) && UndoRecording.isRecordable(changeSet)) {
			return new Undo(How.RECORDED, "the upgrade will take it down", loses, restores);
		}
		if (written) {
			return new Undo(How.WRITTEN, "its rollback says that there is nothing to do", loses, restores);
		}
		if (irreversible.isEmpty()) {
			return new Undo(How.DERIVED, null, loses, restores);
		}
		return Undo.none((recorded != null) ? recorded.obstacle() : null);
	}

	static Undo ofUnknown(RanChangeSet row, @Nullable RecordedUndo recorded) {
		if (row.getExecType() == ChangeSet.ExecType.MARK_RAN) {
			return new Undo(How.DERIVED, "it was only marked as run");
		}
		if (recorded == null) {
			return Undo.none("this build does not know it, and no undo of it was recorded");
		}
		String obstacle = recorded.obstacle();
		return (obstacle != null) ? Undo.none("this build does not know it, and " + obstacle)
				: new Undo(How.RECORDED, null, places(recorded.made()), restores(recorded));
	}

	private static List<String> places(List<Place> places) {
		return places.stream().map(Place::toString).toList();
	}

	private static List<String> restores(@Nullable RecordedUndo recorded) {
		return (recorded != null) ? recorded.kept().stream().map(Kept::place).map(Place::toString).toList() : List.of();
	}

}
