package io.soundshare.migrations.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.KeptRows;
import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.SchemaState;
import org.jspecify.annotations.Nullable;

/**
 * The changelog beside the history: everything a plan is made from.
 *
 * @param changelog the revisions of the changelog that apply to this database or are
 * applied in it, in changelog order
 * @param applied the applied revisions, in the order of their execution
 * @param rerun the applied revisions that every upgrade runs again
 */
public record Revisions(List<Revision> changelog, List<Revision> applied, Set<Revision> rerun) {

	public Revisions {
		changelog = List.copyOf(changelog);
		applied = List.copyOf(applied);
		rerun = Set.copyOf(rerun);
	}

	public Revisions(List<Revision> changelog, List<Revision> applied) {
		this(changelog, applied, Set.of());
	}

	/** Return the status of a database that has these revisions. */
	public MigrationStatus status(LockStatus lock, DatabaseInfo database, List<KeptRows> kept) {
		return new MigrationStatus(state(), current(), head(), pending(), newestFirst(), unknown(), changed(), lock,
				database, kept);
	}

	@Nullable Revision current() {
		return this.applied.isEmpty() ? null : this.applied.get(this.applied.size() - 1);
	}

	@Nullable Revision head() {
		return this.changelog.isEmpty() ? null : this.changelog.get(this.changelog.size() - 1);
	}

	public List<Revision> pending() {
		return inState(this.changelog, RevisionState.PENDING);
	}

	public List<Revision> unknown() {
		return inState(this.applied, RevisionState.UNKNOWN);
	}

	public List<Revision> changed() {
		return inState(this.applied, RevisionState.CHANGED);
	}

	List<Revision> newestFirst() {
		List<Revision> reversed = new ArrayList<>(this.applied);
		Collections.reverse(reversed);
		return reversed;
	}

	/** Every revision once: the changelog's, then those only the database knows. */
	public List<Revision> all() {
		List<Revision> all = new ArrayList<>(this.changelog);
		all.addAll(unknown());
		return all;
	}

	SchemaState state() {
		boolean pending = !pending().isEmpty();
		if (!unknown().isEmpty()) {
			return pending ? SchemaState.DIVERGED : SchemaState.AHEAD;
		}
		if (!changed().isEmpty()) {
			return SchemaState.CHANGED;
		}
		return pending ? SchemaState.PENDING : SchemaState.UP_TO_DATE;
	}

	private static List<Revision> inState(List<Revision> revisions, RevisionState state) {
		return revisions.stream().filter((revision) -> revision.state() == state).toList();
	}

}
