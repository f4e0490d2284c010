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

	/**
	 * The outcome of what began and does not end: it was skipped, for which Liquibase has
	 * no event.
	 */
	static final StepOutcome NOTHING_TO_DO = new StepOutcome(Outcome.SKIPPED, "it has nothing to do here");

	/** The same with something to be known of it. */
	StepOutcome warned(@Nullable String warning) {
		if (warning == null || this.outcome != Outcome.DONE) {
			return this;
		}
		return new StepOutcome(this.outcome, (this.reason != null) ? this.reason + "; " + warning : warning);
	}

	boolean is(Outcome other) {
		return this.outcome == other;
	}

}
