package io.soundshare.migrations.model;

import java.util.List;

import io.soundshare.migrations.model.Remedy.Kind;

/**
 * A target or a revision that was typed fits nothing, or too much.
 */
public final class InvalidTargetException extends MigrationException {

	private final List<Revision> candidates;

	private InvalidTargetException(String problem, Wording wayOut, List<Revision> candidates) {
		super(Wording.of(problem), wayOut, null);
		this.candidates = List.copyOf(candidates);
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.INVALID_TARGET;
	}

	/**
	 * Return the revisions the text may have meant.
	 * @return the candidates of an ambiguous text, or the nearest of an unknown one
	 */
	public List<Revision> candidates() {
		return this.candidates;
	}

	static InvalidTargetException empty() {
		return new InvalidTargetException("A target is missing.", Wording
			.of("Give one of: head, base, +N, -N, a revision, a revision+N or -N, tag:NAME, deployment; to go back also "
					+ "deployment:ID, at:TIME, known, only:REVISION."),
				List.of());
	}

	public static InvalidTargetException unknown(String text, List<Revision> nearest) {
		return new InvalidTargetException("There is no revision '" + Printable.line(text) + "'.",
				Wording.format("%sList all revisions with %s.",
						nearest.isEmpty() ? "" : "Did you mean:" + lines(nearest) + System.lineSeparator(),
						Kind.HISTORY.remedy()),
				nearest);
	}

	/** What was planned is not what would be done by now. */
	public static InvalidTargetException moved(String target) {
		return new InvalidTargetException(
				"Somebody else has changed where the database stands, while the downgrade to '" + Printable.line(target)
						+ "' waited for its turn. Nothing was run.",
				Wording.of("Look where it stands, and run it again."), List.of());
	}

	/** Nobody knows which id a number was to be, if it was to be one. */
	public static InvalidTargetException number(String text) {
		return new InvalidTargetException("There is no revision '" + Printable.line(text) + "'.",
				Wording.format(
						"If steps are meant, give +N to go up or -N to go down, from 1. List all revisions with %s.",
						Kind.HISTORY.remedy()),
				List.of());
	}

	public static InvalidTargetException unknownTag(String tag, List<String> tags) {
		return new InvalidTargetException("There is no tag '" + Printable.line(tag) + "'.", Wording.of(tags.isEmpty()
				? "No revision has a tag." : "The tags are: " + Printable.line(String.join(", ", tags)) + "."),
				List.of());
	}

	public static InvalidTargetException ambiguous(String text, List<Revision> candidates) {
		StringBuilder keys = new StringBuilder();
		candidates.forEach((
				candidate) -> keys.append(System.lineSeparator()).append("  ").append(Printable.line(candidate.key())));
		return new InvalidTargetException(
				"'" + Printable.line(text) + "' fits " + count(candidates.size(), "revision") + ":" + keys,
				Wording.of("Type more of the one you mean, or the whole path::id::author."), candidates);
	}

	public static InvalidTargetException ambiguousTag(String tag, List<Revision> candidates) {
		StringBuilder keys = new StringBuilder();
		candidates.forEach((candidate) -> keys.append(System.lineSeparator()).append("  ").append(candidate.key()));
		return new InvalidTargetException(
				"The tag '" + tag + "' is on " + count(candidates.size(), "revision") + ":" + keys,
				Wording.of("Give the revision that is meant instead of the tag."), candidates);
	}

	public static InvalidTargetException tooFar(Target target, int available, String where) {
		return new InvalidTargetException(
				"'" + target + "' goes too far: there " + ((available == 1) ? "is " : "are ")
						+ ((available == 0) ? "no revisions" : count(available, "revision")) + " " + where
						+ ". Nothing was run.",
				(available == 0) ? Wording.format("See %s.", Kind.STATUS.remedy())
						: Wording.of("The furthest is " + target.toString().replaceAll("\\d+$", "") + available + "."),
				List.of());
	}

	public static InvalidTargetException wrong(String problem, String wayOut) {
		return wrong(problem, Wording.of(wayOut));
	}

	public static InvalidTargetException wrong(String problem, Wording wayOut) {
		return new InvalidTargetException(problem, wayOut, List.of());
	}

}
