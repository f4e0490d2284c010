package io.soundshare.migrations.engine.session;

import java.time.Duration;

/**
 * The settings for what undoes a revision that nobody has written a rollback for.
 *
 * @param recorded whether an upgrade takes it down
 * @param maxRows the number of rows of a change set that are taken down at most
 * @param maxCharacters the number of characters that are taken down of it at most
 * @param keepDropped how long the rows of dropped tables and columns are kept; zero for
 * not at all
 */
public record UndoSettings(boolean recorded, long maxRows, long maxCharacters, Duration keepDropped) {

	/** The settings, unless they are set. */
	public static final UndoSettings DEFAULT = new UndoSettings(true, 100_000, 16_000_000, Duration.ofDays(30));

	public UndoSettings recorded(boolean recorded) {
		return new UndoSettings(recorded, this.maxRows, this.maxCharacters, this.keepDropped);
	}

	public UndoSettings limit(long rows, long characters) {
		return new UndoSettings(this.recorded, rows, characters, this.keepDropped);
	}

	public UndoSettings keepDropped(Duration time) {
		return new UndoSettings(this.recorded, this.maxRows, this.maxCharacters, time);
	}

}
