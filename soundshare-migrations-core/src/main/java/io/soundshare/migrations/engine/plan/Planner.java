package io.soundshare.migrations.engine.plan;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Wording;

/**
 * Decides which revisions an operation touches and in which order. A function over
 * values: it sees no database. Upgrades and stamps walk the changelog's order, downgrades
 * the order of execution.
 */
public final class Planner {

	private final Revisions revisions;

	private final TargetResolver targets;

	public Planner(Revisions revisions) {
		this.revisions = revisions;
		this.targets = new TargetResolver(revisions);
	}

	public Plan upgrade(Target target) {
		if (target instanceof Target.Steps steps) {
			List<Revision> next = this.targets.nextPending(steps);
			return apply(next.isEmpty() ? -1 : this.targets.position(next.get(next.size() - 1)));
		}
		if (target == Target.BASE || target == Target.DEPLOYMENT) {
			throw InvalidTargetException.wrong("'" + target + "' is no target for an upgrade.",
					Wording.format("Downgrade with %s.", Kind.DOWNGRADE.of(target)));
		}
		return apply(this.targets.inChangelog(target));
	}

	public Plan downgrade(Target target) {
		List<Revision> undone = (target instanceof Target.Only only) ? List.of(this.targets.only(only))
				: newest(this.targets.inHistory(target));
		List<Revision> irreversible = undone.stream().filter((revision) -> !revision.reversible()).toList();
		if (!irreversible.isEmpty()) {
			throw new IrreversibleRevisionException(irreversible);
		}
		// What was only marked as run has changed nothing there would be to undo.
		return new Plan(Operation.DOWNGRADE, undone.stream()
			.map((revision) -> new Step(revision.isMarked() ? Step.Action.UNMARK : Step.Action.REVERT, revision))
			.toList());
	}

	public Plan stamp(Target target) {
		if (target == Target.DEPLOYMENT) {
			throw InvalidTargetException.wrong("'deployment' is a target for a downgrade only.",
					"Stamp a revision, head or base.");
		}
		TargetResolver.refuseUp(target);
		if (target instanceof Target.Steps steps) {
			return steps.up() ? Plan.of(Operation.STAMP, Step.Action.MARK, this.targets.nextPending(steps))
					: unmark(this.targets.inHistory(target));
		}
		if (target == Target.BASE) {
			return unmark(0);
		}
		int last = this.targets.inChangelog(target);
		List<Step> steps = new ArrayList<>();
		this.revisions.newestFirst()
			.stream()
			.filter((revision) -> this.targets.position(revision) > last)
			.forEach((revision) -> steps.add(new Step(Step.Action.UNMARK, revision)));
		this.revisions.changelog()
			.subList(0, last + 1)
			.stream()
			.filter((revision) -> revision.state() == RevisionState.PENDING)
			.forEach((revision) -> steps.add(new Step(Step.Action.MARK, revision)));
		return new Plan(Operation.STAMP, steps);
	}

	private Plan apply(int last) {
		return Plan.of(Operation.UPGRADE, Step.Action.APPLY,
				this.revisions.changelog()
					.subList(0, last + 1)
					.stream()
					.filter((revision) -> revision.state() == RevisionState.PENDING
							|| this.revisions.rerun().contains(revision))
					.toList());
	}

	private Plan unmark(int kept) {
		return Plan.of(Operation.STAMP, Step.Action.UNMARK, newest(kept));
	}

	/** The revisions that are not kept, the newest first. */
	private List<Revision> newest(int kept) {
		return this.revisions.newestFirst().subList(0, this.revisions.applied().size() - kept);
	}

}
