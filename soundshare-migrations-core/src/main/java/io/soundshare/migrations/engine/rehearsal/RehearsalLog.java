package io.soundshare.migrations.engine.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.RehearsalReport.Finding;
import io.soundshare.migrations.model.RehearsalReport.Rehearsed;
import io.soundshare.migrations.model.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What has become of each revision, and what that tells.
 */
final class RehearsalLog {

	private static final Duration LONG = Duration.ofSeconds(5);

	private final Map<String, Rehearsed> steps = new LinkedHashMap<>();

	/** How it was before each of the revisions that were applied, and at the end. */
	private final List<Snapshot> states = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	private int undone;

	void begin(Snapshot state) {
		this.states.add(state);
	}

	/** A revision was applied. */
	void applied(Progress progress, List<String> held, Snapshot after) {
		Revision revision = progress.step().revision();
		Snapshot before = this.states.get(this.states.size() - 1);
		// Nobody waits for a table that was not there.
		List<String> locks = held.stream()
			.filter((lock) -> before.tables()
				.keySet()
				.stream()
				.anyMatch((table) -> lock.replace("\"", "").matches("(.*\\.)?" + Pattern.quote(table) + " \\w+")))
			.toList();
		this.steps.put(revision.key(), new Rehearsed(revision, progress.took(), null, null, locks));
		if (progress.took().compareTo(LONG) > 0) {
			add(Finding.Kind.SLOW, revision,
					"it takes " + progress.took().toSeconds() + " s, for which others may have to wait"
							+ (locks.isEmpty() ? "" : ": it locks " + String.join(", ", locks)));
		}
		after.losses(before).forEach((text) -> add(Finding.Kind.LOSES, revision, "it takes away " + text));
		this.states.add(after);
	}

	/** A revision was undone, the newest first. */
	void undone(Progress progress, Snapshot after) {
		this.undone++;
		Revision revision = progress.step().revision();
		this.steps.computeIfPresent(revision.key(),
				(key, step) -> new Rehearsed(step.revision(), step.up(), progress.took(), null, step.locks()));
		after.differences(this.states.get(this.states.size() - 1 - this.undone))
			.forEach((text) -> add(Finding.Kind.DOES_NOT_RESTORE, revision, "after going back " + text));
	}

	/** How many were undone. */
	int undone() {
		return this.undone;
	}

	/** A revision was applied once more. */
	void again(Progress progress) {
		this.steps.computeIfPresent(progress.step().revision().key(),
				(key, step) -> new Rehearsed(step.revision(), step.up(), step.down(), progress.took(), step.locks()));
	}

	/** All were applied once more. */
	void end(Snapshot after) {
		after.differences(this.states.get(this.states.size() - 1))
			.forEach((text) -> add(Finding.Kind.DIFFERS_AGAIN, null, "after the second time " + text));
	}

	void add(Finding.Kind kind, @Nullable Revision revision, String text) {
		this.findings.add(new Finding(kind, revision, text));
	}

	/** The keys of the revisions that were applied, in their order. */
	List<String> keys() {
		return List.copyOf(this.steps.keySet());
	}

	List<Rehearsed> steps() {
		return List.copyOf(this.steps.values());
	}

	List<Finding> findings() {
		return this.findings;
	}

}
