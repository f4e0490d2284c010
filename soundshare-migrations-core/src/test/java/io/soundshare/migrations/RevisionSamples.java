package io.soundshare.migrations;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.engine.plan.Revisions;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.Undo;
import org.jspecify.annotations.Nullable;

/**
 * Revisions made up for tests that see no database.
 */
public final class RevisionSamples {

	private RevisionSamples() {
	}

	public static Revision revision(String id, @Nullable Integer order) {
		return revision(id, id, "changelog.sql", order, null, "d1", true,
				(order != null) ? RevisionState.APPLIED : RevisionState.PENDING);
	}

	public static Revision revision(String name, String id, String path, @Nullable Integer order, @Nullable String tag,
			@Nullable String deployment, boolean reversible, RevisionState state) {
		return new Revision(name, id, "anna", path, null, null, tag, List.of(), List.of(), "9:00", state, order, null,
				null, (order != null) ? deployment : null, null,
				reversible ? new Undo(Undo.How.WRITTEN, null) : Undo.none(null), false, false,
				(order != null) ? "EXECUTED" : null, null, List.of());
	}

	/** A changelog whose first revisions are applied in order. */
	public static Revisions revisions(int applied, String... ids) {
		List<Revision> changelog = new ArrayList<>();
		for (int i = 0; i < ids.length; i++) {
			changelog.add(revision(ids[i], (i < applied) ? i + 1 : null));
		}
		return new Revisions(changelog, changelog.subList(0, applied));
	}

}
