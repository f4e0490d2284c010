package io.soundshare.migrations.engine.plan;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Wording;

/**
 * Finds where a target is: in the changelog's order, or in the order of execution.
 */
final class TargetResolver {

	private final Revisions revisions;

	private final List<Revision> changelog;

	private final List<Revision> applied;

	private final Map<Revision, Integer> positions = new IdentityHashMap<>();

	TargetResolver(Revisions revisions) {
		this.revisions = revisions;
		this.changelog = revisions.changelog();
		this.applied = revisions.applied();
		this.changelog.forEach((revision) -> this.positions.put(revision, this.positions.size()));
	}

	/** The position in the changelog, negative for a revision only the database knows. */
	int position(Revision revision) {
		return this.positions.getOrDefault(revision, -1);
	}

	/** The pending revisions that so many steps up reach. */
	List<Revision> nextPending(Target.Steps target) {
		List<Revision> pending = this.revisions.pending();
		if (!target.up()) {
			throw InvalidTargetException.wrong("'" + target + "' goes down.",
					Wording.format("Give +N or a revision, or use %s.", Kind.DOWNGRADE.of(target)));
		}
		if (target.count() > pending.size()) {
			throw InvalidTargetException.tooFar(target, pending.size(), "pending");
		}
		return pending.subList(0, target.count());
	}

	/** The position in the changelog of the last revision the target includes. */
	int inChangelog(Target target) {
		if (target == Target.HEAD) {
			return this.changelog.size() - 1;
		}
		if (target instanceof Target.Tag tag) {
			return indexOfTag(this.changelog, tag.name(), (revision) -> true);
		}
		refuseUp(target);
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

	/** The number of applied revisions, oldest first, that the target leaves alone. */
	int inHistory(Target target) {
		int size = this.applied.size();
		if (target == Target.BASE) {
			return 0;
		}
		if (target instanceof Target.Steps steps) {
			if (steps.up()) {
				throw InvalidTargetException.wrong("'" + target + "' goes up.",
						Wording.format("Give -N or a revision, or use %s.", Kind.UPGRADE.of(target)));
			}
			if (-steps.count() > size) {
				throw InvalidTargetException.tooFar(target, size, "applied");
			}
			return size + steps.count();
		}
		if (target == Target.DEPLOYMENT) {
			return beforeLastDeployment();
		}
		if (target == Target.KNOWN) {
			List<Revision> unknown = this.revisions.unknown();
			return unknown.isEmpty() ? size : this.applied.indexOf(unknown.get(0));
		}
		if (target instanceof Target.Deployment deployment) {
			return before(deployment);
		}
		if (target instanceof Target.At at) {
			return until(at.time());
		}
		if (target instanceof Target.Tag tag) {
			return indexOfTag(this.applied, tag.name(), TargetResolver::isTagged) + 1;
		}
		Named named = named(target);
		int index = this.applied.indexOf(named.revision());
		if (index < 0) {
			throw InvalidTargetException.wrong(
					"Revision " + named.revision() + " is not applied, so there is no way down to it.",
					Wording.format("Give an applied revision (see %s), -N or base.", Kind.HISTORY.remedy()));
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

	/** The place before a deployment and what came after it. */
	private int before(Target.Deployment deployment) {
		for (int i = 0; i < this.applied.size(); i++) {
			if (deployment.id().equals(this.applied.get(i).deployment())) {
				return i;
			}
		}
		throw InvalidTargetException.wrong("There is no deployment " + deployment.id() + " in the history.",
				Wording.format("See %s.", Kind.HISTORY.remedy()));
	}

	private int until(Instant time) {
		int kept = 0;
		for (Revision revision : this.applied) {
			Instant appliedAt = revision.appliedAt();
			if (appliedAt == null) {
				throw InvalidTargetException.wrong("The history does not say when " + revision + " was applied.",
						"Give -N or a revision.");
			}
			if (appliedAt.isAfter(time)) {
				return kept;
			}
			kept++;
		}
		return kept;
	}

	/** The applied revision that is to be undone out of order. */
	Revision only(Target.Only only) {
		Revision revision = new RevisionFinder(this.revisions.all()).find(only.revision());
		if (!this.applied.contains(revision)) {
			throw InvalidTargetException.wrong("Revision " + revision + " is not applied, so there is nothing to undo.",
					Wording.format("Give an applied revision (see %s).", Kind.HISTORY.remedy()));
		}
		return revision;
	}

	/** Refuse what is a place in the history, and none in the changelog. */
	static void refuseUp(Target target) {
		if (target == Target.KNOWN || target instanceof Target.Deployment || target instanceof Target.At
				|| target instanceof Target.Only) {
			throw InvalidTargetException.wrong("'" + target + "' is a target for a downgrade only.",
					Wording.format("Give a revision, +N or head, or use %s.", Kind.DOWNGRADE.of(target)));
		}
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
					Wording.format("Write a first revision with %s.", Kind.CREATE.of("MESSAGE")));
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
