package io.soundshare.migrations.engine.run;

import io.soundshare.migrations.model.JournalEntry.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The end of a step that began and did not fail.
 *
 * @param outcome what has become of it
 * @param reason why it had no effect, or had one all the same
 */
record StepOutcome(Outcome outcome, @Nullable String reason) {

	static final StepOutcome DONE = new StepOutcome(Outcome.DONE, null);

	/** Whatever began and does not end was skipped: Liquibase has no event for that. */
	static final StepOutcome NOTHING_TO_DO = new StepOutcome(Outcome.SKIPPED, "it has nothing to do here");

	boolean is(Outcome other) {
		return this.outcome == other;
	}

}
