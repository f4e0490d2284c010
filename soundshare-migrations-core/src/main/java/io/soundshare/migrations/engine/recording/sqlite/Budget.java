package io.soundshare.migrations.engine.recording.sqlite;

import java.util.Locale;

import io.soundshare.migrations.engine.recording.RecordingPolicy;

/**
 * How much of a change set may still be recorded.
 */
final class Budget {

	private final RecordingPolicy policy;

	private long rows;

	private long characters;

	Budget(RecordingPolicy policy) {
		this.policy = policy;
	}

	long rowsLeft() {
		return this.policy.maxRows() - this.rows;
	}

	void addRows(long count) {
		refuseRows(count);
		this.rows += count;
	}

	/** Refuse what would be too many. */
	void refuseRows(long count) {
		if (this.rows + count > this.policy.maxRows()) {
			throw new ObstacleException(
					String.format(Locale.ROOT, "it changes %,d rows or more, and %,d are recorded at most",
							this.rows + count, this.policy.maxRows()));
		}
	}

	void addText(String sql) {
		this.characters += sql.length();
		if (this.characters > this.policy.maxBytes()) {
			throw new ObstacleException(String.format(Locale.ROOT,
					"what undoes it is longer than the %,d characters that are recorded at most",
					this.policy.maxBytes()));
		}
	}

}
