package io.soundshare.migrations.engine.run;

import java.time.Duration;

import io.soundshare.migrations.model.JournalEntry;
import io.soundshare.migrations.model.JournalEntry.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A step on its way into the journal.
 */
final class JournaledStep {

	private final JournalEntry begun;

	private final boolean planned;

	private @Nullable String details;

	private final long startedNanos = System.nanoTime();

	JournaledStep(JournalEntry begun, boolean planned) {
		this.begun = begun;
		this.planned = planned;
	}

	/** Whether the plan has it: else at most a checksum is renewed. */
	boolean isPlanned() {
		return this.planned;
	}

	JournalEntry begun() {
		return this.begun;
	}

	/** Remember what else the journal shall have. */
	void remember(@Nullable String details) {
		this.details = details;
	}

	JournalEntry ended(StepOutcome end) {
		return this.begun.with(this.details).ended(end.outcome(), millis(), end.reason());
	}

	JournalEntry failed(String reason) {
		return this.begun.ended(Outcome.FAILED, millis(), reason);
	}

	private long millis() {
		return Duration.ofNanos(System.nanoTime() - this.startedNanos).toMillis();
	}

}
