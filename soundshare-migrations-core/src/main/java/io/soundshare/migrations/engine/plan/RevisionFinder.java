package io.soundshare.migrations.engine.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.Revision;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds the revision a person means: an id, a {@code path::id::author}, or any prefix
 * that fits exactly one.
 */
public final class RevisionFinder {

	private static final int MOST_SUGGESTIONS = 3;

	/** Texts of somebody who means steps, which no id is near to. */
	private static final Pattern NUMBER = Pattern.compile("0+|[+-]+\\d*");

	private final List<Revision> revisions;

	public RevisionFinder(List<Revision> revisions) {
		this.revisions = revisions;
	}

	/**
	 * Find one revision.
	 * @throws InvalidTargetException if none or several fit
	 */
	public Revision find(String text) {
		List<Revision> found = search(text);
		if (found.isEmpty()) {
			throw NUMBER.matcher(text).matches() ? InvalidTargetException.number(text)
					: InvalidTargetException.unknown(text, nearest(text));
		}
		if (found.size() > 1) {
			throw InvalidTargetException.ambiguous(text, found);
		}
		return found.get(0);
	}

	boolean knows(String text) {
		return !search(text).isEmpty();
	}

	private List<Revision> search(String text) {
		List<Revision> found = matching((revision) -> revision.key().equals(text));
		if (found.isEmpty()) {
			found = matching((revision) -> revision.id().equals(text));
		}
		if (found.isEmpty()) {
			found = matching((revision) -> revision.id().startsWith(text) || revision.key().startsWith(text));
		}
		return found;
	}

	private List<Revision> matching(Predicate<Revision> condition) {
		return this.revisions.stream().filter(condition).toList();
	}

	private List<Revision> nearest(String text) {
		String wanted = text.toLowerCase(Locale.ROOT);
		LevenshteinDistance levenshtein = LevenshteinDistance.getDefaultInstance();
		record Near(Revision revision, int distance) {

		}
		return this.revisions.stream()
			.map((revision) -> new Near(revision, levenshtein.apply(wanted, revision.id().toLowerCase(Locale.ROOT))))
			.filter((near) -> near.distance() <= Math.max(2, wanted.length() / 2))
			.sorted(Comparator.comparingInt(Near::distance))
			.limit(MOST_SUGGESTIONS)
			.map(Near::revision)
			.toList();
	}

}
