package io.soundshare.migrations.engine.plan;

import io.soundshare.migrations.model.Wording;

import io.soundshare.migrations.model.Remedy.Kind;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.Operation;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.Step;
import io.soundshare.migrations.model.Target;

/**
 * Decides which revisions an operation touches and in which order. A function over
 * values: it sees no database. Upgrades and stamps walk the changelog's order, downgrades
 * the order of execution.
 */
public final class Planner {

	private final Revisions revisions;

	private final List<Revision> changelog;

	private final List<Revision> applied;

	private final Map<Revision, Integer> positions = new IdentityHashMap<>();

	public Planner(Revisions revisions) {
		this.revisions = revisions;
		this.changelog = revisions.changelog();
		this.applied = revisions.applied();
		this.changelog.forEach((revision) -> this.positions.put(revision, this.positions.size()));
	}

	public Plan upgrade(Target target) {
		List<Revision> pending = this.revisions.pending();
		if (target instanceof Target.Steps count) {
			int steps = stepsUp(count, pending);
			return (steps != 0) ? apply(position(pending.get(steps - 1))) : apply(-1);
		}
		if (target == Target.BASE || target == Target.DEPLOYMENT) {
			throw InvalidTargetException.wrong("'" + target + "' is no target for an upgrade.",
					Wording.of("Downgrade with %s.", Kind.DOWNGRADE.of(target)));
		}
		return apply(changelogIndex(target));
	}

	public Plan downgrade(Target target) {
		List<Revision> undone = this.revisions.newestFirst().subList(0, this.applied.size() - appliedKept(target));
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
		if (target instanceof Target.Steps steps) {
			List<Revision> pending = this.revisions.pending();
			return steps.up() ? Plan.of(Operation.STAMP, Step.Action.MARK, pending.subList(0, stepsUp(steps, pending)))
					: unmark(appliedKept(target));
		}
		if (target == Target.BASE) {
			return unmark(0);
		}
		int last = changelogIndex(target);
		List<Step> steps = new ArrayList<>();
		this.revisions.newestFirst()
			.stream()
			.filter((revision) -> position(revision) > last)
			.forEach((revision) -> steps.add(new Step(Step.Action.UNMARK, revision)));
		this.changelog.subList(0, last + 1)
			.stream()
			.filter((revision) -> revision.state() == RevisionState.PENDING)
			.forEach((revision) -> steps.add(new Step(Step.Action.MARK, revision)));
		return new Plan(Operation.STAMP, steps);
	}

	/** The position in the changelog, negative for a revision only the database knows. */
	private int position(Revision revision) {
		return this.positions.getOrDefault(revision, -1);
	}

	private Plan apply(int last) {
		return Plan.of(Operation.UPGRADE, Step.Action.APPLY,
				this.changelog.subList(0, last + 1)
					.stream()
					.filter((revision) -> revision.state() == RevisionState.PENDING
							|| this.revisions.rerun().contains(revision))
					.toList());
	}

	private Plan unmark(int kept) {
		return Plan.of(Operation.STAMP, Step.Action.UNMARK,
				this.revisions.newestFirst().subList(0, this.applied.size() - kept));
	}

	private static int stepsUp(Target.Steps target, List<Revision> pending) {
		if (!target.up()) {
			throw InvalidTargetException.wrong("'" + target + "' goes down.",
					Wording.of("Give +N or a revision, or use %s.", Kind.DOWNGRADE.of(target)));
		}
		if (target.count() > pending.size()) {
			throw InvalidTargetException.tooFar(target, pending.size(), "pending");
		}
		return target.count();
	}

	/** The index in the changelog of the last revision the target includes. */
	private int changelogIndex(Target target) {
		if (target == Target.HEAD) {
			return this.changelog.size() - 1;
		}
		if (target instanceof Target.Tag tag) {
			return indexOfTag(this.changelog, tag.name(), (revision) -> true);
		}
		Named named = named(target);
		int index = position(named.revision());
		if (index < 0) {
			throw InvalidTargetException.wrong(
					"Revision " + named.revision() + " is applied in the database but unknown to this build.",
					"Give a revision of the changelog.");
		}
		int last = index + named.offset();
		if (last < -1 || last >= this.changelog.size()) {
			throw InvalidTargetException.tooFar(target,
					(named.offset() < 0) ? index + 1 : this.changelog.size() - 1 - index,
					((named.offset() < 0) ? "up to " : "after ") + named.revision() + " in the changelog");
		}
		return last;
	}

	/** How many of the applied revisions, oldest first, the target leaves alone. */
	private int appliedKept(Target target) {
		int size = this.applied.size();
		if (target == Target.BASE) {
			return 0;
		}
		if (target instanceof Target.Steps steps) {
			if (steps.up()) {
				throw InvalidTargetException.wrong("'" + target + "' goes up.",
						Wording.of("Give -N or a revision, or use %s.", Kind.UPGRADE.of(target)));
			}
			if (-steps.count() > size) {
				throw InvalidTargetException.tooFar(target, size, "applied");
			}
			return size + steps.count();
		}
		if (target == Target.DEPLOYMENT) {
			return beforeLastDeployment();
		}
		if (target instanceof Target.Tag tag) {
			return indexOfTag(this.applied, tag.name(), Planner::isTagged) + 1;
		}
		Named named = named(target);
		int index = this.applied.indexOf(named.revision());
		if (index < 0) {
			throw InvalidTargetException.wrong(
					"Revision " + named.revision() + " is not applied, so there is no way down to it.",
					Wording.of("Give an applied revision (see %s), -N or base.", Kind.HISTORY.remedy()));
		}
		int kept = index + 1 + named.offset();
		if (kept < 0 || kept > size) {
			throw InvalidTargetException.tooFar(target, (named.offset() < 0) ? index + 1 : size - 1 - index,
					((named.offset() < 0) ? "applied up to " : "applied after ") + named.revision());
		}
		return kept;
	}

	private int beforeLastDeployment() {
		int kept = this.applied.size();
		Revision current = this.revisions.current();
		if (current == null) {
			return kept;
		}
		if (current.deployment() == null) {
			throw InvalidTargetException.wrong(
					"The history does not say in which deployment " + current + " was applied.",
					"Give -N or a revision.");
		}
		while (kept > 0 && Objects.equals(this.applied.get(kept - 1).deployment(), current.deployment())) {
			kept--;
		}
		return kept;
	}

	private Named named(Target target) {
		if (!(target instanceof Target.Named named)) {
			return new Named(head(), 0);
		}
		RevisionFinder finder = new RevisionFinder(this.revisions.all());
		if (named.revision().equals(named.text()) || finder.knows(named.text())) {
			return new Named(finder.find(named.text()), 0);
		}
		return new Named(named.revision().equals(Target.HEAD.toString()) ? head() : finder.find(named.revision()),
				named.offset());
	}

	private Revision head() {
		Revision head = this.revisions.head();
		if (head == null) {
			throw InvalidTargetException.wrong("The changelog is empty, it has no head.",
					Wording.of("Write a first revision with %s.", Kind.CREATE.of("MESSAGE")));
		}
		return head;
	}

	private static int indexOfTag(List<Revision> among, String tag, Predicate<Revision> tagged) {
		List<Revision> found = among.stream().filter((revision) -> tag.equals(revision.tag())).toList();
		List<Revision> fitting = found.stream().filter(tagged).toList();
		if (fitting.size() > 1) {
			throw InvalidTargetException.ambiguousTag(tag, fitting);
		}
		if (fitting.isEmpty() && !found.isEmpty()) {
			throw InvalidTargetException.wrong(
					"The tag '" + tag + "' was never set: revision " + found.get(0)
							+ ", which sets it, was only marked as run.",
					"Give that revision itself, if it is meant, or -N.");
		}
		if (fitting.isEmpty()) {
			throw InvalidTargetException.unknownTag(tag,
					among.stream()
						.filter(tagged)
						.map(Revision::tag)
						.filter(Objects::nonNull)
						.map(Object::toString)
						.distinct()
						.toList());
		}
		return among.indexOf(fitting.get(0));
	}

	/**
	 * Liquibase writes the tag of a {@code tagDatabase} into the history row, also of a
	 * change set that is only marked as run. One set later, by hand, counts.
	 */
	private static boolean isTagged(Revision revision) {
		return !revision.isMarked() || !(revision.description() + "").contains("tagDatabase");
	}

	/** A revision that was named, and the steps to go on from there. */
	private record Named(Revision revision, int offset) {

	}

}
